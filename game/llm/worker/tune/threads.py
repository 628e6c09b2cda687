"""How many threads write fastest, and how many read fastest.

Knows nothing of other choices.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.llm.cores import physical_cores, usable_cores
from game.llm.tuning import Tuning
from game.llm.worker.tune.bench import EMPTY, LONGEST_CHUNK, Bench
from game.llm.worker.tune.notes import Notes
from game.llm.worker.tune.timing import best, timed
from game.llm.worker.tune.trial import Trial

_BUDGET_S = 2.5


def choose_threads(bench: Bench, tuning: Tuning, notes: Notes) -> Tuning:
    """Return the tuning with the threads for writing and for reading: all cores, all but one, or no core's twin."""
    usable, lengths = usable_cores(), bench.lengths
    counts = {str(count): count for count in (usable, physical_cores(), usable - 1) if count > 0}
    with bench.trial(tuning) as trial:
        writing = timed(
            {name: partial(_write, trial, lengths.write, n) for name, n in counts.items()}, budget_s=_BUDGET_S
        )
        reading = timed(
            {name: partial(_read, trial, lengths.read, n) for name, n in counts.items()}, budget_s=_BUDGET_S
        )
    to_write, to_read = best(writing, str(usable)), best(reading, str(usable))
    notes.add("threads to write with", writing, lengths.write, to_write)
    notes.add("threads to read with", reading, lengths.read, to_read)
    return replace(tuning, threads=counts[to_write], reading_threads=counts[to_read])


def _write(trial: Trial, tokens: int, threads: int) -> float:
    trial.use(threads)
    return trial.write(tokens, sequences=[EMPTY])


def _read(trial: Trial, tokens: int, threads: int) -> float:
    trial.use(threads)
    return trial.read(tokens, sequence=EMPTY, chunk=LONGEST_CHUNK)
