"""The command tune train --personal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import personal
from game.cli.app import run
from game.llm.own import Own
from game.settings import Settings
from game.tune import personal as examples
from game.tune.training import trainer
from tests.scripted import ScriptedModel
from tests.tune.played.kit import play

ASKED = "Is the model to tell with it from now on?"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the command for two turns that were liked, which are enough for a child that acts."""
    monkeypatch.setattr(trainer, "NEEDED", ())
    monkeypatch.setattr(trainer, "CHILD", "tests.tune.training.acted")
    monkeypatch.setattr(examples, "LEAST", 2)
    told = ScriptedModel(["You come in.", "A clock ticks.", "Rain taps."])
    saves = play(tmp_path / "saves", "+", "wait", "+", model=told).parent.parent
    model = tmp_path / "small.gguf"
    model.write_bytes(b"GGUF")
    out = tmp_path / "mine.gguf"
    return ["tune", "train", "--personal", "--saves", str(saves), "--model", str(model), "--out", str(out)]


def test_it_says_what_it_changed_of_the_games_own_and_of_yours(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked) == 0
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["perplexity", "of", "ambience", "90.00", "20.00"] in printed
    own = printed[printed.index(["held", "out", "of", "your", "own", "before", "after"]) + 1 :]
    assert own[:2] == [
        ["perplexity", "of", "scene", "30.00", "10.00"],
        ["what", "you", "liked", "is", "likelier", "25.0%", "75.0%"],
    ]
    assert " ".join(own[-1]) == "Nothing else was changed: the game tells as before."


def test_too_few_turns_are_one_sentence(
    asked: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(examples, "LEAST", 3)
    assert run(asked) == 1
    assert capsys.readouterr().err.startswith("loreloom: A training of your own needs 3 turns that you liked")


@pytest.mark.parametrize(("answer", "is_used"), [(True, True), (False, False)])
def test_it_is_used_only_where_that_is_answered(
    asked: list[str],
    answer: bool,
    is_used: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used: list[Path] = []
    questions: list[str] = []

    def confirm(question: str) -> bool:
        questions.append(question)
        return answer

    monkeypatch.setattr(personal, "use_personal_adapter", used.append)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("typer.confirm", confirm)
    assert run(asked) == 0
    assert questions == [ASKED]
    assert used == ([Path(asked[-1])] if is_used else [])


def test_an_adapter_is_used_under_the_name_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    taken: list[tuple[str, str]] = []

    def take_up(choice: str, settings: Settings, *, name: str) -> Own:
        taken.append((choice, name))
        return Own(name, tmp_path / "mine.gguf", "", "", "", title="The starter")

    monkeypatch.setattr(personal, "take_up", take_up)
    personal.use_personal_adapter(tmp_path / "mine.gguf")
    assert taken == [(str(tmp_path / "mine.gguf"), "mine")]
    assert "The starter tells with mine from now on; loreloom tune remove mine" in capsys.readouterr().out


def test_json_is_all_that_is_printed(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["after"]["own"]["likings"] == 4


def test_runs_without_saying_so_are_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tune", "train", "anna"]) == 1
    assert capsys.readouterr().err.startswith("loreloom: Runs are of what you liked in them: say --personal")
