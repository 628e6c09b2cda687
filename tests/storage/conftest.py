"""A run in a temporary folder, for the tests of storage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.storage.records import Meta, Turn
from game.storage.run import RunFile

Play = Callable[..., list[Turn]]


@pytest.fixture
def meta() -> Meta:
    return Meta("saltmarrow", "a1b2", 2**64 - 1, 1, "en", "2031-05-04T03:02:01Z")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "saves" / "saltmarrow" / "run-1.loreloom"


@pytest.fixture
def run(file: Path, meta: Meta) -> Iterator[RunFile]:
    with RunFile.create(file, meta, state="at quay", events="[]") as made:
        yield made


@pytest.fixture
def play(run: RunFile) -> Play:
    """Commit one turn for each of the words."""

    def commit(*words: str) -> list[Turn]:
        return [run.commit(word, f"go {word}", f'["{word}"]', f"at {word}") for word in words]

    return commit
