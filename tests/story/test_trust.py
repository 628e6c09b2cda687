"""Which models may choose their own words."""

from __future__ import annotations

import pytest

from game.story.model import ModelInfo
from game.story.trust import is_trusted


@pytest.mark.parametrize(
    ("parameters", "trusted"), [(135_000_000, False), (899_999_999, False), (900_000_000, True), (0, True)]
)
def test_size_decides_and_a_servers_unknown_one_is_large(parameters: int, trusted: bool) -> None:
    assert is_trusted(ModelInfo("a model", parameters, 4096, "digest")) is trusted


def test_a_model_that_is_not_known_yet_is_not_trusted() -> None:
    assert not is_trusted(None)
