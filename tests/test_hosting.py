"""How a model is computed: what is set comes before what was measured, and that before what is usual."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.hosting import host_of, placement_of, usual_tuning
from game.llm.choice import ModelChoice
from game.llm.trials import keep_result
from game.llm.tuned import keep
from game.settings import SMALL_WINDOW, Settings, load_settings
from game.story.abilities import Trust
from game.story.model import ModelInfo, ModelStatus
from tests.llm.answers import TUNING, answer_for
from tests.llm.results import result_for
from tests.llm.tiny_gguf import write_llama


@pytest.fixture
def choice(tmp_path: Path) -> ModelChoice:
    return ModelChoice("Tiny", write_llama(tmp_path / "m.gguf"))


def order_for(choice: ModelChoice, settings: Settings) -> dict[str, Any]:
    """Return what the model's process is told."""
    return host_of(choice, settings)._order


def test_a_model_that_was_not_measured_is_put_on_the_gpu_as_far_as_it_fits(choice: ModelChoice, tmp_path: Path) -> None:
    order = order_for(choice, load_settings(cache=tmp_path, window=2048))
    assert (order["gpu_layers"], order["window"], order["tuned"], order["memory"]) == (-1, 2048, None, 0)


def test_what_was_measured_is_told_with_the_gpu_it_is_for(choice: ModelChoice, tmp_path: Path) -> None:
    keep(tmp_path, answer_for(choice.path, gpu="A card"))
    tuned = order_for(choice, load_settings(cache=tmp_path))["tuned"]
    assert (tuned["gpu"], tuned["tuning"]["flash"]) == ("A card", "off")
    assert tuned["tuning"]["window"] == TUNING.window


@pytest.mark.parametrize(
    ("name", "value", "fields"),
    [
        ("threads", 7, ("threads", "reading_threads")),
        ("gpu_layers", 3, ("gpu_layers",)),
        ("cache_type", "q8_0", ("cache_type",)),
        ("flash", "on", ("flash",)),
        ("window", 4096, ("window",)),
    ],
)
def test_what_is_set_comes_first(
    choice: ModelChoice, tmp_path: Path, name: str, value: object, fields: tuple[str, ...]
) -> None:
    keep(tmp_path, answer_for(choice.path))
    order = order_for(choice, load_settings(None, **{"cache": tmp_path, name: value}))
    assert [order["tuned"]["tuning"][field] for field in fields] == [value] * len(fields)
    assert [order[field] for field in fields] == [value] * len(fields)


def test_the_memory_that_is_set_is_told_in_bytes(choice: ModelChoice, tmp_path: Path) -> None:
    assert order_for(choice, load_settings(cache=tmp_path, memory_mb=512))["memory"] == 512 * 10**6


@pytest.mark.parametrize(("parameters", "window"), [(None, 4096), (0.135, SMALL_WINDOW), (1.24, 4096)])
def test_a_small_model_has_a_narrower_window(parameters: float | None, window: int) -> None:
    choice = ModelChoice("m", Path("m.gguf"), parameters=parameters)
    assert usual_tuning(load_settings(), choice).window == window
    assert usual_tuning(load_settings(window=8192), choice).window == 8192


def test_where_a_model_lies_is_found_by_loading_it(choice: ModelChoice, tmp_path: Path) -> None:
    placed = placement_of(load_settings(model=str(choice.path), cache=tmp_path), timeout_s=60)
    assert placed is not None
    assert (placed.layers, placed.on_gpu) == (1, 0)


@pytest.mark.parametrize("model", ["none", "gone.gguf"])
def test_no_model_lies_nowhere(model: str, tmp_path: Path) -> None:
    assert placement_of(load_settings(model=model, cache=tmp_path), timeout_s=60) is None


def test_a_model_brings_what_its_trial_found(choice: ModelChoice, tmp_path: Path) -> None:
    keep_result(tmp_path, result_for(choice.path))
    host = host_of(choice, load_settings(cache=tmp_path))
    host._board.show(ModelStatus("ready"), ModelInfo("Tiny", 1, 512, "digest"))
    assert host.info is not None
    assert host.info.known == (Trust("en", frozenset({"choosing"}), "trial"),)
