"""The commands model list|info|use|pull."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import model
from game.cli.app import run
from game.errors import ModelError
from game.llm import choice
from game.llm.catalog import find_entry, load_catalog
from game.llm.digest import weights_digest
from game.llm.own import Own, keep_own
from game.llm.trials import keep_result
from game.settings import load_settings, models_folder, settings_path, write_setting
from tests.llm.hub import Hub, serving
from tests.llm.results import result_for

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own: a copy that the chosen model does not need is removed from it."""
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def pulled() -> Path:
    """The file of a catalogue model, as if it had been pulled."""
    file = find_entry("qwen3-4b").path_in(models_folder())
    file.parent.mkdir(parents=True)
    file.write_bytes(b"GGUF")
    return file


def test_the_list_holds_every_model_and_says_what_was_not_measured(capsys: Capture) -> None:
    assert run(["model", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(load_catalog()) + 1
    assert all(("not measured by us" in line) is (" starter " not in line) for line in lines[:-1])


def test_the_list_marks_the_one_that_tells(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LORELOOM_MODEL", "qwen3-4b")
    run(["model", "list"])
    marked = [line for line in capsys.readouterr().out.splitlines()[:-1] if line.startswith("*")]
    assert [line.split()[1] for line in marked] == ["qwen3-4b"]


@pytest.mark.usefixtures("pulled")
def test_the_list_tells_what_is_here_and_what_is_too_big(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_memory", lambda: 5 * 10**9)
    run(["model", "list", "--json"])
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert [name for name, row in rows.items() if not row["fits"]] == ["qwen2.5-7b", "llama3.1-8b"]
    assert rows["qwen3-4b"]["here"]
    assert not rows["qwen2.5-7b"]["here"]


def test_the_list_knows_when_the_starter_is_not_installed(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise ModelError("It is not installed.")

    monkeypatch.setattr(choice, "starter_source", missing)
    run(["model", "list", "--json"])
    assert not json.loads(capsys.readouterr().out)[0]["here"]


@pytest.fixture
def mine(pulled: Path, tmp_path: Path) -> Own:
    """An adapter for the pulled model, in use."""
    (tmp_path / "a.gguf").write_bytes(b"GGUF adapter")
    write_setting("adapter", "mine")
    return keep_own(Own("mine", tmp_path / "a.gguf", "1", "2", weights_digest(pulled), "Qwen3"), models_folder())


@pytest.mark.usefixtures("mine")
def test_the_adapter_in_use_is_shown_with_the_model_that_it_is_for(capsys: Capture) -> None:
    run(["model", "list"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.endswith("with mine")] == ["qwen3-4b"]
    run(["model", "info", "qwen3-4b"])
    assert "adapter     mine\n" in capsys.readouterr().out


@pytest.mark.usefixtures("mine")
def test_an_adapter_goes_with_its_model_and_a_copy_that_no_other_needs_goes_away(cache: Path, capsys: Capture) -> None:
    (cache / "taught").mkdir(parents=True)
    copy = cache / "taught" / "copy.gguf"
    copy.write_bytes(b"GGUF")
    run(["model", "use", "qwen3-4b"])
    assert "The adapter mine goes with it." in capsys.readouterr().out
    assert copy.exists()
    run(["model", "use", "none"])
    assert "adapter" not in capsys.readouterr().out
    assert not copy.exists()


def test_info_says_what_is_known(capsys: Capture) -> None:
    assert run(["model", "info", "qwen3-4b"]) == 0
    words = capsys.readouterr().out
    assert "repo        unsloth/Qwen3-4B-Instruct-2507-GGUF" in words
    assert "These figures were not measured by us." in words
    assert "template" not in words


@pytest.mark.usefixtures("cache")
def test_info_as_json_is_one_object(capsys: Capture) -> None:
    run(["model", "info", "starter", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["verified"] is True
    assert said["trusted"] == [{"language": "en", "jobs": ["choosing"], "grounds": "catalogue"}]


def test_info_says_what_a_model_is_trusted_with_and_why(pulled: Path, cache: Path, capsys: Capture) -> None:
    run(["model", "info", "qwen3-4b"])
    said = capsys.readouterr().out
    assert "trusted     ambience, line, choosing, retelling, scene (en, by its size)\n" in said
    assert "trusted     nothing (zh, not tried)\n" in said
    keep_result(cache, result_for(pulled, passed=("line",)))
    run(["model", "info", "qwen3-4b"])
    assert "trusted     line (en, by its trial)\n" in capsys.readouterr().out


def test_info_of_a_strange_model_is_exit_1(capsys: Capture) -> None:
    assert run(["model", "info", "qwen3-4"]) == 1
    assert "did you mean 'qwen3-4b'?" in capsys.readouterr().err


@pytest.mark.usefixtures("pulled")
@pytest.mark.parametrize("words", ["qwen3-4b", "none", "starter"])
def test_use_is_remembered(words: str, capsys: Capture) -> None:
    assert run(["model", "use", words]) == 0
    assert str(settings_path()) in capsys.readouterr().out
    assert load_settings().model == words


def test_a_path_is_remembered_from_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.gguf").write_bytes(b"GGUF")
    monkeypatch.chdir(tmp_path)
    assert run(["model", "use", "mine.gguf"]) == 0
    assert load_settings().model == str(tmp_path / "mine.gguf")


@pytest.mark.parametrize("words", ["qwen3-4b", "gone.gguf", "nonsense"])
def test_what_is_not_here_is_not_remembered(words: str, capsys: Capture) -> None:
    assert run(["model", "use", words]) == 1
    assert capsys.readouterr().err.startswith("loreloom: ")
    assert load_settings().model is None


def test_a_server_is_remembered_and_the_list_says_so(capsys: Capture) -> None:
    assert run(["model", "use", "http://127.0.0.1:8080#big"]) == 0
    assert load_settings().model == "http://127.0.0.1:8080/v1#big"
    assert run(["model", "list"]) == 0
    assert "A model on a server tells now" in capsys.readouterr().out


def test_an_address_with_a_secret_is_neither_remembered_nor_repeated(capsys: Capture) -> None:
    assert run(["model", "use", "https://me:sesame@models.example"]) == 1
    assert "sesame" not in capsys.readouterr().err
    assert load_settings().model is None


def test_pull_fetches_from_the_hub_it_is_told(home: Path) -> None:
    with serving(Hub()) as hub:
        ended = subprocess.run(
            [sys.executable, "-m", "game", "model", "pull", "qwen3-4b"],
            env={**os.environ, "HF_ENDPOINT": hub.endpoint, "HF_HOME": str(home / "hf")},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "loreloom model use qwen3-4b" in ended.stdout
    assert find_entry("qwen3-4b").path_in(models_folder()).read_bytes() == hub.content


def test_pull_without_a_network_is_one_sentence(home: Path) -> None:
    with serving(Hub()) as gone:
        endpoint = gone.endpoint
    ended = subprocess.run(
        [sys.executable, "-m", "game", "model", "pull", "qwen3-4b"],
        env={**os.environ, "HF_ENDPOINT": endpoint, "HF_HOME": str(home / "hf")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr == f"loreloom: The hub at {endpoint} cannot be reached: check the network and pull again.\n"
