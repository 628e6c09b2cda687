"""Examples as the game would ask a model for them."""

from __future__ import annotations

from dataclasses import replace

from game.story.model import Message
from game.tune.evaluation.asking import looked_at, request_of
from game.tune.render import exchanges
from tests.tune.made import AMBIENCE, CHOOSING, LINE, RETELLING, TELLING


def test_texts_are_asked_for_by_the_messages_that_a_model_is_taught() -> None:
    for example in (AMBIENCE, LINE):
        (exchange,) = exchanges(example)
        assert request_of(example, seed=5, trusted=True).messages == exchange.messages
        assert list(looked_at(example)) == [exchange]


def test_they_are_drawn_as_in_play() -> None:
    touch, line = (request_of(each, seed=5, trusted=True) for each in (AMBIENCE, LINE))
    assert (touch.seed, touch.stop, touch.max_tokens, line.max_tokens) == (5, ("\n",), 40, 48)
    assert "testament to" in touch.sampling.banned
    assert line.sampling.spared == ("Odo", "Brand")
    assert not touch.sampling.words


def test_a_model_that_is_not_trusted_is_held_to_words() -> None:
    touch, line = (request_of(each, seed=5, trusted=False).sampling.words for each in (AMBIENCE, LINE))
    assert {"rain", "dusk"} <= set(touch)
    assert "snow" not in touch
    assert "I" in line
    assert "ferry" not in line


def test_a_scene_is_asked_for_with_its_notes_after_what_was_told_before_it() -> None:
    (exchange,) = looked_at(replace(TELLING, before="Smoke stands over the roofs."))
    system, _, before, notes = exchange.messages
    assert "an interactive story, The Smithy." in system.text
    assert "Style: plain." in system.text
    assert before == Message("assistant", "Smoke stands over the roofs.")
    assert "Notes:\n- You enter the smithy.\nPlace: The Smithy. People here: Osric, smith, sulking." in notes.text
    assert exchange.answer == TELLING.tell


def test_what_the_game_asks_no_model_for_is_not_looked_at() -> None:
    assert not list(looked_at(RETELLING))
    assert [exchange.answer for exchange in looked_at(CHOOSING)] == ["Take the rope"]
