"""Which jobs models are trusted with, and on what grounds."""

from __future__ import annotations

import pytest

from game.story.abilities import JOBS, Trust
from game.story.model import ModelInfo
from game.story.trust import trust_in

TRIED = Trust("en", frozenset({"ambience"}), "trial")


def info(parameters: int, *known: Trust) -> ModelInfo:
    return ModelInfo("a model", parameters, 4096, "digest", known=known)


@pytest.mark.parametrize(
    ("parameters", "jobs"), [(135_000_000, {"choosing"}), (899_999_999, {"choosing"}), (900_000_000, JOBS), (0, JOBS)]
)
def test_size_decides_and_a_servers_unknown_one_is_large(parameters: int, jobs: tuple[str, ...]) -> None:
    assert trust_in(info(parameters), "en") == Trust("en", frozenset(jobs), "size")  # type: ignore[arg-type]


@pytest.mark.parametrize("parameters", [135_000_000, 8_000_000_000])
def test_what_a_trial_found_comes_before_size(parameters: int) -> None:
    assert trust_in(info(parameters, TRIED), "en") is TRIED


def test_what_a_trial_found_comes_before_the_catalogue() -> None:
    assert trust_in(info(1, TRIED, Trust("en", frozenset(JOBS), "catalogue")), "en") is TRIED


def test_size_says_nothing_of_another_language() -> None:
    assert trust_in(info(8_000_000_000, TRIED), "zh") == Trust("zh")
    assert not Trust("zh").jobs


def test_a_model_that_is_not_known_yet_is_not_trusted() -> None:
    assert trust_in(None, "en") == Trust("en")


def test_trust_is_said_in_a_few_words() -> None:
    assert str(Trust("en", frozenset({"scene", "line"}), "trial")) == "line, scene (en, by its trial)"
    assert str(Trust("zh")) == "nothing (zh, not tried)"
