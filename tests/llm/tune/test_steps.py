"""How many tokens go into a step, where times are given and not measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from game.llm.tuning import Tuning
from game.llm.worker.tune.bench import Bench
from game.llm.worker.tune.lengths import Lengths
from game.llm.worker.tune.notes import Notes
from game.llm.worker.tune.steps import choose_chunk, choose_company, measure_stopping


@dataclass(frozen=True)
class Paced:
    """A trial in which each step takes a time, each token in it another, and each sequence that is written a third."""

    step_s: float
    token_s: float
    sequence_s: float = 0.0

    def hold(self, tokens: int, *, sequence: int, chunk: int) -> float:
        return 0.0

    def read(self, tokens: int, *, sequence: int, chunk: int) -> float:
        return tokens / chunk * self.step_s + tokens * self.token_s

    def write(self, tokens: int, *, sequences: Iterable[int]) -> float:
        return tokens * (self.step_s + len(list(sequences)) * self.sequence_s)

    def stop(self, tokens: int, *, sequence: int, after_s: float) -> float | None:
        return None if after_s > 0.5 else after_s / 10


class PacedBench(Bench):
    """A bench of such trials; share says where the model lies, as with others."""

    paced = Paced(0.012, 0.0006)

    @contextmanager
    def trial(self, tuning: Tuning) -> Iterator[Paced]:  # type: ignore[override]
        yield self.paced


def bench(paced: Paced, *, share: float = 1.0, read: int = 512) -> PacedBench:
    made = PacedBench(None, Lengths(read=read, write=4, fill=64), share)  # type: ignore[arg-type]
    object.__setattr__(made, "paced", paced)
    return made


def chunk_of(paced: Paced, **of: float) -> Tuning:
    return choose_chunk(bench(paced, **of), Tuning(threads=1), Notes())  # type: ignore[arg-type]


def test_on_a_processor_the_fastest_step_is_right_however_long_for_it_can_be_broken_off() -> None:
    assert chunk_of(Paced(0.1, 0.01)).chunk == 512


def test_on_a_gpu_a_step_is_as_long_as_nobody_minds() -> None:
    assert chunk_of(Paced(0.01, 0.0005), share=0.0).chunk == 128


def test_on_a_slow_gpu_a_step_is_as_short_as_can_be() -> None:
    assert chunk_of(Paced(0.5, 0.1), share=0.0).chunk == 32


def test_a_slow_model_is_measured_with_short_steps() -> None:
    assert chunk_of(Paced(0.1, 0.01), read=64).chunk == 64


@pytest.mark.parametrize(("paced", "ahead"), [(Paced(0.012, 0.0006), 32), (Paced(0.1, 0.01), 7), (Paced(9.0, 9.0), 1)])
def test_what_is_told_ahead_keeps_nobody_waiting(paced: Paced, ahead: int) -> None:
    assert chunk_of(paced).ahead == ahead


@pytest.mark.parametrize(("sequence_s", "rides_along"), [(0.0, True), (0.0001, True), (0.01, False)])
def test_a_second_sequence_rides_along_where_it_is_nearly_free(sequence_s: float, rides_along: bool) -> None:
    notes = Notes()
    chosen = choose_company(bench(Paced(0.01, 0.0, sequence_s)), Tuning(threads=1), notes)
    assert (chosen.rides_along, set(notes.speeds.write)) == (rides_along, {"1", "2", "4", "8"})


def test_how_soon_a_step_ends_is_known_where_it_can_be_broken_off() -> None:
    notes = Notes()
    measure_stopping(bench(Paced(0.1, 0.001)), Tuning(threads=1), notes)
    assert 0 < notes.speeds.stop_ms <= 50
    measure_stopping(bench(Paced(0.1, 0.001), share=0.0), Tuning(threads=1), unknown := Notes())
    assert unknown.speeds.stop_ms == 0
