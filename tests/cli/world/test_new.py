"""`loreloom world new`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from game.authoring.schema import schema_text
from game.cli.app import run
from game.loader.load import load_world


class Terminal(io.StringIO):
    """Somebody who types, at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder to stand in, with nobody at the keyboard."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return tmp_path


def test_a_new_world_can_be_checked_and_drawn_by_its_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "new", "mail", "--title", "Mail", "--author", "Ann"]) == 0
    assert load_world(here / "worlds" / "mail.toml").author == "Ann"
    assert "loreloom play mail\n" in capsys.readouterr().out
    assert run(["world", "check", "mail"]) == 0
    assert capsys.readouterr().out == "Nothing is wrong.\n"


def test_what_was_written_is_told_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "new", "mail", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert load_world(Path(printed["world"])).title == "Mail"
    assert Path(printed["schema"]).read_text(encoding="utf-8") == schema_text()


def test_the_schema_lies_beside_the_world_and_the_world_names_it(here: Path) -> None:
    assert run(["world", "new", "mail", "--folder", "a b"]) == 0
    assert (here / "a b" / ".loreloom-schema.json").read_text(encoding="utf-8") == schema_text()
    world = (here / "a b" / "mail.toml").read_text(encoding="utf-8")
    assert world.startswith("#:schema ./.loreloom-schema.json\n")
    assert "loreloom play a b/mail.toml\n" in world


def test_the_schema_goes_where_it_is_told_to(here: Path) -> None:
    assert run(["world", "new", "mail", "--schema", "the format.json"]) == 0
    assert (here / "the format.json").is_file()
    assert (here / "worlds" / "mail.toml").read_text(encoding="utf-8").startswith("#:schema ../the%20format.json\n")


def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "worlds" / "inn").mkdir(parents=True)
    for name in ("mail.toml", ".loreloom-schema.json"):
        (here / "worlds" / name).write_text("mine", encoding="utf-8")
    assert [run(["world", "new", name]) for name in ("mail", "inn", "other")] == [1, 1, 0]
    assert "mail.toml is there already" in capsys.readouterr().err
    assert {(here / "worlds" / name).read_text("utf-8") for name in ("mail.toml", ".loreloom-schema.json")} == {"mine"}


def test_what_was_not_given_is_asked_for_at_a_terminal(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("夜邮车\n\nmine\nfr\nzh\n"))
    assert run(["world", "new", "mail"]) == 0
    world = load_world(here / "mine" / "mail.toml")
    assert (world.title, world.author, world.language) == ("夜邮车", "", "zh")


def test_what_was_given_is_not_asked_for(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    options = ["--title", "T", "--author", "A", "--folder", ".", "--language", "en"]
    assert run(["world", "new", "mail", *options]) == 0
    assert load_world(here / "mail.toml").title == "T"


def test_yes_asks_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    assert run(["world", "new", "night_mail", "--yes"]) == 0
    assert load_world(here / "worlds" / "night_mail.toml").title == "Night Mail"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["The Mail"], "as in the_mail."),
        (["mail", "--title", " "], "The title is empty"),
        (["mail", "--folder", "file"], "cannot be made"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_no_file(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (here / "file").touch()
    assert run(["world", "new", *arguments]) == 1
    shown = capsys.readouterr().err
    assert said in shown
    assert shown.count("\n") == 1
    assert [each.name for each in here.iterdir()] == ["file"]
