"""What an English clause denies is found, however it does so."""

from __future__ import annotations

import pytest

from game.story.guarding.denials import denied_in, of_nobody
from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.stems import stem

EN = lexicon_of("en")


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("the hook does not come", "come"),
        ("the door cannot be moved", "move"),
        ("it hardly stirs", "stir"),
        ("he refuses to be led", "lead"),
        ("without having touched it", "touch"),
        ("not one pot is lifted", "lift"),
        ("nobody drinks", "drink"),
    ],
)
def test_a_verb_is_denied(clause: str, verb: str) -> None:
    assert stem(verb) in denied_in(clause, EN)


@pytest.mark.parametrize("clause", ["the hook comes", "nothing in his hands", "he refuses it"])
def test_nothing_is_denied(clause: str) -> None:
    assert not denied_in(clause, EN) & {"hook", "hand", "come"}


def test_what_nobody_does_is_told_from_what_is_not_done() -> None:
    assert of_nobody("nobody drinks", EN) == ("drinks",)
    assert of_nobody("he does not drink", EN) == ()
