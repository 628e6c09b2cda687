"""What an order becomes: where a model is put, how it is computed there, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from game.errors import ModelError
from game.llm.tuning import Tuning
from game.llm.worker import aside, loading
from game.llm.worker.devices import Device
from game.llm.worker.loading import Loaded, load
from game.llm.worker.placing import Tried
from game.story.model import Placement
from tests.llm.tiny_gguf import write_llama

CARD = Device("A card", 8 * 10**9)
LAYERS = 12
Real = Callable[[Any, int, Tried], Loaded]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_llama(tmp_path_factory.mktemp("layered") / "m.gguf", layers=LAYERS)


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return what puts a card into this machine that takes some layers; they are computed by the processor anyway."""
    real: Real = loading._load

    def put(most: int) -> None:
        def load_some(wanted: object, layers: int, tried: Tried) -> Loaded:
            if not 0 <= layers <= most:
                raise ModelError("It does not fit.")
            return real(wanted, layers, tried)

        monkeypatch.setattr(loading, "_load", load_some)
        monkeypatch.setattr(loading, "gpus", lambda: (CARD,))

    return put


def loaded(path: Path, **order: Any) -> Loaded:
    values = {**asdict(Tuning(window=512, threads=1, reading_threads=1)), "path": str(path), "template": "", **order}
    found = load(values, progress=lambda _: None, interrupted=lambda: False)
    found.context.close()
    found.weights.close()
    return found


def placement_of(path: Path, **order: Any) -> Placement:
    placement = loaded(path, **order).info.placement
    assert placement is not None
    return placement


def test_without_a_gpu_no_layer_is_put_there(path: Path) -> None:
    placed = placement_of(path, gpu_layers=-1)
    assert (placed.layers, placed.on_gpu, placed.gpu, placed.fault, placed.tried) == (LAYERS, 0, "", "", ())


def test_where_all_layers_fit_all_are_put_there(path: Path, card: Callable[[int], None]) -> None:
    card(99)
    placed = placement_of(path, gpu_layers=LAYERS + 1)
    assert (placed.on_gpu, placed.gpu, placed.tried) == (LAYERS, "A card", ())


def test_fewer_layers_are_tried_until_they_fit_and_what_was_tried_is_told(
    path: Path, card: Callable[[int], None]
) -> None:
    card(7)
    placed = placement_of(path, gpu_layers=-1)
    assert (placed.on_gpu, placed.fault) == (6, "failed")
    assert placed.tried == ("all layers (it failed)", "9 layers (it failed)")


def test_a_gpu_that_takes_nothing_leaves_all_to_the_processor(path: Path, card: Callable[[int], None]) -> None:
    card(0)
    placed = placement_of(path, gpu_layers=-1)
    assert (placed.on_gpu, placed.fault, len(placed.tried)) == (0, "failed", 4)


def test_what_killed_an_earlier_process_is_told(path: Path, card: Callable[[int], None]) -> None:
    card(99)
    placed = placement_of(path, gpu_layers=0, tried=["the GPU (its process ended)"])
    assert (placed.on_gpu, placed.fault, placed.tried) == (0, "failed", ("the GPU (its process ended)",))


def test_where_there_is_no_gpu_none_killed_anything(path: Path) -> None:
    assert placement_of(path, tried=["the GPU (its process ended)"]).fault == ""


def test_what_was_found_best_with_another_gpu_is_not_used(path: Path) -> None:
    tuned = {"gpu": "A card", "tuning": asdict(Tuning(window=256))}
    assert loaded(path, tuned=tuned).info.window == 512
    assert loaded(path, tuned={**tuned, "gpu": ""}).info.window == 256


def test_steps_are_as_long_as_ordered(path: Path) -> None:
    pace = loaded(path, chunk=64, ahead=16, rides_along=True).pace
    assert (pace.chunk, pace.ahead, pace.rides_along) == (64, 64, True)


def test_a_processor_has_what_is_idle_out_of_its_way(path: Path) -> None:
    assert loaded(path).pace.is_tidy
    assert loaded(path).aside == aside.MOST


def test_prompts_are_laid_aside_only_where_the_window_leaves_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "left_for_window", lambda *_, **__: 10_000_000)
    assert 0 < loaded(path).aside < 10_000_000


def test_on_a_gpu_of_which_nothing_was_measured_steps_are_short(path: Path, card: Callable[[int], None]) -> None:
    card(99)
    assert loaded(path, gpu_layers=LAYERS).pace.chunk == 128


def test_the_bytes_of_weights_and_window_are_told(path: Path) -> None:
    placed = placement_of(path)
    assert placed.cells == 512 + 2048
    assert placed.cache > placed.cells * LAYERS * 2 * 32 * 2
    assert placed.weights > 100_000


def test_a_model_that_cannot_be_loaded_anywhere_says_why(path: Path, card: Callable[[int], None]) -> None:
    card(-1)
    with pytest.raises(ModelError, match="It does not fit"):
        loaded(path, gpu_layers=-1)


def test_progress_is_told_to_its_end(path: Path) -> None:
    told: list[float] = []
    load(
        {"path": str(path), "template": "", "window": 512, "threads": 1},
        progress=told.append,
        interrupted=lambda: False,
    )
    assert (told[0], told[-1], told) == (0.0, 1.0, sorted(told))
