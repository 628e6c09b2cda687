"""A context whose steps are timed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.llm.tuning import Tuning
from game.llm.worker.tune.trial import Trial
from game.llm.worker.weights import Weights
from tests.llm.tiny_gguf import write_llama, write_mamba

ONE = Tuning(threads=1, reading_threads=1, chunk=64)


@pytest.fixture
def trial(tiny_weights: Weights) -> Iterator[Trial]:
    trial = Trial(tiny_weights, ONE, cells=512)
    yield trial
    trial.close()


def length(trial: Trial, sequence: int) -> int:
    return trial._context.length(sequence)


def test_what_is_held_stays_and_what_is_timed_is_taken_off(trial: Trial) -> None:
    trial.hold(100, sequence=0, chunk=64)
    assert trial.read(80, sequence=0, chunk=64) > 0
    assert trial.write(5, sequences=[0, 1]) > 0
    assert (length(trial, 0), length(trial, 1)) == (100, 0)


def test_more_is_held_from_where_it_stood(trial: Trial) -> None:
    trial.hold(100, sequence=0, chunk=64)
    trial.hold(130, sequence=0, chunk=64)
    assert length(trial, 0) == 130


def test_a_step_that_had_ended_was_not_broken_off(trial: Trial) -> None:
    assert trial.stop(1, sequence=0, after_s=60) is None
    assert length(trial, 0) == 0


def test_a_step_that_was_broken_off_leaves_nothing(tmp_path: Path) -> None:
    weights = Weights(write_llama(tmp_path / "m.gguf", layers=24), gpu_layers=0, progress=lambda _: None)
    trial = Trial(weights, Tuning(threads=1, reading_threads=1, chunk=512), cells=1024)
    trial.hold(10, sequence=0, chunk=64)
    assert trial.stop(512, sequence=0, after_s=0.0) is not None
    assert length(trial, 0) == 10
    trial.close()
    weights.close()


def test_a_memory_that_cannot_be_shortened_is_emptied(tmp_path: Path) -> None:
    weights = Weights(write_mamba(tmp_path / "m.gguf"), gpu_layers=0, progress=lambda _: None)
    trial = Trial(weights, ONE, cells=512)
    trial.hold(10, sequence=0, chunk=64)
    trial.read(10, sequence=0, chunk=64)
    assert length(trial, 0) == 0
    trial.close()
    weights.close()
