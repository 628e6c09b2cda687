"""What loreloom model tune found, kept from one play to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.errors import ModelError
from game.llm import tuned
from game.llm.tuned import answer_file, keep, kept_answer
from game.llm.tuning import Tuning, tuning_from
from tests.llm.answers import answer_for


@pytest.fixture
def model(tmp_path: Path) -> Path:
    file = tmp_path / "m.gguf"
    file.write_bytes(b"GGUF and more")
    return file


def test_what_is_kept_is_had_again(model: Path, tmp_path: Path) -> None:
    answer = answer_for(model, gpu="A card")
    keep(tmp_path, answer)
    assert kept_answer(tmp_path, model) == answer


def test_nothing_was_found_for_a_model_that_was_not_measured(model: Path, tmp_path: Path) -> None:
    keep(tmp_path, answer_for(model))
    model.write_bytes(b"GGUF of another kind")
    assert kept_answer(tmp_path, model) is None
    assert kept_answer(tmp_path, tmp_path / "gone.gguf") is None


@pytest.mark.parametrize("of", ["machine", "library"])
def test_another_machine_or_llama_is_to_be_measured_anew(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, of: str
) -> None:
    keep(tmp_path, answer_for(model))
    monkeypatch.setattr(tuned, of, lambda: "another")
    assert kept_answer(tmp_path, model) is None


def test_a_newer_answer_takes_the_place_of_an_older_one(model: Path, tmp_path: Path) -> None:
    assert keep(tmp_path, answer_for(model)) == keep(tmp_path, answer_for(model, gpu="A card"))
    assert len(list((tmp_path / "tuned").iterdir())) == 1


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"tuned": 3}', "not JSON"])
def test_a_damaged_answer_is_none(model: Path, tmp_path: Path, damage: str) -> None:
    file = keep(tmp_path, answer_for(model))
    file.write_text(damage)
    assert kept_answer(tmp_path, model) is None


def test_an_answer_under_another_models_name_is_none(model: Path, tmp_path: Path) -> None:
    file = keep(tmp_path, answer_for(model))
    values: dict[str, Any] = json.loads(file.read_text())
    file.write_text(json.dumps({**values, "weights": "sampled:other"}))
    assert kept_answer(tmp_path, model) is None


def test_a_cache_that_cannot_be_written_is_one_sentence(model: Path, tmp_path: Path) -> None:
    (tmp_path / "tuned").write_text("a file in the place of the folder")
    with pytest.raises(ModelError, match=r"could not be kept in .*: set LORELOOM_CACHE to another folder\."):
        keep(tmp_path, answer_for(model))
    assert not answer_file(tmp_path, "w").exists()


def test_a_tuning_takes_what_it_knows_and_has_the_rest_as_usual() -> None:
    assert tuning_from({"threads": 3, "strange": 1}) == Tuning(threads=3)


def test_the_cells_of_all_are_those_of_a_window_and_beside_it() -> None:
    assert Tuning(window=1000, beside=24).cells == 1024
