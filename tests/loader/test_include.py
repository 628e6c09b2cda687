"""Files that a world includes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader.load import load_world
from tests.kit import INN

BARN = '[place.barn]\nname = "the barn"\nlook = "Hay."\n'


def world_with(folder: Path, include: str) -> Path:
    file = folder / "inn.toml"
    file.write_text(f"include = {include}\n{INN}", encoding="utf-8")
    return file


def test_an_included_file_is_part_of_the_world(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "barn.toml").write_text(BARN, encoding="utf-8")
    assert "barn" in load_world(world_with(tmp_path, '["more/barn.toml"]')).places


def test_files_that_include_each_other_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "barn.toml").write_text(f'include = ["inn.toml", "barn.toml"]\n{BARN}', encoding="utf-8")
    assert "barn" in load_world(world_with(tmp_path, '["barn.toml", "barn.toml"]')).places


@pytest.mark.parametrize(
    "name", ["/etc/passwd.toml", "../barn.toml", "more/../../barn.toml", "barn.txt", "a\\\\b.toml"]
)
def test_nothing_out_of_the_folder_is_included(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorldError, match=r"cannot be included \(inn.toml:1\): name a .toml file in the world's own"):
        load_world(world_with(tmp_path, f'["{name}"]'))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"'barn.toml' cannot be included \(inn.toml:1\): there is no such file"):
        load_world(world_with(tmp_path, '["barn.toml"]'))


@pytest.mark.parametrize(
    "name", ["barn.toml", "x" * 300 + ".toml", "\\u0000.toml", "more.toml", ".toml", ""], ids=range(6)
)
def test_what_is_no_plain_file_is_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "barn.toml")
    (tmp_path / "more.toml").mkdir()
    with pytest.raises(WorldError, match=r"cannot be included \(inn.toml:1\)"):
        load_world(world_with(tmp_path, f'["{name}"]'))


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "barn.toml").write_text(BARN, encoding="utf-8")
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "more").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WorldError, match="reached by a link"):
        load_world(world_with(tmp_path / "world", '["more/barn.toml"]'))


def test_a_fault_in_an_included_file_is_shown_there(tmp_path: Path) -> None:
    (tmp_path / "barn.toml").write_text(BARN + 'exits = { up = "loft" }\n', encoding="utf-8")
    with pytest.raises(WorldError, match=r"no place 'loft'(.|\n)*barn.toml:4:"):
        load_world(world_with(tmp_path, '["barn.toml"]'))
