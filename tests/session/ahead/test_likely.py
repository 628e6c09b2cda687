"""The turns that are told ahead: what the numbers that a player sees first would lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loader.load import load_world
from game.rules.apply import apply, begin_run
from game.session.ahead.likely import likely_turns
from game.session.ahead.outlook import MOST
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for

WORLDS = Path(__file__).parents[3] / "worlds"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_they_are_what_the_first_numbers_mean_turn_after_turn(language: str) -> None:
    world = load_world(WORLDS / "saltmarrow", language=language)
    sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)
    state = begin_run(world, 7).state
    for turn in range(25):
        likely = list(likely_turns(world, sentences, state))
        typed = [parse(world, sentences, state, str(number + 1)) for number in range(MOST)]
        understood = [each for each in typed if isinstance(each, Understood)]
        assert [(each.words, each.action) for each in likely] == [(each.shown, each.action) for each in understood]
        assert [each.outcome for each in likely] == [apply(world, state, each.action) for each in understood]
        state = likely[min(-turn % MOST, len(likely) - 1)].outcome.state
