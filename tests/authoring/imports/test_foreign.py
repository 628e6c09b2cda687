"""The kinds of files that can be imported."""

from __future__ import annotations

import pytest

from game.authoring.imports.foreign import kind_of
from game.errors import WorldError
from tests.authoring.imports.cards.deck import png, v1


@pytest.mark.parametrize(("data", "name"), [(v1(), "a.txt"), (png(), "a"), (b"", "a.JSON"), (b"[]", "a.json")])
def test_a_kind_is_known_by_what_is_in_it_or_by_its_ending(data: bytes, name: str) -> None:
    assert kind_of(data, name=name).what == "a character card"


@pytest.mark.parametrize("name", ["a.txt", "json", "\x1b.pdf"])
def test_what_is_of_no_kind_is_one_sentence(name: str) -> None:
    with pytest.raises(WorldError, match=r"^[^\n\x1b]* is nothing that can be imported; [^\n]*\.json[^\n]*\.$"):
        kind_of(b"Once upon a time.", name=name)
