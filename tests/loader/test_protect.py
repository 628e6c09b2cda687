"""Texts that a world protects: read from its own folder, or an error that says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader.load import load_world, parse_world
from game.loader.protect import MOST_BYTES
from tests.kit import INN


def world_that_protects(folder: Path, names: str) -> Path:
    file = folder / "inn.toml"
    voice = f"[world.voice]\nprotect = {names}\nprotect_words = 8\n[facts]"
    file.write_text(INN.replace("[facts]", voice), encoding="utf-8")
    return file


def test_the_texts_are_read_with_the_world(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "poem.txt").write_text("One.\r\nTwo.", encoding="utf-8")
    (tmp_path / "more" / "song.txt").write_text("歌。", encoding="utf-8")
    world = load_world(world_that_protects(tmp_path, '["poem.txt", "more/song.txt"]'))
    assert world.protected == ("One.\nTwo.", "歌。")
    assert world.voice.protect_words == 8


def test_a_folder_of_a_world_holds_its_own(tmp_path: Path) -> None:
    (tmp_path / "inn").mkdir()
    (tmp_path / "inn" / "poem.txt").write_text("One.", encoding="utf-8")
    world_that_protects(tmp_path / "inn", '["poem.txt"]')
    assert load_world(tmp_path / "inn").protected == ("One.",)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gone.txt", "'gone.txt' is not there"),
        ("/etc/hostname", "'/etc/hostname' is not in the world's own folder"),
        ("../poem.txt", "'../poem.txt' is not in the world's own folder"),
        ("folder", "'folder' is too large, or no plain file"),
        ("link.txt", "'link.txt' is reached by a link"),
        ("raw.txt", "raw.txt is not UTF-8 text"),
    ],
)
def test_a_text_that_cannot_be_read_is_shown_where_it_is_named(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "raw.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "link.txt").symlink_to(tmp_path / "raw.txt")
    with pytest.raises(WorldError) as caught:
        load_world(world_that_protects(tmp_path, f'[\n"{name}"]'))
    assert f"error[W015]: {why}" in str(caught.value)
    assert "--> inn.toml:10:1" in str(caught.value)


def test_texts_that_are_too_much_together_are_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x" * (MOST_BYTES // 2 + 1), encoding="utf-8")
    with pytest.raises(WorldError, match="the texts to protect are larger than 2 MB in all"):
        load_world(world_that_protects(tmp_path, '["a.txt", "b.txt"]'))


def test_a_world_without_a_folder_names_them_only() -> None:
    world = parse_world(INN.replace("[facts]", '[world.voice]\nprotect = ["poem.txt"]\n[facts]'))
    assert (world.voice.protect, world.protected) == (("poem.txt",), ())


def test_a_world_may_be_rated_adult() -> None:
    assert parse_world(INN.replace('start = "hall"', 'start = "hall"\nrating = "adult"')).rating == "adult"
