"""What the settings keep from a player, as somebody who plays in plain mode meets it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import typer

from game.cli.safety import check_rating, open_rated, wishes_of
from game.errors import SettingsError
from game.loader.load import parse_world
from game.session.session import Session
from game.settings import Settings, settings_path
from game.story.safety.ratings import Rating
from tests.cli.test_play import Player
from tests.kit import INN, inn

NEVER = "Something happens here that you asked not to be told."


@pytest.fixture
def worlds(tmp_path: Path) -> Path:
    """Return a folder with an inn for adults in it."""
    folder = tmp_path / "worlds"
    folder.mkdir()
    text = INN.replace('start = "hall"', 'start = "hall"\nrating = "adult"').replace(
        "It wants oil.", "A spider lives in it."
    )
    (folder / "inn.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def player(worlds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    return Player(worlds, tmp_path / "saves", monkeypatch)


def test_a_world_above_the_ceiling_is_not_opened(
    player: Player, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert player.play("inn") == 1
    assert (
        "The Inn is rated adult; above mature nothing is opened unless you say so. To open it"
        in capsys.readouterr().err
    )
    assert not list(tmp_path.glob("saves/**/*.loreloom"))


def test_an_option_or_the_settings_say_so(player: Player, capsys: pytest.CaptureFixture[str]) -> None:
    assert player.play("inn", "--rating", "adult") == 0
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text('rating = "adult"\n', encoding="utf-8")
    assert player.play("inn") == 0


def test_a_ceiling_holds_for_runs_and_for_looking_too(player: Player, capsys: pytest.CaptureFixture[str]) -> None:
    player.play("inn", "--rating", "adult", "--run", "one")
    assert [player.play("inn", "--run", "one"), player.play("inn", "--read-only")] == [1, 1]


def test_lines_are_kept_from_the_first_word(
    player: Player, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LORELOOM_LINES", "spiders")
    player.play("inn", "--rating", "adult", "--run", "one", typed="examine lamp\n/safety\nundress the child\n/x\n")
    shown = capsys.readouterr().out
    assert f"> examine lamp\n\n{NEVER}\n" in shown
    assert "Never told: spiders.\nWithheld since you came: 1 (lines 1).\n" in shown
    assert "> …\n\nThat cannot be taken in here; nothing of it was kept.\n" in shown
    assert shown.index("\n\nThe rest of this is left untold, and the story goes on.\n\n") < shown.index(
        "\n\nIt is taken back"
    )


def test_a_file_of_lists_takes_the_place_of_the_games(tmp_path: Path) -> None:
    file = tmp_path / "lists.toml"
    file.write_text('[lists]\nspiders = ["longlegs"]\n[rules]\ntyped = ["swearing"]\n', encoding="utf-8")
    limits = wishes_of(Settings(safety=file, lines=("spiders",)), inn()).limits()
    assert limits.author.check("A longlegs waits.")
    assert limits.author.check("A spider waits.") is None
    assert limits.typed.check("Shit.")


def test_texts_are_protected_for_the_world_and_for_the_host(tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("one two three four five", encoding="utf-8")
    limits = wishes_of(Settings(protect=(tmp_path / "poem.txt",), protect_words=3), inn()).limits()
    assert limits.model.check("One two three four.")
    assert limits.author.check("One two three four.") is None


@pytest.mark.parametrize("setting", ["safety", "protect"])
@pytest.mark.parametrize(
    ("content", "why"), [(None, "cannot be read"), (b"\xff\xfe", "is not UTF-8"), (b"x" * 2_000_001, "too large")]
)
def test_a_file_that_cannot_be_read_is_a_sentence(
    tmp_path: Path, setting: str, content: bytes | None, why: str
) -> None:
    file = tmp_path / "lists.toml"
    if content:
        file.write_bytes(content)
    settings = Settings.model_validate({setting: file if setting == "safety" else (file,)})
    with pytest.raises(SettingsError, match=why):
        wishes_of(settings, parse_world(INN))


@pytest.mark.parametrize(("agrees", "tried"), [(True, ["mature", "adult"]), (False, ["mature"])])
def test_at_a_terminal_the_player_is_asked(monkeypatch: pytest.MonkeyPatch, agrees: bool, tried: list[str]) -> None:
    ceilings: list[str] = []

    def opens(ceiling: Rating) -> Session:
        ceilings.append(ceiling)
        check_rating(replace(inn(), rating="adult"), ceiling)
        raise SettingsError("It was opened.")

    def confirm(said: str, *, abort: bool) -> None:
        assert said.endswith("unless you say so. Open it all the same?")
        if not agrees:
            raise typer.Abort

    monkeypatch.setattr("typer.confirm", confirm)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    with pytest.raises(SettingsError if agrees else typer.Abort):
        open_rated(opens, "mature")
    assert ceilings == tried
