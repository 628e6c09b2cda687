"""Whether attention is computed in one pass, and how the window is kept: by turns in an empty and in a filled window.

Knows nothing of other choices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from game.errors import ModelError
from game.llm.tuning import CacheType, Flash, Tuning
from game.llm.worker.tune.bench import EMPTY, FULL, IDLE, LONGEST_CHUNK, Bench
from game.llm.worker.tune.notes import Notes, Slope
from game.llm.worker.tune.timing import Timed, best, timed
from game.llm.worker.tune.trial import Trial

_BUDGET_S = 1.5

K = TypeVar("K", bound=str)


@dataclass(frozen=True, slots=True)
class _Turns:
    """Reading and writing at the beginning of a window, the same in a filled one, and at the beginning beside that."""

    read_alone: Timed
    read_full: Timed
    read_beside: Timed
    write_alone: Timed
    write_full: Timed

    @property
    def empty(self) -> Timed:
        return self.read_alone + self.write_alone

    @property
    def full(self) -> Timed:
        return self.read_full + self.write_full


def choose_flash(bench: Bench, tuning: Tuning, notes: Notes) -> Tuning:
    """Return the tuning with flash attention or without, and note what a filled window and idle cells cost."""
    ways: tuple[Flash, ...] = ("on", "off")
    turns = _compared(bench, {way: replace(tuning, flash=way) for way in ways})
    chosen = _chosen(turns, "on", "flash attention", bench, notes)
    found, read = turns[chosen], bench.lengths.read
    notes.idle_cost = found.read_beside.seconds / found.read_alone.seconds
    notes.slope = Slope(found.read_alone.seconds / read, found.read_full.seconds / read, bench.lengths.fill)
    return replace(tuning, flash=chosen)


def choose_cache(bench: Bench, tuning: Tuning, notes: Notes) -> Tuning:
    """Return the tuning with the type of cache that tells sooner; without flash attention there is no choice."""
    if tuning.flash == "off":
        return tuning
    kinds: tuple[CacheType, ...] = ("f16", "q8_0")
    turns = _compared(bench, {kind: replace(tuning, cache_type=kind) for kind in kinds})
    return replace(tuning, cache_type=_chosen(turns, "f16", "window kept as", bench, notes))


def _chosen(turns: Mapping[K, _Turns], usual: K, what: str, bench: Bench, notes: Notes) -> K:
    empty = {way: turn.empty for way, turn in turns.items()}
    full = {way: turn.full for way, turn in turns.items()}
    chosen = best({way: empty[way] + full[way] for way in turns}, usual)
    notes.add(f"{what}, window empty", empty, bench.lengths.turn, chosen)
    notes.add(f"{what}, window filled", full, bench.lengths.turn, chosen)
    return chosen


def _compared(bench: Bench, tunings: Mapping[K, Tuning]) -> dict[K, _Turns]:
    """Return what turns take by each tuning; one that this model cannot be computed by is left out."""
    lengths = bench.lengths
    with ExitStack() as lent:
        trials: dict[K, Trial] = {}
        for way, tuning in tunings.items():
            with suppress(ModelError):
                trials[way] = lent.enter_context(bench.trial(tuning))

        def readings(sequence: int) -> dict[K, Timed]:
            return _timed(trials, lambda trial: trial.read(lengths.read, sequence=sequence, chunk=LONGEST_CHUNK))

        def writings(sequence: int) -> dict[K, Timed]:
            return _timed(trials, lambda trial: trial.write(lengths.write, sequences=[sequence]))

        read_alone, write_alone = readings(EMPTY), writings(EMPTY)
        for trial in trials.values():
            trial.hold(lengths.fill, sequence=FULL, chunk=LONGEST_CHUNK)
            trial.hold(lengths.fill // 2, sequence=IDLE, chunk=LONGEST_CHUNK)
        read_full, write_full, read_beside = readings(FULL), writings(FULL), readings(EMPTY)
    return {
        way: _Turns(read_alone[way], read_full[way], read_beside[way], write_alone[way], write_full[way])
        for way in trials
    }


def _timed(trials: Mapping[K, Trial], way: Callable[[Trial], float]) -> dict[K, Timed]:
    return timed({name: partial(way, trial) for name, trial in trials.items()}, budget_s=_BUDGET_S)
