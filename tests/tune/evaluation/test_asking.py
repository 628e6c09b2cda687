"""Examples as the game would ask a model for them."""

from __future__ import annotations

from game.tune.evaluation.asking import request_of
from game.tune.render import exchanges
from tests.tune.made import AMBIENCE, LINE, RETELLING


def test_texts_are_asked_for_by_the_messages_that_a_model_is_taught() -> None:
    for example in (AMBIENCE, LINE, RETELLING):
        (exchange,) = exchanges(example)
        assert request_of(example, seed=5, trusted=True).messages == exchange.messages


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


def test_a_retelling_is_held_to_the_words_of_its_text() -> None:
    free, held = (request_of(RETELLING, seed=5, trusted=trusted).sampling.words for trusted in (True, False))
    assert not free
    assert set(held) == {"a", "and", "by", "dog", "sleeps", "stove", "the"}
