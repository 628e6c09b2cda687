"""Names for weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.llm.digest import SAMPLE, SAMPLES, weights_digest

BIG = 3 * SAMPLES * SAMPLE + 17


def test_the_same_bytes_have_the_same_name(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(bytes(BIG))
    assert weights_digest(tmp_path / "a") == weights_digest(tmp_path / "b")


@pytest.mark.parametrize("at", [0, SAMPLE - 1, BIG - SAMPLE, BIG - 1])
def test_a_change_at_either_end_changes_the_name(tmp_path: Path, at: int) -> None:
    assert weights_digest(changed(tmp_path / "a", BIG, at)) != weights_digest(changed(tmp_path / "b", BIG, None))


def test_any_change_of_a_small_file_changes_the_name(tmp_path: Path) -> None:
    names = {weights_digest(changed(tmp_path / "a", 9, at)) for at in [None, *range(9)]}
    assert len(names) == 10


def test_files_of_other_lengths_have_other_names(tmp_path: Path) -> None:
    names = {weights_digest(changed(tmp_path / "a", size, None)) for size in (0, 1, BIG, BIG + 1)}
    assert len(names) == 4


def changed(file: Path, size: int, at: int | None) -> Path:
    """Write zeros, but for a one at one place."""
    content = bytearray(size)
    if at is not None:
        content[at] = 1
    file.write_bytes(content)
    return file
