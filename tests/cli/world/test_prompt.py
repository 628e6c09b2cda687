"""`loreloom world prompt`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from tests.kit import INN
from tests.llm.remote.acting import Actor, acting, give


@pytest.fixture
def world(tmp_path: Path) -> str:
    """Return the inn's file."""
    (tmp_path / "inn.toml").write_text(INN, encoding="utf-8")
    return str(tmp_path / "inn.toml")


def test_a_turns_prompts_are_printed(world: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "prompt", world, "--after", "pay her", "--after", "east", "--model", "none"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("=== the telling of the turn\n--- system\n")
    assert "'yard': Rain." in shown


def test_how_it_is_written_is_printed_with_it(world: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "prompt", world, "--model", "none"]) == 0
    told, *_ = capsys.readouterr().out.split("=== a touch")
    assert "temperature = 0.7, min_p" in told
    assert "Free to be repeated: hall, Anna, brass, lamp, oak, table\nNever written: testament to, " in told


def test_they_come_as_json(world: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "prompt", world, "--model", "none", "--json"]) == 0
    told, *_ = json.loads(capsys.readouterr().out)
    assert (told["job"], told["tokens"]) == ("the telling of the turn", [])
    assert [message["role"] for message in told["messages"]] == ["system", "user"]


def test_a_servers_tokens_are_counted_there(world: str, capsys: pytest.CaptureFixture[str]) -> None:
    with acting(Actor(others={"/tokenize": give({"count": 5})})) as actor:
        assert run(["world", "prompt", world, "--model", actor.url, "--json"]) == 0
    told, *_ = json.loads(capsys.readouterr().out)
    assert told["tokens"] == [13, 13]


def test_words_that_mean_nothing_are_one_sentence(world: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "prompt", world, "--after", "fly", "--model", "none"]) == 1
    assert capsys.readouterr().err.startswith("loreloom: “fly”: “fly” means nothing")
