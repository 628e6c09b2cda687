"""llama.cpp's memory of sequences, put into a file and taken out again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.llm.tuning import Tuning
from game.llm.worker.context import Context, Entry
from game.llm.worker.sampling import Sampler
from game.llm.worker.weights import Weights
from game.story.model import Sampling
from tests.llm.tiny_gguf import write_mamba

CHUNK = 128
PROMPT = [(7 * at) % 250 for at in range(300)]


@contextmanager
def context_of(weights: Weights, *, cells: int = 1024) -> Iterator[Context]:
    context = Context(weights, cells=cells, tuning=Tuning(threads=1), interrupted=lambda: False)
    yield context
    context.close()


@pytest.fixture
def mamba(tmp_path: Path) -> Iterator[Weights]:
    """Yield a recurrent model."""
    weights = Weights(write_mamba(tmp_path / "m.gguf"), gpu_layers=0, progress=lambda _: None)
    yield weights
    weights.close()


def read(context: Context, tokens: list[int], sequence: int = 0) -> None:
    for start in range(0, len(tokens), CHUNK):
        chunk = tokens[start : start + CHUNK]
        context.step([Entry(token, at, sequence) for at, token in enumerate(chunk, start)])


def going_on(context: Context, sequence: int, weights: Weights) -> list[int]:
    """Return the tokens that follow, the likeliest each time, from what a sequence holds."""
    sampler = Sampler(Sampling(temperature=0.0), weights, seed=1)
    token, said = 1, []
    for _ in range(40):
        context.step([Entry(token, context.length(sequence), sequence, wanted=True)])
        token = sampler.draw(context, 0)
        said.append(token)
    sampler.close()
    return said


def kept(weights: Weights, file: Path) -> list[int]:
    """Read the prompt, put it into a file and return what follows it."""
    with context_of(weights) as context:
        read(context, PROMPT)
        assert context.save(0, file, PROMPT)
        assert abs(file.stat().st_size - context.size(0, PROMPT)) < 64
        return going_on(context, 0, weights)


def assert_goes_on_as_before(weights: Weights, file: Path) -> None:
    said = kept(weights, file)
    with context_of(weights) as context:
        read(context, [9] * 50)
        assert context.load(5, file, PROMPT)
        assert context.length(5) == len(PROMPT)
        assert going_on(context, 5, weights) == said


def test_a_sequence_from_a_file_goes_on_as_the_one_that_was_read(tiny_weights: Weights, tmp_path: Path) -> None:
    assert_goes_on_as_before(tiny_weights, tmp_path / "kept")


def test_a_recurrent_memory_from_a_file_goes_on_as_the_one_that_was_read(mamba: Weights, tmp_path: Path) -> None:
    assert_goes_on_as_before(mamba, tmp_path / "kept")


@pytest.mark.parametrize("back", [0, 5])
def test_a_sequence_that_was_put_back_goes_on_as_before(tiny_weights: Weights, back: int) -> None:
    with context_of(tiny_weights) as context:
        read(context, PROMPT)
        context.copy(0, 7)
        said = going_on(context, 7, tiny_weights)
        state = context.take_out(0, most=10**9)
        assert context.length(0) == len(PROMPT)
        context.clear(0)
        assert context.put_back(back, state)
        assert going_on(context, back, tiny_weights) == said


def test_a_sequence_for_which_there_are_no_cells_is_empty(tiny_weights: Weights) -> None:
    with context_of(tiny_weights) as context:
        tokens = [9] * (context.cells * 2 // 3)
        read(context, tokens)
        state = context.take_out(0, most=10**9)
        assert not context.put_back(5, state)
        assert (context.length(0), context.length(5)) == (len(tokens), 0)


def test_a_sequence_of_more_bytes_than_may_be_is_not_taken_out(tiny_weights: Weights) -> None:
    with context_of(tiny_weights) as context:
        read(context, PROMPT)
        assert context.take_out(0, most=1000) is None


@pytest.mark.parametrize("wanted", [PROMPT[:-1], [*PROMPT, 1], [8, *PROMPT[1:]]])
def test_a_file_of_other_tokens_leaves_the_sequence_empty(
    tiny_weights: Weights, tmp_path: Path, wanted: list[int]
) -> None:
    kept(tiny_weights, tmp_path / "kept")
    with context_of(tiny_weights) as context:
        assert not context.load(5, tmp_path / "kept", wanted)
        assert context.length(5) == 0
        read(context, PROMPT, 5)


def test_a_file_fits_between_the_cells_of_others(tiny_weights: Weights, tmp_path: Path) -> None:
    said = kept(tiny_weights, tmp_path / "kept")
    with context_of(tiny_weights) as context:
        for at in range(context.cells // 2):
            context.step([Entry(5, at, 0), Entry(6, at, 1)])
        context.clear(1)
        assert context.load(2, tmp_path / "kept", PROMPT)
        assert going_on(context, 2, tiny_weights) == said


def test_a_file_that_finds_no_cells_leaves_the_sequence_empty(tiny_weights: Weights, tmp_path: Path) -> None:
    kept(tiny_weights, tmp_path / "kept")
    with context_of(tiny_weights, cells=512) as context:
        read(context, PROMPT)
        assert not context.load(2, tmp_path / "kept", PROMPT)
        assert (context.length(0), context.length(2)) == (len(PROMPT), 0)


def test_a_file_that_is_not_there_is_only_not_loaded(tiny_weights: Weights, tmp_path: Path) -> None:
    with context_of(tiny_weights) as context:
        assert not context.load(0, tmp_path / "none", PROMPT)


def test_a_file_that_cannot_be_written_is_said(tiny_weights: Weights, tmp_path: Path) -> None:
    with context_of(tiny_weights) as context:
        read(context, PROMPT)
        assert not context.save(0, tmp_path / "none" / "kept", PROMPT)


def test_two_contexts_of_one_model_are_of_one_kind(tiny_weights: Weights) -> None:
    with context_of(tiny_weights) as one, context_of(tiny_weights, cells=512) as other:
        assert one.kind == other.kind


@contextmanager
def asking(weights: Weights, asked: list[int]) -> Iterator[Context]:
    """Yield a context that notes whenever it asks whether to go on."""

    def interrupted() -> bool:
        asked.append(1)
        return False

    context = Context(weights, cells=1024, tuning=Tuning(threads=1), interrupted=interrupted)
    yield context
    context.close()


def test_a_step_as_short_as_the_last_of_its_kind_is_asked_about_once_a_long_one_all_along(
    tiny_weights: Weights,
) -> None:
    asked: list[int] = []
    with asking(tiny_weights, asked) as context:
        counts: list[int] = []
        for count in (1, 1, 100, 1):
            asked.clear()
            read(context, PROMPT[:count], sequence=len(counts))
            counts.append(len(asked))
    first, short, long, again = counts
    assert (short, again) == (1, 1)
    assert min(first, long) > 3


def test_within_a_step_that_is_short_in_tokens_and_long_in_time_somebody_may_break_in(
    tiny_weights: Weights, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = itertools.count()
    monkeypatch.setattr("game.llm.worker.context.time.perf_counter", lambda: next(seconds))
    asked: list[int] = []
    with asking(tiny_weights, asked) as context:
        read(context, PROMPT[:1])
        asked.clear()
        read(context, PROMPT[:1], sequence=1)
    assert len(asked) > 3
