"""`loreloom world graph`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from tests.kit import INN


@pytest.fixture
def world(tmp_path: Path) -> str:
    file = tmp_path / "inn.toml"
    file.write_text(INN, encoding="utf-8")
    return str(file)


def test_a_world_is_drawn_as_mermaid_where_nothing_else_is_asked(
    world: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["world", "graph", world]) == 0
    assert capsys.readouterr().out.startswith("flowchart TD\n")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.mmd", "flowchart"), ("a.dot", "digraph"), ("a.svg", "<?xml"), ("a.html", "<!DOCTYPE html>")],
)
def test_the_ending_of_the_file_says_the_format(world: str, tmp_path: Path, name: str, begins: str) -> None:
    assert run(["world", "graph", world, "--output", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_what_is_drawn_can_be_had_as_json(world: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "graph", world, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["places"]["hall"] == "the hall"
    assert {(each["start"], each["direction"], each["to"]) for each in printed["ways"]} >= {("hall", "up", "room")}


def test_the_format_can_be_given(world: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "graph", world, "--format", "dot"]) == 0
    assert capsys.readouterr().out.startswith("digraph world {")


@pytest.mark.parametrize(("output", "said"), [("a.png", "no ending of a drawing"), ("no/a.svg", "cannot be written")])
def test_a_file_that_does_not_fit_is_refused(
    world: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], output: str, said: str
) -> None:
    assert run(["world", "graph", world, "--output", str(tmp_path / output)]) == 1
    assert said in capsys.readouterr().err


def test_a_world_is_never_drawn_over(world: str) -> None:
    assert run(["world", "graph", world, "--format", "svg", "--output", world]) == 1
    assert Path(world).read_text(encoding="utf-8") == INN
