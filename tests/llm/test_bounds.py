"""How certain models must be: what was measured is for the models it was measured with."""

from __future__ import annotations

import pytest

from game.llm.bounds import load_bounds, with_bounds
from game.llm.host import LlamaHost
from game.story.model import Bounds, ModelInfo


@pytest.mark.parametrize("bounds", load_bounds().values(), ids=list(load_bounds()))
def test_what_was_measured_is_done_only_where_it_is_likelier_than_all_else(bounds: Bounds) -> None:
    assert 0.5 <= bounds.sure < 1
    assert bounds.trust > 0


def test_a_model_that_was_not_measured_is_held_back() -> None:
    info = with_bounds(ModelInfo("Some 3B", 3, 4096, "none"))
    assert info.bounds == Bounds()
    assert all(info.bounds.sure >= each.sure for each in load_bounds().values())


def test_a_model_is_known_by_its_name_however_it_was_quantized() -> None:
    name = next(iter(load_bounds()))
    found = [with_bounds(ModelInfo(name.upper(), 1, 4096, digest)).bounds for digest in ("one", "another")]
    assert found == [load_bounds()[name]] * 2


def test_the_starter_comes_with_its_bounds(starter: LlamaHost) -> None:
    assert starter.info is not None
    assert starter.info.bounds in load_bounds().values()
