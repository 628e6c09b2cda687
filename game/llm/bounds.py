"""How certain each model must be of what a player's words mean, read from bounds.toml: measured, model by model.

Knows nothing of how it was measured, nor of what follows from it.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from importlib import resources

import tomli

from game.story.model import Bounds, ModelInfo


def with_bounds(info: ModelInfo) -> ModelInfo:
    """Return what is known of a model with the bounds of its weights, or of its name, or the cautious ones it has."""
    measured = load_bounds()
    found = measured.get(info.digest) or measured.get(info.name.casefold())
    return replace(info, bounds=found) if found else info


@functools.cache
def load_bounds() -> dict[str, Bounds]:
    """Return the bounds that were measured, by the digest of a model's weights or its name in small letters."""
    tables = tomli.loads(resources.files("game.llm").joinpath("bounds.toml").read_text(encoding="utf-8"))
    return {name.casefold(): Bounds(**table) for name, table in tables.items()}
