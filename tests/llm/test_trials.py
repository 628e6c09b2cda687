"""What trials found, kept from one play to the next, and what follows beside the catalogue."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm import trials
from game.llm.choice import ModelChoice
from game.llm.trials import Figure, keep_result, kept_results, known_of, trusts_of
from game.story.abilities import Trust
from tests.llm.results import result_for

LISTED = Trust("en", frozenset({"scene"}), "catalogue")
FOUND = Trust("en", frozenset({"choosing"}), "trial")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    file = tmp_path / "m.gguf"
    file.write_bytes(b"GGUF and more")
    return file


def test_what_is_kept_is_had_again_in_each_language(model: Path, tmp_path: Path) -> None:
    results = [result_for(model, language=language) for language in ("en", "zh")]
    for each in results:
        keep_result(tmp_path, each)
    assert list(kept_results(tmp_path, model)) == results


def test_what_readers_would_rather_not_have_is_not_trusted_whatever_a_trial_found(model: Path, tmp_path: Path) -> None:
    keep_result(tmp_path, replace(result_for(model), refused=("choosing",)))
    assert [each.jobs for each in known_of(ModelChoice("Small", model), tmp_path)] == [frozenset()]


def test_a_result_is_known_wherever_the_file_lies(model: Path, tmp_path: Path) -> None:
    keep_result(tmp_path, result_for(model))
    moved = model.rename(tmp_path / "elsewhere.gguf")
    assert known_of(ModelChoice("Small", moved), tmp_path) == (FOUND,)


def test_nothing_is_known_of_other_weights_or_of_what_is_not_here(model: Path, tmp_path: Path) -> None:
    keep_result(tmp_path, result_for(model))
    model.write_bytes(b"GGUF of another kind")
    assert list(kept_results(tmp_path, model)) == []
    assert list(kept_results(tmp_path, tmp_path / "gone.gguf")) == []


def test_what_was_found_by_other_cases_is_not_believed(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_result(tmp_path, result_for(model))
    monkeypatch.setattr(trials, "EDITION", trials.EDITION + 1)
    assert list(kept_results(tmp_path, model)) == []


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"tried": 3}', "not JSON"])
def test_a_damaged_result_is_none(model: Path, tmp_path: Path, damage: str) -> None:
    keep_result(tmp_path, result_for(model)).write_text(damage)
    assert list(kept_results(tmp_path, model)) == []


def test_a_damaged_figure_makes_none_of_the_result(model: Path, tmp_path: Path) -> None:
    file = keep_result(tmp_path, result_for(model))
    file.write_text(file.read_text().replace("0.8", '"much"'))
    assert list(kept_results(tmp_path, model)) == []


def test_a_trial_comes_before_the_catalogue_and_that_before_size(model: Path, tmp_path: Path) -> None:
    choice = ModelChoice("Small", model, trusted=(LISTED,))
    assert trusts_of(choice, tmp_path, parameters=1, languages=("en",)) == [LISTED]
    keep_result(tmp_path, result_for(model))
    assert trusts_of(choice, tmp_path, parameters=1, languages=("en",)) == [FOUND]


def test_where_nothing_is_known_size_is_asked(model: Path, tmp_path: Path) -> None:
    found = trusts_of(ModelChoice("Small", model), tmp_path, parameters=1, languages=("en", "zh"))
    assert [each.grounds for each in found] == ["size", "untried"]


def test_a_job_is_passed_where_all_its_bars_are_met(model: Path) -> None:
    first, *_ = result_for(model, passed=("ambience",)).tried
    assert first.is_passed
    assert not replace(first, figures=(*first.figures, Figure("slips", 0.2, 96, 0.1, is_least=False))).is_passed


def test_a_job_that_nothing_was_asked_of_is_not_passed(model: Path) -> None:
    first, *_ = result_for(model, passed=("ambience",)).tried
    assert not replace(first, cases=0).is_passed


def test_what_cannot_be_kept_says_where(model: Path, tmp_path: Path) -> None:
    (tmp_path / "trials").write_text("a file, and no folder")
    with pytest.raises(ModelError, match="set LORELOOM_CACHE"):
        keep_result(tmp_path, result_for(model))
