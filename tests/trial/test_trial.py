"""A model tried in every job: what comes of it, how far it is, and what ends it."""

from __future__ import annotations

from itertools import count

import pytest

from game.errors import ModelError
from game.llm.host import LlamaHost
from game.llm.trials import EDITION
from game.story.abilities import JOBS
from game.trial.bars import bars_of
from game.trial.trial import LEAST, try_model
from tests.llm.conftest import starter  # noqa: F401 - a fixture
from tests.scripted import ScriptedModel
from tests.trial.acting import inventive, truthful


def nobody(at: float, job: str) -> None:
    """Hear nothing of how far it is."""


def test_a_model_is_trusted_with_what_it_does_truly() -> None:
    result = try_model(truthful(), "en", tell=nobody)
    assert {"ambience", "line", "retelling", "scene"} <= result.trust.jobs
    assert (result.weights, result.language, result.edition) == ("scripted", "en", EDITION)


def test_a_model_that_makes_things_up_is_trusted_with_nothing_that_it_writes() -> None:
    assert try_model(inventive(), "en", tell=nobody).trust.jobs <= {"choosing"}


def test_every_figure_stands_beside_its_bar() -> None:
    result = try_model(truthful(), "en", tell=nobody)
    for tried in result.tried:
        bars = bars_of(tried.job).values()
        assert [(each.what, each.bar) for each in tried.figures] == [(bar.what, bar.share) for bar in bars]
        assert all(each.of > 0 for each in tried.figures)


def test_it_is_told_how_far_it_is() -> None:
    heard: list[tuple[float, str]] = []
    try_model(truthful(), "en", tell=lambda at, job: heard.append((at, job)))
    assert heard == sorted(heard, key=lambda each: each[0])
    assert heard[0] == (0.0, "ambience")
    assert list(dict.fromkeys(job for _, job in heard)) == list(JOBS)


def test_a_slow_model_is_tried_in_fewer_cases_of_each_job() -> None:
    hours = count(step=3600)
    result = try_model(truthful(), "en", tell=nobody, clock=lambda: float(next(hours)))
    whole = [each.cases for each in try_model(truthful(), "en", tell=nobody).tried]
    assert [each.cases for each in result.tried] == [min(LEAST, cases) for cases in whole] != whole


def test_without_cases_in_a_language_it_is_not_tried() -> None:
    with pytest.raises(ModelError, match="no cases in 'de': a model can be tried in en, zh"):
        try_model(truthful(), "de", tell=nobody)


def test_a_model_that_is_not_ready_is_not_tried() -> None:
    with pytest.raises(ModelError, match="not ready"):
        try_model(ScriptedModel(phase="loading"), "en", tell=nobody)


@pytest.mark.model
def test_the_starter_is_trusted_with_choosing_and_not_with_scenes(
    starter: LlamaHost,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("game.trial.trial.MOST_S", 0.0)
    monkeypatch.setattr("game.trial.trial.LEAST", 3)
    jobs = try_model(starter, "en", tell=nobody).trust.jobs
    assert "choosing" in jobs
    assert "scene" not in jobs
