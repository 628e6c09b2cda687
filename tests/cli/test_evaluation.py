"""The command tune eval."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import evaluation
from game.cli.app import run
from game.errors import ModelError
from game.tune.evaluation import evaluator
from tests.llm.tiny_gguf import write_llama

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model's file, a cache of its own, and a child that acts."""
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(evaluator, "CHILD", "tests.tune.evaluation.acted")
    return write_llama(tmp_path / "tiny.gguf")


def test_what_was_found_is_a_table(model: Path, capsys: Capture) -> None:
    assert run(["tune", "eval", "--model", str(model)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.split() for line in printed[:3]] == [["held", "out", "now"], [], ["3", "answers", "of", "ambience"]]
    assert printed[3].split()[-1] == "90.00"
    assert printed[-1] == "different runs of three words, for each           1.00"


def test_with_an_adapter_there_is_a_column_before_and_one_after(model: Path, capsys: Capture) -> None:
    run(["tune", "eval", "--model", str(model), "--adapter", "adapter.gguf"])
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["held", "out", "before", "after"]
    assert printed[3].split()[-2:] == ["90.00", "20.00"]
    assert not [line for line in printed if line.startswith("claim something")]


def test_json_has_every_figure(model: Path, capsys: Capture) -> None:
    run(["tune", "eval", "--model", str(model), "--json", "--adapter", "adapter.gguf"])
    found = json.loads(capsys.readouterr().out)
    assert (found["before"]["model"], found["after"]["answered"]["ambience"]["perplexity"]) == ("Tiny", 20.0)


def test_the_starter_is_asked_as_it_is_played_and_with_an_adapter_made_from_its_own_file(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Path("SmolLM2-0123456789ab-Q4_0.gguf")
    monkeypatch.setattr("game.llm.choice.starter_path", lambda _: made)
    monkeypatch.setattr(evaluation, "starter_path", lambda _: made)
    monkeypatch.setattr("game.llm.choice.starter_source", lambda: model)
    extent = {"examples": 1, "samples": 1, "seed": 7}
    plain, _ = evaluation.ordered(None, None, **extent)
    tuned, _ = evaluation.ordered(None, Path("adapter.gguf"), **extent)
    assert (plain.model, plain.quantization) == (made, "")
    assert (tuned.model, tuned.quantization) == (model, "Q4_0")


@pytest.mark.parametrize(("name", "words"), [("none", "nothing to ask"), ("gone.gguf", "no model file")])
def test_what_cannot_be_asked_is_one_sentence(name: str, words: str, capsys: Capture) -> None:
    assert run(["tune", "eval", "--model", name]) == 1
    assert words in capsys.readouterr().err


def test_a_server_has_no_file_to_ask() -> None:
    with pytest.raises(ModelError, match="needs a model's file"):
        evaluation.ordered("http://127.0.0.1:1", None, examples=1, samples=1, seed=7)
