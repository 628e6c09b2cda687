"""The measurement itself, with a scripted model: what it generates, and what it sums up."""

from __future__ import annotations

from game.rules.state import digest
from game.story.model import Done
from tests.bench.voice.situations import situations
from tests.bench.voice.telling import Told, figures_of, tell
from tests.kit import inn
from tests.scripted import SeededModel

WORLDS = [inn()]


def test_situations_are_the_same_each_time_and_differ_among_themselves() -> None:
    first, again = ([each.turn for each in situations(WORLDS, 12)] for _ in range(2))
    assert first == again
    assert len({(each.words, digest(each.before)) for each in first}) > 8


def test_a_situation_goes_on_from_what_was_told_before_it() -> None:
    turns = [each.turn for each in situations(WORLDS, 12)]
    assert any(each.past for each in turns)
    assert all(each.outcome.state.turn == each.before.turn + 1 for each in turns)
    assert all(past.passages for each in turns for past in each.past)


def test_figures_are_of_the_turns_that_the_model_told() -> None:
    told = [tell(SeededModel(lambda _: "Rain falls. It is late."), each) for each in situations(WORLDS, 8)]
    figures = {each.figure: each for each in figures_of(told)}
    asked = sum(each.is_the_models for each in told)
    assert figures["turns told by the model"].value == asked
    assert figures["sentences it told"].value == 2 * asked
    assert figures["sentences shown that the judge would hold back"].met


def test_a_turn_no_model_was_asked_for_is_left_out() -> None:
    (situation,) = situations(WORLDS, 1)
    assert figures_of([Told(situation, (), (), 0)])[0].value == 0
    assert not Told(situation, (), (Done("stop", 1, 1, 1, 0.1, 0.2, slot="person:anna"),), 0).is_the_models
