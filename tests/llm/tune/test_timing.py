"""Which of several ways counts as faster."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from game.llm.worker.tune.timing import Timed, best, timed


def ticking(*seconds: float) -> Iterator[float]:
    """Yield the seconds one after the other, the last for ever."""
    yield from seconds
    while True:
        yield seconds[-1]


def test_the_median_counts_and_not_a_try_that_was_held_up() -> None:
    slow = ticking(9.0, 1.0, 1.1)
    assert timed({"a": lambda: next(slow)}, budget_s=0)["a"].seconds == 1.1


class Tries:
    """Ways that remember in which order they were gone."""

    def __init__(self) -> None:
        self.gone = ""

    def way(self, name: str) -> Callable[[], float]:
        def go() -> float:
            self.gone += name
            return 1.0

        return go


def test_ways_are_tried_by_turns() -> None:
    tries = Tries()
    timed({name: tries.way(name) for name in "ab"}, budget_s=0)
    assert tries.gone == "ababab"


def test_there_is_an_end_of_trying_even_where_there_is_time() -> None:
    tries = Tries()
    timed({"a": tries.way("a")}, budget_s=60)
    assert tries.gone == "a" * 9


@pytest.mark.parametrize(
    ("usual", "other", "chosen"),
    [
        (Timed(1.0), Timed(0.94), "other"),
        (Timed(1.0), Timed(0.96), "usual"),
        (Timed(1.0), Timed(1.5), "usual"),
        (Timed(1.0, 0.2), Timed(0.85), "usual"),
        (Timed(1.0), Timed(0.85, 0.2), "usual"),
        (Timed(1.0, 0.1), Timed(0.85), "other"),
    ],
)
def test_a_change_has_to_be_worth_it_and_more_than_noise(usual: Timed, other: Timed, chosen: str) -> None:
    assert best({"usual": usual, "other": other}, "usual") == chosen


def test_where_the_usual_way_cannot_be_gone_the_fastest_is() -> None:
    assert best({"a": Timed(1.0), "b": Timed(0.99)}, "usual") == "b"


def test_times_add_up() -> None:
    assert Timed(1.0, 0.25) + Timed(2.0, 0.5) == Timed(3.0, 0.75)
