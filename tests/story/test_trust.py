"""Which models may choose their own words."""

from __future__ import annotations

import pytest

from game.story.model import ModelInfo
from game.story.trust import is_trusted, tells_in


@pytest.mark.parametrize(
    ("parameters", "trusted"), [(135_000_000, False), (899_999_999, False), (900_000_000, True), (0, True)]
)
def test_size_decides_and_a_servers_unknown_one_is_large(parameters: int, trusted: bool) -> None:
    assert is_trusted(ModelInfo("a model", parameters, 4096, "digest")) is trusted


def test_a_model_that_is_not_known_yet_is_not_trusted() -> None:
    assert not is_trusted(None)
    assert not tells_in("en", None)


@pytest.mark.parametrize(
    ("languages", "language", "tells"),
    [(("en",), "en", True), (("en",), "zh", False), (("en", "zh"), "zh", True), (("en", "de"), "de", False)],
)
def test_it_tells_in_a_language_it_was_found_to_tell_in_that_has_prompts(
    languages: tuple[str, ...], language: str, tells: bool
) -> None:
    assert tells_in(language, ModelInfo("a model", 0, 4096, "digest", languages=languages)) is tells
