"""How tokens are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import llama_cpp
import pytest

from game.llm.tuning import Tuning
from game.llm.worker.context import Context, Entry
from game.llm.worker.sampling import Sampler, spared_tokens
from game.llm.worker.weights import Weights
from game.story.model import Sampling

GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)
CHANCE = Sampling(temperature=1.0, min_p=0.0, repeat_penalty=1.0)


class Place:
    """A place in a text, and how likely each letter is to stand there."""

    def __init__(self, context: Context, weights: Weights) -> None:
        self._context = context
        self._weights = weights

    def scores(self, **letters: float) -> None:
        """Give letters their scores; all others are far less likely. A score of 1.0 more is 2.7 times as likely."""
        logits = llama_cpp.llama_get_logits_ith(self._context.handle, 0)
        for token in range(self._weights.size):
            logits[token] = 0.0
        for letter, score in letters.items():
            logits[self._weights.plain_tokens(letter)[0]] = 100.0 + score

    def drawn(self, sampling: Sampling, count: int, *, seed: int = 1) -> str:
        """Return the letters that are drawn there, one after the other."""
        with closing(Sampler(sampling, self._weights, seed=seed)) as sampler:
            return self.spelled(sampler, count)

    def spelled(self, sampler: Sampler, count: int, *, barred: str = "") -> str:
        tokens = self._weights.plain_tokens(barred)
        return b"".join(
            self._weights.bytes_of(sampler.draw(self._context, 0, barred=tokens)) for _ in range(count)
        ).decode()


@pytest.fixture
def place(tiny_weights: Weights) -> Iterator[Place]:
    """Yield a place where "a" is likeliest, then "b", "c" and "d"."""
    context = Context(tiny_weights, cells=256, tuning=Tuning(threads=1), interrupted=lambda: False)
    context.step([Entry(5, 0, 0, wanted=True)])
    place = Place(context, tiny_weights)
    place.scores(a=4.0, b=3.0, c=2.0, d=1.0)
    yield place
    context.close()


def test_without_temperature_the_likeliest_is_drawn(place: Place) -> None:
    assert place.drawn(GREEDY, 3) == "aaa"


def test_what_was_drawn_is_penalized_as_far_back_as_is_looked(place: Place) -> None:
    assert place.drawn(replace(GREEDY, repeat_penalty=2.0), 4) == "abcd"
    assert place.drawn(replace(GREEDY, repeat_penalty=2.0, repeat_last=2), 4) == "abca"


def test_no_penalty_touches_what_is_spared(place: Place) -> None:
    assert place.drawn(replace(GREEDY, repeat_penalty=2.0, spared=("a",)), 3) == "aaa"


def test_the_others_are_penalized_beside_what_is_spared(place: Place) -> None:
    assert place.drawn(replace(GREEDY, repeat_penalty=2.0, spared=("b",)), 4) == "abbb"


def test_dry_keeps_a_string_from_being_written_again(place: Place) -> None:
    assert place.drawn(replace(GREEDY, dry_multiplier=5.0), 4) == "aaab"


def test_dry_takes_a_name_for_the_end_of_a_repetition(place: Place) -> None:
    assert place.drawn(replace(GREEDY, dry_multiplier=5.0, spared=("a",)), 12) == "a" * 12


@pytest.mark.parametrize("sign", ["*", ":"])
def test_dry_takes_some_signs_for_it_too(place: Place, sign: str) -> None:
    place.scores(**{sign: 1.0})
    assert place.drawn(replace(GREEDY, dry_multiplier=5.0), 12) == sign * 12


def test_xtc_passes_over_the_likeliest(place: Place) -> None:
    every_time = replace(CHANCE, xtc_probability=1.0, xtc_threshold=0.05)
    assert "a" in place.drawn(CHANCE, 20)
    assert set(place.drawn(every_time, 20)) <= {"c", "d"}


def test_a_seed_draws_the_same_again_and_another_something_else(place: Place) -> None:
    once, again, other = (place.drawn(CHANCE, 20, seed=seed) for seed in (1, 1, 2))
    assert (once == again, once == other) == (True, False)


def test_what_is_barred_is_not_drawn(place: Place, tiny_weights: Weights) -> None:
    with closing(Sampler(GREEDY, tiny_weights, seed=1)) as sampler:
        assert place.spelled(sampler, 2, barred="ab") == "cc"


def test_what_was_taken_back_is_not_penalized(place: Place, tiny_weights: Weights) -> None:
    with closing(Sampler(replace(GREEDY, repeat_penalty=2.0), tiny_weights, seed=1)) as sampler:
        assert place.spelled(sampler, 3) == "abc"
        sampler.rewind(1)
        assert place.spelled(sampler, 2) == "bc"


def test_signs_and_spaces_of_a_name_are_not_spared(tiny_weights: Weights) -> None:
    spelled = {tiny_weights.bytes_of(token) for token in spared_tokens(tiny_weights, ("St. Ives",))}
    assert spelled == {b"S", b"t", b"I", b"v", b"e", b"s"}


def test_the_bytes_of_a_name_in_chinese_are_spared(tiny_weights: Weights) -> None:
    assert len(spared_tokens(tiny_weights, ("钟",))) == 3
