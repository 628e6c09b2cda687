"""Having a model measured by a child, whatever becomes of the child."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm import tuner
from game.llm.tuned import Answer
from game.llm.tuner import measured
from game.llm.tuning import Tuning
from tests.llm.answers import answer_for

Told = list[tuple[float, str]]


@pytest.fixture
def acted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child is one that acts."""
    monkeypatch.setattr(tuner, "CHILD", "tests.llm.acted_tuning")


def asked(folder: Path, says: str, *, layers: int = -1) -> tuple[Answer, Told]:
    path, told = folder / "m.gguf", Told()
    path.write_text(says)
    usual = Tuning(threads=1, gpu_layers=layers)
    answer = measured(path, usual, log=folder / "logs" / "tune.log", tell=lambda at, stage: told.append((at, stage)))
    return answer, told


@pytest.mark.usefixtures("acted")
def test_the_childs_answer_and_its_progress_arrive(tmp_path: Path) -> None:
    answer, told = asked(tmp_path, "answers")
    assert (answer, told) == (answer_for(tmp_path / "m.gguf"), [(0.5, "threads")])


@pytest.mark.usefixtures("acted")
def test_where_the_gpu_ends_the_child_it_is_measured_without_one(tmp_path: Path) -> None:
    answer, told = asked(tmp_path, "gpu")
    assert (answer.model, len(told)) == ("Small", 2)


@pytest.mark.usefixtures("acted")
@pytest.mark.parametrize(
    ("says", "sentence"),
    [("why", r"It cannot be\."), ("dies", r"ended while it was measured \(its words are in .*tune\.log\)")],
)
def test_a_child_without_an_answer_is_one_sentence(tmp_path: Path, says: str, sentence: str) -> None:
    with pytest.raises(ModelError, match=sentence):
        asked(tmp_path, says, layers=0)


def test_the_real_child_measures_a_tiny_model(tiny_path: Path, tmp_path: Path) -> None:
    answer = measured(tiny_path, Tuning(window=1024), log=tmp_path / "log", tell=lambda _, __: None)
    assert (answer.model, answer.tuned.tuning.window) == ("Tiny llama", 1024)


def test_the_real_child_says_why_it_cannot(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no model file"):
        measured(tmp_path / "gone.gguf", Tuning(), log=tmp_path / "log", tell=lambda _, __: None)
