"""Things that are told of, and not named."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    "words", ["inspect that thing with the crooked dented handle", "look at the dented crooked thing"]
)
def test_a_thing_is_looked_at_by_its_look(words: str) -> None:
    assert meant(words) == "examine lamp"


def test_a_thing_is_taken_by_its_look() -> None:
    assert meant("grab that crooked dented thing") == "take lamp"


@pytest.mark.parametrize(
    "words",
    [
        "look at the dented dragon",
        "look at the golden crown with the crooked handle",
        "grab the dented crooked sword",
        "sing to the dented crooked thing",
    ],
)
def test_what_names_something_else_is_not_what_it_looks_like(words: str) -> None:
    assert meant(words) == "-"
