"""A tiny model that is loaded in the tests' own process, whose tokens are bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from game.llm.tuning import Tuning
from game.llm.worker.loading import Loaded, load
from game.tune.evaluation.desk import Desk
from tests.llm.tiny_gguf import write_llama

ALONE = Tuning(threads=1, reading_threads=1, window=8192)
"""In one thread: threads that wait for one another take long beside other programs, and a tiny model needs none."""


@pytest.fixture(scope="session")
def tiny_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a tiny model's file."""
    return write_llama(tmp_path_factory.mktemp("tiny") / "tiny.gguf", layers=2, window=16_384)


@pytest.fixture(scope="session")
def loaded(tiny_path: Path) -> Iterator[Loaded]:
    """Yield a tiny model, loaded."""
    order = {"path": str(tiny_path), "template": "", **asdict(ALONE)}
    model = load(order, progress=lambda _: None, interrupted=lambda: False)
    yield model
    model.context.close()
    model.weights.close()


@pytest.fixture
def desk(loaded: Loaded) -> Desk:
    return Desk(loaded.weights, loaded.context, chunk=loaded.pace.chunk)
