"""What the people of Saltmarrow are open to: found as a choice, taken up in words, and answered, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.loader.load import load_world
from game.rules.actions import Part, Talk
from game.rules.apply import apply, begin_run
from game.rules.state import State
from game.story.beats import beats_of
from game.story.offers import offers
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for

WORLDS = Path(__file__).parents[2] / "worlds"
OPENED: dict[str, tuple[str, str]] = {  # where each of them is open, and what has to have been
    "wren_return": ("quay", "chosen pay_penny"),
    "mira_silence": ("lamp_foot", ""),
    "corm_names": ("forge", "revealed corm_ship"),
}
SAID = [
    ("en", "wren_return", "wren, let me pay for the way back too"),
    ("en", "mira_silence", "tell mira I shall keep it to myself"),
    ("en", "corm_names", "corm, I will find you the names"),
    ("zh", "wren_return", "蕾恩，我再付一便士"),
    ("zh", "mira_silence", "对米拉说这件事我不会说出去"),
    ("zh", "corm_names", "科姆，那十个名字我带给你"),
]


def opened(begun: State, offer: str) -> State:
    """Return the beginning with what makes an offer open."""
    place, mark = OPENED[offer]
    return replace(begun, place=place, facts={**begun.facts, "mira_truth": True}, marks=frozenset({mark}))


@pytest.mark.parametrize(("language", "offer", "words"), SAID)
def test_an_offer_is_open_in_its_time_and_answered(language: str, offer: str, words: str) -> None:
    world = load_world(WORLDS / "saltmarrow", language=language)
    sentences, begun = sentences_for(language), begin_run(world, 7).state
    state = opened(begun, offer)
    assert world.proposals[offer].text in [each.text for each in offers(world, sentences, state)]
    parsed = parse(world, sentences, state, words)
    assert isinstance(parsed, Understood)
    assert isinstance(parsed.action, Talk)
    assert parsed.action.offer == offer
    told, said = beats_of(world, sentences, state, apply(world, state, parsed.action))[:2]
    assert (told.kind, said.kind, said.speaker) == ("result", "line", world.proposals[offer].person)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "say to wren goodbye"), ("en", "bye wren"), ("zh", "对蕾恩说再见")]
)
def test_leave_is_taken_in_the_worlds_language(language: str, words: str) -> None:
    world = load_world(WORLDS / "saltmarrow", language=language)
    state = apply(world, begin_run(world, 7).state, Talk("wren")).state
    parsed = parse(world, sentences_for(language), state, words)
    assert isinstance(parsed, Understood)
    assert parsed.action == Part("wren")
