"""A clause is about what the player tried, or goes on about it, and what the author says is not held against it."""

from __future__ import annotations

from game.story.guarding.said import Said
from game.story.guarding.told import new_verbs, told_in, unsaid_in
from tests.story.guarding.stage import moment_of

REFUSED = moment_of("take stone trough")
TAKEN = moment_of("go in", "go up", "take iron key")


def test_a_clause_without_a_subject_goes_on_about_the_last_one() -> None:
    told = told_in(REFUSED, Said("The trough creaks, and stays there, and Joan laughs.", REFUSED.lexicon))
    assert [each.is_about for each in told] == [True, True, False]


def test_what_the_author_says_is_not_unsaid() -> None:
    assert unsaid_in(TAKEN, "unchanged", "the key stays where it is")
    assert not unsaid_in(REFUSED, "unchanged", "the trough stays where it is")


def test_what_is_made_good_later_is_no_failure() -> None:
    assert unsaid_in(TAKEN, "failed", "the key falls short")
    assert not unsaid_in(TAKEN, "failed", "the key falls short, and the third time it comes down")


def test_a_verb_is_new_where_the_author_has_it_not() -> None:
    (told,) = told_in(REFUSED, Said("The trough comes away.", REFUSED.lexicon))
    assert list(new_verbs(REFUSED, told, "coming")) == ["comes"]
    (told,) = told_in(REFUSED, Said("The trough does not come away.", REFUSED.lexicon))
    assert list(new_verbs(REFUSED, told, "coming")) == []
