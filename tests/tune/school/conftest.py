"""What needs torch runs where that is installed: `make test-tune` sees to it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from game.llm.files import sha256_of
from game.tune.training.trainer import NEEDED
from tests.llm.tiny_gguf import write_llama

collect_ignore = (
    [] if all(map(find_spec, NEEDED)) else ["test_pupil.py", "test_teaching.py", "test_training.py", "tiny"]
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the libraries of training warn of their own future."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore"))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a model of two layers, whose tokens are bytes."""
    return write_llama(tmp_path / "tiny.gguf", layers=2)


@pytest.fixture
def digest(source: Path) -> str:
    return sha256_of(source)
