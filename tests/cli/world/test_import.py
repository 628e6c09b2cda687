"""`loreloom world import`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.authoring.imports import foreign
from game.authoring.imports.foreign import MAX_BYTES, Kind
from game.authoring.imports.imported import Imported, Note
from game.cli.app import run
from game.loader.load import load_world
from tests.authoring.imports.cards.deck import lorebook, png, text_chunk, v2, v3
from tests.kit import INN


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to stand in that holds two cards."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Mira Vane.json").write_bytes(v2(character_book=lorebook({}), system_prompt="x"))
    (tmp_path / "mira.png").write_bytes(png(text_chunk("ccv3", v3())))
    return tmp_path


def test_a_card_becomes_a_world_that_can_be_checked_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "import", "Mira Vane.json"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "Wrote worlds/mira_vane.toml: 1 place, 1 person, 1 thing to ask about, 1 scene, 1 piece of lore."
    )
    assert said[1].startswith("Mira Vane.json: system_prompt is left out: ")
    assert said[-1] == "Play it with: loreloom play mira_vane"
    assert run(["world", "check", "mira_vane"]) == 0
    assert capsys.readouterr().out == "Nothing is wrong.\n"


def test_a_picture_goes_where_it_is_told_to(here: Path) -> None:
    assert run(["world", "import", "mira.png", "-o", "mine/keeper.toml", "--name", "the-lamp"]) == 0
    world = load_world(here / "mine" / "keeper.toml")
    assert (world.id, list(world.people)) == ("the_lamp", ["mira_vane"])
    assert (
        (here / "mine" / "keeper.toml").read_text("utf-8").startswith("#:schema ./.loreloom-schema.json\nschema = 1\n")
    )
    assert (here / "mine" / ".loreloom-schema.json").is_file()


def test_a_person_goes_into_a_world_that_there_is(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "inn").mkdir()
    (here / "inn" / "inn.toml").write_text(INN, encoding="utf-8")
    assert run(["world", "import", "mira.png", "--person", "-o", "inn/mira.toml"]) == 0
    assert capsys.readouterr().out.endswith("check that with: loreloom world check FOLDER\n")
    assert set(load_world(here / "inn").people) == {"anna", "mira_vane"}
    assert sorted(each.name for each in (here / "inn").iterdir()) == ["inn.toml", "mira.toml"]


def test_a_person_without_a_folder_stays_here(here: Path) -> None:
    assert run(["world", "import", "mira.png", "--person"]) == 0
    assert (here / "mira.toml").is_file()


def test_what_was_done_is_told_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "import", "Mira Vane.json", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert load_world(Path(printed["world"])).title == "Mira Vane"
    assert printed["notes"][0]["line"] == 0
    assert printed["notes"][0]["text"].startswith("system_prompt")


@pytest.fixture
def story(here: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a file of a kind that has lines and no person."""
    (here / "lamp.story").write_text("A story.", encoding="utf-8")
    place = {"hall": {"name": "the hall", "look": "Dark."}}
    tables = {"world": {"id": "x", "title": "The Lamp", "start": "hall"}, "place": place}
    imported = Imported(tables, (Note(3, "A picture is left out."),))
    kind = Kind("a story", (".story",), lambda data: False, lambda data, name: imported)
    monkeypatch.setattr(foreign, "KINDS", (kind,))
    return "lamp.story"


def test_a_note_stands_with_its_line(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "import", story]) == 0
    assert "lamp.story:3: A picture is left out.\n" in capsys.readouterr().out
    assert load_world(Path("worlds/lamp.toml")).id == "lamp"


def test_what_is_no_person_is_not_imported_as_one(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "import", story, "--person"]) == 1
    assert "lamp.story is a story, which is no person; leave --person out." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["lamp.twee", "lamp.tw", "lamp.txt"])
def test_a_story_in_twee_becomes_a_world(here: Path, name: str) -> None:
    (here / name).write_text(":: Start\nFog on the water.\n[[Go in|Hall]]\n\n:: Hall\nDust.\n", encoding="utf-8")
    assert run(["world", "import", name]) == 0
    assert load_world(here / "worlds" / "lamp.toml").id == "lamp"


def test_what_is_in_a_file_says_more_than_its_ending(here: Path) -> None:
    (here / "card.txt").write_bytes(v2())
    assert run(["world", "import", "card.txt"]) == 0
    assert load_world(here / "worlds" / "card.toml").title == "Mira Vane"


def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "worlds" / "inn").mkdir(parents=True)
    (here / "worlds" / "mira.toml").write_text("mine", encoding="utf-8")
    assert [run(["world", "import", "mira.png", *more]) for more in ([], ["--name", "inn"])] == [1, 1]
    assert "mira.toml is there already" in capsys.readouterr().err
    assert (here / "worlds" / "mira.toml").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no.png"], "cannot be read"),
        (["link.json"], "is a link"),
        (["pipe.json"], "is not a plain file"),
        ([".."], "is not a plain file"),
        (["large.png"], "is larger than 32 MB"),
        (["story.txt"], "is nothing that can be imported; give one of these: a character card (.json, .png)"),
        (["broken.json"], "is not JSON"),
        (["mira.png", "-o", "mira.txt"], "let it end in .toml"),
        (["mira.png", "--name", "The Lamp"], "as in the_lamp"),
        (["mira.png", "-o", "broken.json/mira.toml"], "cannot be made"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_no_file(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (here / "link.json").symlink_to("mira.png")
    os.mkfifo(here / "pipe.json")
    (here / "large.png").touch()
    os.truncate(here / "large.png", MAX_BYTES + 1)
    (here / "story.txt").write_text("Once upon a time.", encoding="utf-8")
    (here / "broken.json").write_text("no", encoding="utf-8")
    assert run(["world", "import", *arguments]) == 1
    shown = capsys.readouterr().err
    assert said in shown
    assert shown.count("\n") == 1
    assert list(here.rglob("*.toml")) == []
