"""Big files on disk."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm import files


def test_a_digest_is_the_files_sha256(tmp_path: Path) -> None:
    file = tmp_path / "big"
    file.write_bytes(b"lore" * 100_000)
    assert files.sha256_of(file) == hashlib.sha256(b"lore" * 100_000).hexdigest()


def test_a_settled_draft_replaces_the_old_file(tmp_path: Path) -> None:
    draft, target = tmp_path / "draft", tmp_path / "target"
    target.write_text("old")
    draft.write_text("new")
    files.settle(draft, target)
    assert target.read_text() == "new"
    assert not draft.exists()


def test_only_one_maker_holds_the_lock(tmp_path: Path) -> None:
    lock, order = tmp_path / "lock", list[str]()

    def second() -> None:
        with files.only_maker(lock):
            order.append("second")

    waiting = threading.Thread(target=second)
    with files.only_maker(lock):
        waiting.start()
        waiting.join(0.1)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_a_killed_maker_leaves_nothing_locked(tmp_path: Path) -> None:
    code = "import os, sys; from pathlib import Path; from game.llm.files import only_maker\n"
    code += "with only_maker(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path / "lock")], check=False)
    assert ended.returncode == -9
    with files.only_maker(tmp_path / "lock") as held:
        assert os.fstat(held).st_size == 0


def test_room_enough_is_no_word(tmp_path: Path) -> None:
    files.require_space(tmp_path, 1, purpose="a test")
    with pytest.raises(ModelError, match="too full for a test"):
        files.require_space(tmp_path, shutil.disk_usage(tmp_path).free, purpose="a test")


@pytest.mark.parametrize(("size", "words"), [(1, "1 MB"), (2_000_000, "2 MB"), (12_340_000_000, "12.3 GB")])
def test_sizes_are_said_in_round_numbers(size: int, words: str) -> None:
    assert files.megabytes(size) == words


@pytest.mark.parametrize(("start", "expected"), [(b"GGUF\x03", True), (b"GGU", False), (b"", False)])
def test_a_gguf_file_is_known_by_its_first_bytes(tmp_path: Path, start: bytes, expected: bool) -> None:
    file = tmp_path / "file"
    file.write_bytes(start)
    assert files.is_gguf(file) is expected


def test_a_missing_file_is_no_gguf(tmp_path: Path) -> None:
    assert not files.is_gguf(tmp_path / "gone")
