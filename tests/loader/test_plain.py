"""Plain files within a limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader.plain import read_bytes, read_text


def test_a_text_is_read_without_its_mark_and_with_plain_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfa\r\nb\rc")
    assert read_text(tmp_path / "a.txt") == "a\nb\nc"


def test_the_limit_is_the_readers(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_bytes(tmp_path / "a", most=5) == b"12345"
    with pytest.raises(WorldError, match=r"a is larger than 0 MB; make it smaller, or several files of it\.$"):
        read_bytes(tmp_path / "a", most=4)
