"""The commands tune use|list|export|remove."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from game.llm import starter
from game.llm.own import own_adapters
from game.llm.taught import taught_folder
from game.settings import load_settings, models_folder
from tests.llm.adapters import write_for
from tests.llm.tiny_gguf import write_llama

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The model that tells."""
    file = write_llama(tmp_path / "tiny.gguf")
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LORELOOM_MODEL", str(file))
    monkeypatch.chdir(tmp_path)
    return file


@pytest.fixture
def mine(source: Path, tmp_path: Path, capsys: Capture) -> Path:
    """An adapter that was taken into use from a file."""
    file = write_for(source, tmp_path / "mine.gguf")
    assert run(["tune", "use", "mine.gguf"]) == 0, capsys.readouterr().err
    capsys.readouterr()
    return file


def copies() -> list[Path]:
    return list(taught_folder(load_settings().cache).glob("*.gguf"))


def test_what_is_taken_into_use_is_kept_set_and_added_at_once(source: Path, tmp_path: Path, capsys: Capture) -> None:
    write_for(source, tmp_path / "mine.gguf")
    assert run(["tune", "use", "mine.gguf"]) == 0
    assert capsys.readouterr().out.startswith("tiny tells with mine from now on, as ")
    assert load_settings().adapter == "mine"
    assert [own.name for own in own_adapters(models_folder())] == ["mine"]
    assert len(copies()) == 1


@pytest.mark.usefixtures("mine")
def test_the_list_marks_the_one_in_use(source: Path, tmp_path: Path, capsys: Capture) -> None:
    run(["tune", "use", str(write_for(source, tmp_path / "other.gguf", seed=4)), "--as", "Second"])
    capsys.readouterr()
    assert run(["tune", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [["mine", "1"], ["*", "second"]]
    run(["tune", "list", "--json"])
    assert [row["used"] for row in json.loads(capsys.readouterr().out)] == [False, True]


@pytest.mark.usefixtures("mine")
def test_none_puts_it_away_and_its_name_has_it_back(capsys: Capture) -> None:
    assert run(["tune", "use", "none"]) == 0
    assert (load_settings().adapter, copies()) == ("none", [])
    assert run(["tune", "use", "mine"]) == 0
    assert "tells with mine" in capsys.readouterr().out
    assert len(copies()) == 1


@pytest.mark.usefixtures("mine")
def test_what_is_removed_leaves_neither_adapter_nor_copy(tmp_path: Path, capsys: Capture) -> None:
    assert run(["tune", "remove", "--yes"]) == 0
    assert capsys.readouterr().out == "mine is gone.\n"
    assert (load_settings().adapter, copies(), own_adapters(models_folder())) == ("none", [], [])
    assert (tmp_path / "mine.gguf").exists()


@pytest.mark.usefixtures("mine")
def test_nothing_is_removed_unasked(capsys: Capture) -> None:
    assert run(["tune", "remove"]) == 1
    assert "say --yes" in capsys.readouterr().err
    assert len(copies()) == 1


@pytest.mark.usefixtures("mine")
def test_one_that_is_lost_is_named_in_the_list_and_can_be_removed(capsys: Capture) -> None:
    for own in own_adapters(models_folder()):
        own.file.unlink()
    run(["tune", "list"])
    assert "The adapter 'mine' is not in" in capsys.readouterr().out
    assert run(["tune", "remove", "--yes"]) == 0
    assert load_settings().adapter == "none"


@pytest.mark.usefixtures("mine")
def test_what_is_exported_can_be_taken_into_use_elsewhere(tmp_path: Path, capsys: Capture) -> None:
    assert run(["tune", "export", "--out", "given.gguf"]) == 0
    assert "The adapter is given.gguf (1 MB), and given.gguf.md says what it is for." in capsys.readouterr().out
    assert (tmp_path / "given.gguf").read_bytes() == (tmp_path / "mine.gguf").read_bytes()
    assert run(["tune", "remove", "--yes"]) == 0
    assert run(["tune", "use", "given.gguf"]) == 0


@pytest.mark.parametrize("command", ["export", "remove"])
@pytest.mark.usefixtures("source")
def test_where_none_is_in_use_one_has_to_be_named(command: str, capsys: Capture) -> None:
    assert run(["tune", command]) == 1
    assert capsys.readouterr().err.startswith("loreloom: No adapter of your own is in use: name one,")


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("command", ["use", "export", "remove"])
def test_a_name_nobody_knows_is_one_sentence(command: str, capsys: Capture) -> None:
    assert run(["tune", command, "mien"]) == 1
    assert capsys.readouterr().err.startswith("loreloom: There is no adapter 'mien' here")


@pytest.mark.parametrize(
    ("model", "said"), [("none", "choose one first"), ("http://127.0.0.1:8080", "a server has none here")]
)
def test_without_a_model_of_this_machine_there_is_nothing_to_add_to(
    mine: Path, model: str, said: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LORELOOM_MODEL", model)
    assert run(["tune", "use", str(mine)]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("mine")
def test_what_does_not_fit_is_refused_and_leaves_all_as_it_was(tmp_path: Path, capsys: Capture) -> None:
    other = write_llama(tmp_path / "other.gguf", layers=2)
    assert run(["tune", "use", str(write_for(other, tmp_path / "for-other.gguf"))]) == 1
    assert capsys.readouterr().err.startswith("loreloom: The adapter was made for another model than tiny.gguf")
    assert (load_settings().adapter, len(copies())) == ("mine", 1)


@pytest.mark.model
def test_the_starter_is_made_ready_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path / "cache"))
    file = write_for(starter.starter_source(), tmp_path / "mine.gguf", width=576)
    assert run(["tune", "use", str(file)]) == 0
    (copy,) = copies()
    assert copy.name.startswith("SmolLM2-135M-Instruct-")
    assert starter.made_starter(tmp_path / "cache") is None
