"""The phrasings themselves: every state is reached, every meaning can be done, and there are enough of each kind."""

from __future__ import annotations

from collections import Counter

import pytest

from game.rules.apply import is_legal
from tests.story.corpora import world_in
from tests.story.phrasings.corpus import (
    HERE,
    Kind,
    Phrasing,
    deeds,
    languages,
    phrasings,
    phrasings_of,
    state_of,
    unseen,
)

LEAST: dict[Kind, int] = {"one": 100, "several": 8, "asks": 8, "nothing": 50}
_STOCK = 12
"""Shorter ones may be the same: there are only so many ways to say "look"."""

EACH = pytest.mark.parametrize("language", languages())


def failed(phrasing: Phrasing) -> str:
    """Return what is wrong with a phrasing, or nothing."""
    world = world_in(phrasing.world, phrasing.language)
    try:
        if state_of(phrasing).ending:
            return f"{phrasing}: the story has ended there"
        done = deeds(phrasing)
    except ValueError as error:
        return f"{phrasing}: {error}"
    illegal = [each.action for each in done if not is_legal(world, each.before, each.action)]
    return f"{phrasing}: {illegal} cannot be done" if illegal else ""


@EACH
def test_every_state_is_reached_and_every_meaning_is_legal(language: str) -> None:
    assert [problem for each in phrasings(language) if (problem := failed(each))] == []


def test_those_that_are_only_counted_are_sound_and_none_of_the_others() -> None:
    for path in unseen():
        known = {each.words.casefold() for each in phrasings(path.stem) if len(each.words) > _STOCK}
        assert [problem for each in phrasings_of(path) if (problem := failed(each))] == []
        assert known.isdisjoint(each.words.casefold() for each in phrasings_of(path))


def test_what_weights_are_fitted_to_is_sound_and_counted_in_no_figure() -> None:
    fitting = phrasings_of(HERE / "fitting" / "en.jsonl")
    assert [problem for each in fitting if (problem := failed(each))] == []
    assert {each.words.casefold() for each in fitting}.isdisjoint(each.words.casefold() for each in phrasings("en"))


@EACH
def test_several_commands_are_done_one_after_the_other(language: str) -> None:
    several = [each for each in phrasings(language) if each.kind == "several"]
    assert [str(each) for each in several if len(each.means) < 2] == []
    assert [str(each) for each in several if any(deed.refused for deed in deeds(each))] == []


@EACH
def test_there_are_enough_of_every_kind(language: str) -> None:
    counts = Counter(each.kind for each in phrasings(language))
    assert {kind: counts[kind] for kind, least in LEAST.items() if counts[kind] < least} == {}


@EACH
def test_they_are_typed_in_many_states_of_more_than_one_world(language: str) -> None:
    assert len({(each.world, each.after) for each in phrasings(language)}) >= 25
    assert len({each.world for each in phrasings(language)}) >= 2


@EACH
def test_no_phrasing_comes_twice(language: str) -> None:
    counts = Counter((each.world, each.after, each.words) for each in phrasings(language))
    assert [each for each, count in counts.items() if count > 1] == []
