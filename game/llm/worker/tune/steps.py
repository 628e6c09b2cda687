"""How many tokens go into a step, whether a second sequence rides along, and how soon a step can be broken off.

Knows nothing of other choices.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.llm.tuning import Tuning
from game.llm.worker.tune.bench import EMPTY, LONGEST_CHUNK, Bench
from game.llm.worker.tune.notes import Notes
from game.llm.worker.tune.timing import best, timed

LONGEST_STEP_S = 0.1
"""A step that cannot be broken off keeps waiting whoever asks for something else."""

_BUDGET_S = 3.0
_CHUNKS = (32, 64, 128, 256, LONGEST_CHUNK)
_AHEAD = 32
_TOGETHER = (1, 2, 4, 8)
_NEARLY_FREE = 0.95
_STOPS = 20
_STOPPING_S = 4.0


def choose_chunk(bench: Bench, tuning: Tuning, notes: Notes) -> Tuning:
    """Return the tuning with the fastest step, of those short enough where a step cannot be broken off."""
    chunks = {str(chunk): chunk for chunk in _CHUNKS if chunk <= bench.lengths.read}
    with bench.trial(tuning) as trial:
        prompts = {
            name: partial(trial.read, bench.lengths.read, sequence=EMPTY, chunk=chunk) for name, chunk in chunks.items()
        }
        times = timed(prompts, budget_s=_BUDGET_S)
    step_s = {name: times[name].seconds * chunk / bench.lengths.read for name, chunk in chunks.items()}
    shortest = min(step_s, key=lambda name: chunks[name])
    short = {name: time for name, time in times.items() if bench.can_stop or step_s[name] <= LONGEST_STEP_S}
    chosen = best(short, max(short, key=lambda name: chunks[name])) if short else shortest
    notes.add("tokens of a step", times, bench.lengths.read, chosen)
    notes.read, notes.step_s = bench.lengths.read / times[chosen].seconds, step_s[str(_AHEAD)]
    ahead = int(_AHEAD * min(1.0, LONGEST_STEP_S / notes.step_s))
    return replace(tuning, chunk=chunks[chosen], ahead=max(1, ahead))


def choose_company(bench: Bench, tuning: Tuning, notes: Notes) -> Tuning:
    """Return the tuning with whether something may be told ahead in the steps of what is waited for."""
    length = bench.lengths.write
    with bench.trial(tuning) as trial:
        for sequence in range(EMPTY, EMPTY + max(_TOGETHER)):
            trial.hold(1, sequence=sequence, chunk=1)
        groups = {str(many): partial(trial.write, length, sequences=range(EMPTY, EMPTY + many)) for many in _TOGETHER}
        times = timed(groups, budget_s=_BUDGET_S)
    notes.write = {name: int(name) * length / time.seconds for name, time in times.items()}
    rides_along = times["1"].seconds >= _NEARLY_FREE * times["2"].seconds
    notes.add_speeds("sequences written together", notes.write, "2" if rides_along else "1")
    return replace(tuning, rides_along=rides_along)


def measure_stopping(bench: Bench, tuning: Tuning, notes: Notes) -> Tuning:
    """Note how soon a step ends that is to be broken off, where that can be; the tuning stays."""
    if not bench.can_stop:
        return tuning
    chunk = min(tuning.chunk, bench.lengths.read)
    with bench.trial(tuning) as trial:
        step_s = trial.read(chunk, sequence=EMPTY, chunk=chunk)
        tries = max(5, min(_STOPS, int(_STOPPING_S / step_s)))
        ends = [trial.stop(chunk, sequence=EMPTY, after_s=step_s * part / tries) for part in range(1, tries)]
    stopped = sorted(end for end in ends if end is not None)
    if stopped:
        notes.stop_s = stopped[min(len(stopped) - 1, int(0.95 * len(stopped)))]
    return tuning
