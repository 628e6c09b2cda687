"""Names that no author wrote: they are held back in a scene, and days and languages are nobody's names."""

from __future__ import annotations

import pytest

from tests.story.guarding.stage import why


@pytest.mark.parametrize(
    "sentence",
    ["The island lies between the islands of Bresse and Cyprus.", "It was built by the Romans, long ago."],
)
def test_a_name_that_no_author_wrote_is_held_back(sentence: str) -> None:
    assert why(sentence) == "thing"


@pytest.mark.parametrize("sentence", ["It is quiet, as on a Sunday in March.", "The words are in plain English."])
def test_what_everybody_has_a_name_for_may_be_named(sentence: str) -> None:
    assert why(sentence) == ""
