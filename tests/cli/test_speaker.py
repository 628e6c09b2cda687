"""The model that a command plays with."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.app import run
from game.cli.speaker import speaker_of
from game.llm.own import own_adapters
from game.settings import load_settings, models_folder
from tests.llm.adapters import write_for
from tests.llm.hosts import PATIENCE_S
from tests.llm.tiny_gguf import write_llama

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def tuned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """A model, and an adapter for it in use."""
    source = write_llama(tmp_path / "tiny.gguf")
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LORELOOM_MODEL", str(source))
    assert run(["tune", "use", str(write_for(source, tmp_path / "mine.gguf"))]) == 0
    capsys.readouterr()


def name_of_speaker() -> str:
    with speaker_of(load_settings()) as speaker:
        assert speaker is not None
        assert speaker.wait(PATIENCE_S), speaker.status
        assert speaker.info is not None
        return speaker.info.name


def test_it_tells_with_the_adapter_in_use_and_its_name_says_so(capsys: Capture) -> None:
    assert name_of_speaker() == "tiny with mine"
    assert capsys.readouterr().err == ""


def test_without_an_adapter_that_is_gone_it_tells_all_the_same_and_it_is_said_once(capsys: Capture) -> None:
    for own in own_adapters(models_folder()):
        own.file.unlink()
    assert name_of_speaker() == "tiny"
    assert capsys.readouterr().err.startswith("loreloom: The adapter 'mine' is not in ")


def test_a_cache_that_was_emptied_is_filled_again(tmp_path: Path) -> None:
    for file in (tmp_path / "cache" / "taught").glob("*"):
        file.unlink()
    assert name_of_speaker() == "tiny with mine"
