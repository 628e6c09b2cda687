"""`loreloom runs export` and `runs import`."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.storage.run import RunFile
from tests.archive.kit import rich
from tests.cli.runs.conftest import Commands


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.md", "# The Inn\n\nYou are wet through.\n"),
        ("a.html", '<!DOCTYPE html>\n<html lang="en">'),
        ("a.txt", "# The Inn\n\nYou are wet through.\n"),
        ("a.jsonl", '{"loreloom_run":1}\n{"meta":{"world":"inn",'),
        ("a.cast", '{"version": 2, "width": 80,'),
    ],
)
def test_the_ending_of_the_file_says_the_format(
    runs: Commands, saves: Path, tmp_path: Path, name: str, begins: str
) -> None:
    rich(saves)
    assert runs("export", "anna", "--output", str(tmp_path / name)) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_without_a_file_it_is_printed_and_is_clean(runs: Commands, saves: Path) -> None:
    rich(saves)
    for format_ in ("markdown", "html", "text", "jsonl", "asciicast"):
        assert runs("export", "anna", "--format", format_) == 0
        assert runs.out.replace("\n", "").isprintable()
    assert runs("export", "anna") == 0
    assert runs.out.startswith("# The Inn\n")


def test_a_story_is_exported_up_to_a_turn(runs: Commands, saves: Path) -> None:
    rich(saves)
    assert runs("export", "anna", "--turn", "before the yard", "--format", "text") == 0
    assert runs.out.endswith("> take lamp\n\nYou take the brass lamp.\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--output", "a.pdf"), "a.pdf has no ending of an export (.md, "),
        (("--output", "a.loreloom", "--format", "text"), "is named as a run is"),
        (("--output", "no/such/a.md"), "cannot be written"),
        (("--format", "jsonl", "--turn", "1"), "holds every turn"),
    ],
)
def test_what_does_not_fit_is_a_sentence(runs: Commands, saves: Path, options: tuple[str, ...], said: str) -> None:
    rich(saves)
    assert runs("export", "anna", *options) == 1
    assert said in runs.err


def test_an_export_comes_back_while_the_run_is_played(runs: Commands, saves: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "berta.jsonl", tmp_path / "again.jsonl"
    with RunFile.open(rich(saves)):
        assert runs("export", "anna", "-o", str(first)) == 0
    assert runs("import", str(first)) == 0
    assert runs.out.startswith("Imported as inn/berta: ")
    assert runs("export", "berta", "-o", str(second)) == 0
    assert first.read_bytes() == second.read_bytes()


def test_an_import_is_called_as_it_is_told_to(runs: Commands, saves: Path, tmp_path: Path) -> None:
    rich(saves)
    assert runs("export", "anna", "-o", str(tmp_path / "a.jsonl")) == 0
    found = runs.json("import", str(tmp_path / "a.jsonl"), "--name", "clara")
    assert found == {"run": "inn/clara", "file": str(saves / "inn" / "clara.loreloom")}
    assert runs("import", str(tmp_path / "a.jsonl"), "--name", "clara") == 1
    assert "already" in runs.err
