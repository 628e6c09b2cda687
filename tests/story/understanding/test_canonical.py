"""The words that the engine itself shows for a deed mean that deed, or are asked about; never another."""

from __future__ import annotations

import pytest

from game.rules.actions import format_action
from game.rules.apply import legal_actions
from game.story.offers import action_words
from game.story.parser import Understood, parse
from tests.story.corpora import sentences_in, world_in
from tests.story.phrasings.corpus import languages, phrasings, state_of


def misread(language: str) -> list[str]:
    """Return the deeds of many states whose own words are taken for another deed."""
    states = {(each.world, each.after): each for each in phrasings(language)}
    wrong = []
    for each in list(states.values())[::4]:
        world, sentences, state = world_in(each.world, language), sentences_in(each.world, language), state_of(each)
        for action in legal_actions(world, state):
            words = action_words(world, sentences, state, action)
            parsed = parse(world, sentences, state, words)
            if isinstance(parsed, Understood) and action_words(world, sentences, state, parsed.action) != words:
                wrong.append(f"{words}: {format_action(parsed.action)}")
    return sorted(set(wrong))


@pytest.mark.parametrize("language", languages())
def test_no_deed_is_taken_for_another(language: str) -> None:
    assert misread(language) == []
