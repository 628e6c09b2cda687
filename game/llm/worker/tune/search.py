"""One choice after the other: what was chosen holds for the next, and at last all of it is the answer.

Knows nothing of how a choice is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import llama_cpp

from game.errors import ModelError
from game.llm.digest import weights_digest
from game.llm.tuned import Answer, library, machine
from game.llm.tuning import Tuned, Tuning
from game.llm.worker import log
from game.llm.worker.devices import gpus
from game.llm.worker.placing import Tried, first_that_loads, layers_in_words, layers_there, layers_to_try
from game.llm.worker.tune.attention import choose_cache, choose_flash
from game.llm.worker.tune.bench import EMPTY, LONGEST_CHUNK, Bench, bench_of
from game.llm.worker.tune.lengths import Lengths
from game.llm.worker.tune.notes import Notes
from game.llm.worker.tune.steps import choose_chunk, choose_company, measure_stopping
from game.llm.worker.tune.threads import choose_threads
from game.llm.worker.tune.timing import best, timed
from game.llm.worker.tune.trial import Trial
from game.llm.worker.tune.window import choose_window
from game.llm.worker.weights import Weights

Tell = Callable[[float, str], None]
Choose = Callable[[Bench, Tuning, Notes], Tuning]

_BUDGET_S = 3.0

STAGES: tuple[tuple[str, Choose], ...] = (
    ("threads", choose_threads),
    ("attention", choose_flash),
    ("how the window is kept", choose_cache),
    ("tokens of a step", choose_chunk),
    ("sequences together", choose_company),
    ("breaking off", measure_stopping),
    ("window", choose_window),
)


def found_for(path: Path, usual: Tuning, *, tell: Tell) -> Answer:
    """Return what is best for a model's file, as wide a window as usual at most; tell is told how far it is, and where.

    Raises ModelError.
    """
    log.listen()
    llama_cpp.llama_backend_init()
    devices, notes = gpus(), Notes()
    tell(0.0, "loading")
    with _benched(path, layers_to_try(path, usual.gpu_layers, devices), usual, notes) as (bench, begun):
        tuning = begun
        for number, (stage, choose) in enumerate(STAGES):
            tell((number + 1) / (len(STAGES) + 1), stage)
            tuning = choose(bench, tuning, notes)
        name = bench.weights.name
    tuned = Tuned(devices[0].name if devices else "", tuning)
    return Answer(name, machine(), library(), weights_digest(path), tuned, notes.speeds, tuple(notes.rows))


@contextmanager
def _benched(path: Path, layers: Sequence[int], usual: Tuning, notes: Notes) -> Iterator[tuple[Bench, Tuning]]:
    """Lend a bench with the layers on the GPU that make it fastest, and the tuning that says how many."""
    with ExitStack() as lent:
        first = first_that_loads(layers, lambda count, _: _loaded(path, replace(usual, gpu_layers=count)), Tried())
        lent.callback(first[0].weights.close)
        if first[0].can_stop:
            yield first
            return
        other = _loaded(path, replace(usual, gpu_layers=0))
        lent.callback(other[0].weights.close)
        yield _faster(first, other, notes)


def _loaded(path: Path, tuning: Tuning) -> tuple[Bench, Tuning]:
    weights = Weights(path, gpu_layers=tuning.gpu_layers, progress=lambda _: None)
    try:
        there = layers_there(tuning.gpu_layers, weights.layers)
        return bench_of(weights, tuning, share=1 - there / max(weights.layers, 1)), tuning
    except ModelError:
        weights.close()
        raise


def _faster(first: tuple[Bench, Tuning], other: tuple[Bench, Tuning], notes: Notes) -> tuple[Bench, Tuning]:
    """Return that of two benches on which a turn takes less time; both are given the same to do."""
    lengths = other[0].lengths
    found = {layers_in_words(tuning.gpu_layers): (bench, tuning) for bench, tuning in (first, other)}
    with ExitStack() as lent:
        trials = {name: lent.enter_context(bench.trial(tuning)) for name, (bench, tuning) in found.items()}
        turns = {name: partial(_turn, trial, lengths) for name, trial in trials.items()}
        times = timed(turns, budget_s=_BUDGET_S)
    chosen = best(times, layers_in_words(first[1].gpu_layers))
    notes.add("on the GPU", times, lengths.turn, chosen)
    return found[chosen]


def _turn(trial: Trial, lengths: Lengths) -> float:
    read = trial.read(lengths.read, sequence=EMPTY, chunk=LONGEST_CHUNK)
    return read + trial.write(lengths.write, sequences=[EMPTY])
