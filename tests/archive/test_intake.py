"""Runs exported and taken back."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.archive import intake
from game.archive.formats.records import to_lines
from game.archive.intake import import_run
from game.errors import GameError, SaveError
from game.session.opening import open_session
from game.storage.run import RunFile
from game.storage.runs import list_runs, run_files
from game.storage.snapshot import Snapshot
from tests.archive.kit import played, rich
from tests.kit import inn


def exported(run: Path, to: Path) -> Path:
    with Snapshot(run) as taken:
        to.write_text("".join(to_lines(taken.records())), encoding="utf-8")
    return to


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Return the export of a run with everything in it."""
    return exported(rich(tmp_path / "first"), tmp_path / "kept.jsonl")


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def test_an_imported_run_exports_the_same_bytes(export: Path, saves: Path, tmp_path: Path) -> None:
    again = exported(import_run(export, saves), tmp_path / "again.jsonl")
    assert again.read_bytes() == export.read_bytes()


def test_an_imported_run_is_played_on(export: Path, saves: Path) -> None:
    import_run(export, saves, name="anna")
    session = open_session(inn(), saves, None, run="anna")
    assert (session.run.current().depth, session.state.facts["paid"]) == (2, True)
    assert len(list(session.submit("/undo"))) > 1
    assert session.run.current().action == "choose pay"
    session.close()


def test_a_run_is_called_as_its_file_is_and_numbered_where_that_is_taken(export: Path, saves: Path) -> None:
    assert [import_run(export, saves).stem for _ in range(2)] == ["kept", "kept-2"]


def test_a_file_whose_name_can_be_no_run_s_becomes_run_1(export: Path, saves: Path) -> None:
    assert import_run(export.rename(export.with_name("a copy (2).jsonl")), saves).stem == "run-1"


@pytest.mark.parametrize(("name", "said"), [("kept", "already"), ("../x", "cannot name a run")])
def test_a_name_that_is_asked_for_is_never_another(export: Path, saves: Path, name: str, said: str) -> None:
    import_run(export, saves)
    with pytest.raises(SaveError, match=said):
        import_run(export, saves, name=name)


@pytest.mark.parametrize("line", range(2, 22))
def test_a_line_that_is_garbage_is_named_and_nothing_is_imported(export: Path, saves: Path, line: int) -> None:
    lines = export.read_bytes().splitlines(keepends=True)
    lines[line - 1] = lines[line - 1][:-9] + b"\n"
    export.write_bytes(b"".join(lines))
    with pytest.raises(SaveError, match=f"kept.jsonl, line {line}: "):
        import_run(export, saves)
    assert list_runs(saves) == []


def test_a_run_that_breaks_off_is_named_and_nothing_is_imported(export: Path, saves: Path) -> None:
    lines = export.read_bytes().splitlines(keepends=True)
    for most in (2, 5, len(lines) - 1):
        export.write_bytes(b"".join(lines[:most]))
        with pytest.raises(SaveError, match=r"or the last lines are missing"):
            import_run(export, saves)
    assert run_files(saves) == []


def changed(export: Path, line: int, **fields: Any) -> None:
    lines = export.read_text(encoding="utf-8").splitlines()
    ((kind, record),) = json.loads(lines[line - 1]).items()
    lines[line - 1] = json.dumps({kind: {**record, **fields}})
    export.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "fields", "said"),
    [
        (2, {"world": "../inn"}, "cannot name a run or its folder"),
        (2, {"language": "x/y"}, "line 2: a language is two letters"),
        (5, {"parent": 7}, "line 5: it does not fit"),
        (5, {"state": "{}"}, "line 5: the state cannot be read"),
        (5, {"action": "juggle"}, "line 5: not the text of an action"),
    ],
)
def test_a_record_that_cannot_be_is_named(
    export: Path, saves: Path, line: int, fields: dict[str, Any], said: str
) -> None:
    changed(export, line, **fields)
    with pytest.raises(SaveError, match=said):
        import_run(export, saves)
    assert not saves.exists() or run_files(saves) == []


@pytest.mark.parametrize("text", ["", "\n", "{}", "hello", '{"here":{"turn":1}}', "\x00" * 100, "雨"])
def test_what_is_no_export_is_a_sentence(tmp_path: Path, saves: Path, text: str) -> None:
    file = tmp_path / "no.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SaveError, match="is no run in JSON Lines"):
        import_run(file, saves)


def test_a_newer_export_is_a_sentence(tmp_path: Path, saves: Path) -> None:
    file = tmp_path / "new.jsonl"
    file.write_text('{"loreloom_run":2}\n')
    with pytest.raises(SaveError, match="newer Loreloom"):
        import_run(file, saves)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path, saves: Path) -> None:
    with pytest.raises(SaveError, match="cannot be read"):
        import_run(tmp_path / "none.jsonl", saves)


@pytest.mark.parametrize("cap", ["LONGEST_LINE", "LARGEST_FILE"])
def test_what_is_too_large_is_not_read_on(export: Path, saves: Path, monkeypatch: pytest.MonkeyPatch, cap: str) -> None:
    monkeypatch.setattr(intake, cap, 500)
    with pytest.raises(SaveError, match="longer than"):
        import_run(export, saves)


ANNA = ("take lamp", "east", "west", "/undo", "/redo", "look", "talk to anna", "pay her", "up", "wait")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(ANNA), max_size=8), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_whatever_was_played_comes_back(tmp_path_factory: pytest.TempPathFactory, lines: list[str], said: str) -> None:
    folder = tmp_path_factory.mktemp("played")
    first = exported(played(folder / "a", *lines, f"talk to anna: {said}"), folder / "a.jsonl")
    second = exported(import_run(first, folder / "b"), folder / "b.jsonl")
    assert second.read_bytes() == first.read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of an export."""
    folder = tmp_path_factory.mktemp("whole")
    return exported(rich(folder), folder / "a.jsonl").read_bytes()


@settings(max_examples=40, deadline=None)
@given(noise=st.binary(max_size=40), at=st.integers(0, 20_000))
def test_no_bytes_of_a_file_are_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, noise: bytes, at: int
) -> None:
    folder = tmp_path_factory.mktemp("noise")
    export = folder / "a.jsonl"
    export.write_bytes(whole[: at % len(whole)] + noise + whole[at % len(whole) + len(noise) :])
    with suppress(GameError):
        RunFile.open(import_run(export, folder / "b")).close()
