"""The library: what in a folder may be a world, and what is no world at all."""

from __future__ import annotations

import os
from pathlib import Path

from game.loader.find import list_worlds
from tests.kit import INN


def test_a_pipe_is_no_world(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert list_worlds([tmp_path]) == []


def test_a_folder_with_a_pipe_in_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "inn").mkdir()
    os.mkfifo(tmp_path / "inn" / "pipe.toml")
    (found,) = list_worlds([tmp_path])
    assert "pipe.toml is not a plain file" in found.problem


def test_a_link_to_a_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "inn.toml").write_text(INN, encoding="utf-8")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "inn").symlink_to(tmp_path / "there")
    (found,) = list_worlds([tmp_path / "here"])
    assert "is a link" in found.problem


def test_the_folder_of_worlds_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "inn.toml").write_text(INN, encoding="utf-8")
    (tmp_path / "here").symlink_to(tmp_path / "there")
    assert [found.title for found in list_worlds([tmp_path / "here"])] == ["The Inn"]


def test_a_version_is_a_world_and_a_translation_is_none(tmp_path: Path) -> None:
    for name in ("inn.toml", "inn.v2.toml", "inn.zh.toml", ".inn.toml"):
        (tmp_path / name).write_text(INN, encoding="utf-8")
    assert [found.name for found in list_worlds([tmp_path])] == ["inn", "inn.v2"]
