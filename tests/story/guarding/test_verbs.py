"""A word is a verb by its form, and none after what makes it a noun."""

from __future__ import annotations

import pytest

from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.verbs import is_noun_after, is_of_people, is_present

EN = lexicon_of("en")


@pytest.mark.parametrize(("word", "is_verb"), [("leans", True), ("is", True), ("across", False), ("glass", False)])
def test_verbs_of_now(word: str, *, is_verb: bool) -> None:
    assert is_present(EN, word) is is_verb


@pytest.mark.parametrize(("before", "is_noun"), [("the", True), ("joan's", True), ("of", True), ("joan", False)])
def test_a_noun_comes_after_an_article_or_an_owner(before: str, is_noun: bool) -> None:
    assert is_noun_after(before) is is_noun


def test_what_people_do_is_told_from_what_things_do() -> None:
    assert is_of_people(EN, "watches")
    assert not is_of_people(EN, "drips")
