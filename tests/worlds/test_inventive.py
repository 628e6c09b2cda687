"""What shipped worlds let a model make up: little, in words of their own, none of which is there in vain."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from game.loader.load import load_world
from game.rules.apply import begin_run
from game.story.inventing.proposer import Proposer
from game.story.sentences import sentences_for
from tests.scripted import ScriptedModel

WORLDS = Path(__file__).parents[2] / "worlds"
OPEN = {"strong_room": "smell", "headland": "weather"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_saltmarrow_opens_two_places_and_nobody(language: str) -> None:
    world = load_world(WORLDS / "saltmarrow", language=language)
    assert {each.id: each.invent for each in world.places.values() if each.invent} == {
        name: (kind,) for name, kind in OPEN.items()
    }
    assert not any(each.invent for each in world.people.values())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_word_of_saltmarrow_s_own_may_be_told(language: str) -> None:
    world = load_world(WORLDS / "saltmarrow", language=language)
    model = ScriptedModel(weighs=lambda messages, text: -float(len(text)))
    proposer = Proposer(world, sentences_for(language, world.sentences), model, fits=lambda text: True)
    for seed in range(30):
        for place in OPEN:
            proposer.propose(begin_run(world, seed).state, place, Event())
    told = "".join(text for each in model.weighings for text in each.texts)
    words = [each for kind in OPEN.values() for each in world.details[kind].slots["what"].values()]
    assert [each for each in words if each not in told] == []
