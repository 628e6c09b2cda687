"""The files of a world as they change under the eyes of who looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader import watch
from game.loader.watch import Watch
from tests.kit import INN


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of the inn."""
    file = tmp_path / "inn.toml"
    file.write_text(INN, encoding="utf-8")
    return file


def rewrite(file: Path, old: str, new: str) -> None:
    """Replace some of a file's text."""
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def title(watch: Watch) -> str:
    """Return the title of the world that a look finds; fails when it finds none."""
    world = watch.look()
    assert world is not None
    return world.title


def test_a_file_that_stays_as_it_is_is_not_read_again(file: Path) -> None:
    watch = Watch(file, "en")
    file.touch()
    assert watch.look() is None


def test_a_change_is_seen_once(file: Path) -> None:
    watch = Watch(file, "en")
    rewrite(file, "The Inn", "The Swan")
    assert title(watch) == "The Swan"
    assert watch.look() is None


def test_a_mistake_is_told_shortly_with_its_place_and_told_once(file: Path) -> None:
    watch = Watch(file, "en")
    rewrite(file, 'start = "hall"', 'start = "hal"')
    with pytest.raises(WorldError) as told:
        watch.look()
    assert str(told.value) == (
        "error[W012]: there is no place 'hal'\n --> inn.toml:6:10: did you mean 'hall' (inn.toml:12)?"
    )
    assert watch.look() is None
    rewrite(file, 'start = "hal"', 'start = "hall"')
    assert title(watch) == "The Inn"


def test_a_file_that_is_gone_is_a_sentence_until_it_is_back(file: Path) -> None:
    watch = Watch(file, "en")
    file.rename(file.with_suffix(".away"))
    with pytest.raises(WorldError, match="cannot be read"):
        watch.look()
    file.with_suffix(".away").rename(file)
    assert title(watch) == "The Inn"


def test_a_file_that_is_still_being_written_waits_for_the_next_look(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Watch(file, "en")
    rewrite(file, "[facts]", "[facts")
    with monkeypatch.context() as writing:
        writing.setattr(watch, "sleep", lambda _: rewrite(file, "[facts", "[facts]"))
        assert seen.look() is None
    assert seen.look() is None


def test_an_included_file_is_looked_at_and_awaited(file: Path) -> None:
    rewrite(file, "schema = 1", 'schema = 1\ninclude = ["rooms.toml"]')
    watch = Watch(file, "en")
    rooms = file.with_name("rooms.toml")
    rooms.write_text('[place.attic]\nname = "the attic"\nlook = "Dust."', encoding="utf-8")
    assert title(watch) == "The Inn"
    rewrite(rooms, "Dust", "Moths")
    assert title(watch) == "The Inn"


def test_a_new_file_of_a_folder_is_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "inn"
    folder.mkdir()
    (folder / "inn.toml").write_text(INN, encoding="utf-8")
    watch = Watch(folder, "en")
    (folder / "more.toml").write_text('[thing.mug]\nname = "mug"\nat = "hall"', encoding="utf-8")
    world = watch.look()
    assert world is not None
    assert "mug" in world.things


def test_a_translation_is_looked_at(file: Path) -> None:
    translation = file.with_name("inn.zh.toml")
    translation.write_text('[place.hall]\nname = "大厅"', encoding="utf-8")
    watch = Watch(file, "zh")
    rewrite(translation, "大厅", "厅堂")
    world = watch.look()
    assert world is not None
    assert (world.language, world.places["hall"].name) == ("zh", "厅堂")
