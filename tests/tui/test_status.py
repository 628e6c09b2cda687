"""The line at the bottom: where the model is computed, and what it holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.story.model import ModelStatus, Placement
from tests.scripted import ScriptedModel
from tests.tui.stage import open_inn, painted, playing

PLACED = Placement(layers=30, on_gpu=30, gpu="A card", fault="", tried=(), cells=4096, weights=0, cache=0)


def placed(placement: Placement | None, *, memory: int = 0) -> ScriptedModel:
    model = ScriptedModel()
    model._info = replace(model._info, placement=placement)
    model.status = ModelStatus("ready", memory=memory)
    return model


async def line(saves: Path, model: ScriptedModel, width: int = 170) -> str:
    async with playing(open_inn(saves, model), (width, 30)) as pilot:
        return painted(pilot).splitlines()[-1]


@pytest.mark.parametrize(
    ("placement", "words"),
    [
        (PLACED, "scripted-1.5B  ·  on the GPU"),
        (replace(PLACED, on_gpu=12, fault="memory"), "scripted-1.5B  ·  12 of 30 layers on the GPU"),
        (replace(PLACED, on_gpu=0, fault="memory"), "scripted-1.5B  ·  GPU not used: not enough memory"),
        (replace(PLACED, on_gpu=0, fault="failed"), "scripted-1.5B  ·  GPU not used: it failed"),
        (replace(PLACED, note="It was lowered."), "on the GPU  ·  window lowered to 4096 tokens"),
    ],
)
async def test_where_the_model_lies_is_shown(tmp_path: Path, placement: Placement, words: str) -> None:
    assert words in await line(tmp_path, placed(placement))


@pytest.mark.parametrize("placement", [None, replace(PLACED, on_gpu=0, gpu="")])
async def test_where_no_gpu_is_in_question_none_is_spoken_of(tmp_path: Path, placement: Placement | None) -> None:
    shown = await line(tmp_path, placed(placement))
    assert ("scripted-1.5B" in shown, "GPU" in shown) == (True, False)


async def test_the_memory_that_the_model_holds_is_shown(tmp_path: Path) -> None:
    assert "on the GPU  ·  412 MB" in await line(tmp_path, placed(PLACED, memory=412_300_000))


async def test_on_a_narrow_screen_the_memory_goes_first_and_then_the_gpu(tmp_path: Path) -> None:
    model = placed(PLACED, memory=412_300_000)
    shown = [await line(tmp_path / str(width), model, width) for width in (140, 110, 88)]
    assert [("412 MB" in each, "on the GPU" in each, "scripted" in each) for each in shown] == [
        (True, True, True),
        (False, True, True),
        (False, False, True),
    ]
