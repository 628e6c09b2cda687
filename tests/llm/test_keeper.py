"""A worker process that is there again after every death."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from game.errors import ModelError
from game.llm.board import Board
from game.llm.exchange import Exchanges
from game.llm.keeper import Keeper
from game.llm.limits import Limits
from game.llm.process import Process
from game.llm.wire import CLOSE
from tests.llm.acted import READY, Acted, process_of
from tests.llm.hosts import PATIENCE_S, until

LIMITS = Limits(back_off_s=(0.01,))


class House:
    """A keeper of acted processes; make is called for each, with its number from 0."""

    def __init__(self, make: Callable[[int], Acted]) -> None:
        self.make = make
        self.acted: list[Acted] = []
        self.failed_loads: list[int] = []
        self.board = Board()
        self.exchanges = Exchanges()
        self.keeper = Keeper(self.started, board=self.board, exchanges=self.exchanges, limits=LIMITS)

    def started(self, failed_loads: int) -> Process:
        self.failed_loads.append(failed_loads)
        self.acted.append(self.make(len(self.acted)))
        return process_of(self.acted[-1])

    def settled(self) -> str:
        self.board.wait(PATIENCE_S)
        return self.board.status.phase


@contextmanager
def house(make: Callable[[int], Acted]) -> Iterator[House]:
    """Yield a house whose keeper was started, and close it."""
    built = House(make)
    built.keeper.start()
    try:
        yield built
    finally:
        built.keeper.close()


def test_a_process_that_is_ready_can_be_asked() -> None:
    with house(lambda _: Acted(READY)) as kept:
        assert kept.settled() == "ready"
        assert kept.keeper.process_for("a") is process_of(kept.acted[0])


def test_a_death_is_followed_by_another_process() -> None:
    with house(lambda number: Acted(READY, ends=number == 0)) as kept:
        until(lambda: len(kept.acted) == 2)
        assert kept.settled() == "ready"
        assert (kept.acted[0].ended, kept.acted[1].ended) == (True, False)


def test_three_deaths_rest_until_woken() -> None:
    with house(lambda number: Acted(READY, ends=number < 3)) as kept:
        until(lambda: kept.board.status.phase == "resting")
        with pytest.raises(ModelError, match="wake the model"):
            kept.keeper.process_for("a")
        kept.keeper.wake()
        assert kept.settled() == "ready"
        assert len(kept.acted) == 4


def test_a_load_that_dies_twice_is_given_up_and_each_start_is_told_of_it() -> None:
    with house(lambda _: Acted(ends=True)) as kept:
        assert kept.settled() == "lost"
        assert kept.failed_loads == [0, 1]


def test_a_model_that_does_not_fit_is_not_tried_again() -> None:
    with house(lambda _: Acted({"is": "unfit", "why": "It is damaged."})) as kept:
        assert kept.settled() == "lost"
        assert (kept.board.status.message, len(kept.acted)) == ("It is damaged.", 1)


def test_a_system_that_starts_no_process_is_told() -> None:
    def refuse(_: int) -> Acted:
        raise OSError(12, "Cannot allocate memory")

    with house(refuse) as kept:
        assert kept.settled() == "lost"
        assert "(Cannot allocate memory)" in kept.board.status.message


def test_a_death_loses_what_was_asked() -> None:
    with house(lambda _: Acted(READY)) as kept:
        kept.settled()
        exchange = kept.exchanges.open("a")
        kept.acted[0].kill()
        frame = exchange.next(PATIENCE_S)
        assert frame is not None
        assert frame["is"] == "lost"


def test_what_was_asked_at_two_deaths_is_not_asked_again() -> None:
    with house(lambda _: Acted(READY)) as kept:
        for number in range(2):
            until(lambda n=number: len(kept.acted) == n + 1 and kept.board.status.phase == "ready")  # type: ignore[misc]
            exchange = kept.exchanges.open("deadly")
            kept.exchanges.hand({"is": "beat", "id": exchange.number})
            kept.acted[number].kill()
        until(lambda: len(kept.acted) == 3 and kept.board.status.phase == "ready")
        with pytest.raises(ModelError, match="not asked again"):
            kept.keeper.process_for("deadly")
        kept.keeper.process_for("harmless")


def test_waking_what_is_awake_does_nothing() -> None:
    with house(lambda _: Acted(READY)) as kept:
        kept.settled()
        kept.keeper.wake()
        assert (kept.board.status.phase, len(kept.acted)) == ("ready", 1)


def test_closing_ends_the_process_and_turns_the_model_off() -> None:
    with house(lambda _: Acted(READY)) as kept:
        kept.settled()
    assert (kept.acted[0].ended, kept.board.status.phase) == (True, "off")
    with pytest.raises(ModelError, match="not ready"):
        kept.keeper.process_for("a")


def test_closing_during_a_pause_does_not_wait_for_it() -> None:
    kept = House(lambda _: Acted(READY, ends=True))
    kept.keeper._deaths.limits = Limits(back_off_s=(PATIENCE_S,))
    kept.keeper.start()
    until(lambda: bool(kept.board.status.message))
    kept.keeper.close()
    assert (kept.board.status.phase, len(kept.acted)) == ("off", 1)


def test_a_process_that_is_ready_is_asked_to_end_by_itself() -> None:
    with house(lambda _: Acted(READY)) as kept:
        kept.settled()
    assert kept.acted[0].sent == [CLOSE]


def test_a_process_that_still_loads_is_ended_at_once() -> None:
    with house(lambda _: Acted({"is": "progress", "at": 0.5})) as kept:
        until(lambda: kept.board.status.progress == 0.5)
    assert (kept.acted[0].sent, kept.acted[0].ended) == ([], True)
