"""Which part of a model goes to the GPU, and what becomes of it when it does not fit there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import llama_cpp
import pytest

from game.errors import ModelError
from game.llm.worker import loading
from game.llm.worker.loading import load

ORDER = {"path": "m.gguf", "window": 512, "threads": 1, "gpu_layers": -1, "template": ""}


class Fits:
    """Loading with a GPU that takes some layers; tried is what was asked of it."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.tried: list[int] = []

    def __call__(self, order: object, layers: int, *rest: object) -> int:
        self.tried.append(layers)
        if not 0 <= layers <= self.most:
            raise ModelError("It does not fit.")
        return layers


def loaded(monkeypatch: pytest.MonkeyPatch, fits: Fits, wanted: int, *, gpu: bool = True) -> Any:
    monkeypatch.setattr(loading, "_load", fits)
    monkeypatch.setattr(llama_cpp, "llama_supports_gpu_offload", lambda: gpu)
    return load({**ORDER, "gpu_layers": wanted}, progress=lambda _: None, interrupted=lambda: False)


@pytest.mark.parametrize(
    ("wanted", "most", "tried"), [(-1, 99, [-1, 16]), (-1, 0, [-1, 16, 0]), (30, 30, [30]), (30, 20, [30, 15])]
)
def test_fewer_layers_are_tried_until_they_fit(
    monkeypatch: pytest.MonkeyPatch, wanted: int, most: int, tried: list[int]
) -> None:
    fits = Fits(most)
    assert loaded(monkeypatch, fits, wanted) == tried[-1]
    assert fits.tried == tried


@pytest.mark.parametrize(("wanted", "gpu"), [(0, True), (-1, False), (30, False)])
def test_no_gpu_is_asked_for_where_there_is_none_or_it_is_not_wanted(
    monkeypatch: pytest.MonkeyPatch, wanted: int, gpu: bool
) -> None:
    fits = Fits(99)
    loaded(monkeypatch, fits, wanted, gpu=gpu)
    assert fits.tried == [0]


def test_a_model_that_cannot_be_loaded_anywhere_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="It does not fit"):
        loaded(monkeypatch, Fits(-1), -1)


def test_progress_is_told_to_its_end(tiny_path: Path) -> None:
    told: list[float] = []
    load({**ORDER, "path": str(tiny_path)}, progress=told.append, interrupted=lambda: False)
    assert (told[0], told[-1], told) == (0.0, 1.0, sorted(told))
