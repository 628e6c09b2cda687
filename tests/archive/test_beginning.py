"""What a run was begun with, guessed."""

from __future__ import annotations

import pytest

from game.archive.beginning import guessed_meta
from game.errors import SaveError
from game.rules.apply import RULES_VERSION, begin_run
from game.rules.state import format_state
from game.storage.records import Meta, Turn, WorldCopy
from tests.kit import inn

STATE = format_state(begin_run(inn(), 7).state)


def root(state: str) -> Turn:
    return Turn(1, None, 0, "", "", "[]", state)


@pytest.mark.parametrize(("copy", "digest"), [(None, ""), (WorldCopy(1, "a1b2", ()), "a1b2")])
def test_the_opening_tells_the_seed_and_the_copy_the_world(copy: WorldCopy | None, digest: str) -> None:
    guessed = guessed_meta(root(STATE), copy, world="inn", language="en")
    assert guessed == Meta("inn", digest, 7, RULES_VERSION, "en", created="")


@pytest.mark.parametrize("state", ["", "{}", STATE.replace('"seed":7', '"seed":"x"')])
def test_an_opening_that_does_not_tell_is_one_sentence(state: str) -> None:
    with pytest.raises(SaveError, match="its opening does not tell"):
        guessed_meta(root(state), None, world="inn", language="en")
