"""How wide a window is worth having: one that fits the memory, and that can be read again while somebody waits.

Knows nothing of how anything was measured.
"""

from __future__ import annotations

import math
from dataclasses import replace

from game.errors import ModelError
from game.llm.tuned import Row
from game.llm.tuning import LEAST_WINDOW, Tuning
from game.llm.worker.room import fitted, left_for_window, needs_of
from game.llm.worker.tune.bench import Bench
from game.llm.worker.tune.notes import Notes, Slope

LONGEST_S = 20.0
"""Seconds that reading a full window may take: it is read whole where no prompt of a run was kept."""

_NO_GROWTH = 1e-12
_ROUND = 256
_OF_MEMORY = 0.75
_LITTLE = 1.1
_BESIDE, _BESIDE_IF_CHEAP = 2048, 4096
"""Cells beyond the window: more where cells that others hold make reading a tenth slower at most."""


def choose_window(bench: Bench, tuning: Tuning, notes: Notes) -> Tuning:
    """Return the tuning with a window of the width that is set, or a narrower one. Raises ModelError."""
    window = window_for(min(tuning.window, bench.weights.trained_window or tuning.window), notes.slope)
    beside = _BESIDE_IF_CHEAP if notes.idle_cost <= _LITTLE else _BESIDE
    chosen = _within_memory(bench, replace(tuning, window=window, beside=beside))
    seconds = round(seconds_for(chosen.window, notes.slope), 1)
    width = f"{chosen.window:,} tokens"
    notes.rows.append(Row("reading a full window", "s", {width: seconds}, width))
    return chosen


def window_for(wanted: int, slope: Slope) -> int:
    """Return the window to use, as wide as wanted at most."""
    if seconds_for(wanted, slope) <= LONGEST_S:
        return wanted
    return min(wanted, max(LEAST_WINDOW, widest(LONGEST_S, slope)))


def seconds_for(window: int, slope: Slope) -> float:
    """Return how long a window takes to read: each token takes longer by as much as the one before."""
    return slope.first * window + slope.growth * window**2 / 2


def widest(seconds: float, slope: Slope) -> int:
    """Return the widest window that can be read in some seconds, in whole steps of 256 tokens."""
    growth = max(slope.growth, _NO_GROWTH)
    tokens = (math.sqrt(slope.first**2 + 2 * growth * seconds) - slope.first) / growth
    return int(tokens) // _ROUND * _ROUND


def _within_memory(bench: Bench, tuning: Tuning) -> Tuning:
    """Return the tuning narrowed to the memory; where numbers of half the size leave more of it, with those."""
    usual = _fitted(bench, tuning)
    if usual.window == tuning.window or tuning.flash == "off":
        return usual
    try:
        shorter = _fitted(bench, replace(tuning, cache_type="q8_0"))
    except ModelError:  # Not every model can be computed so.
        return usual
    return shorter if shorter.window > usual.window else usual


def _fitted(bench: Bench, tuning: Tuning) -> Tuning:
    needs = needs_of(bench.weights, tuning).share(bench.share)
    left = int(left_for_window(bench.weights, memory=0) * _OF_MEMORY)
    return fitted(bench.weights.name, tuning, needs, left=left)[0]
