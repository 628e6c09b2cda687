"""What it is worth, in nats, that words and an action have something to do with each other: read from weights.toml.

Knows nothing of how features are found, nor of how the weights were fitted.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import tomli


def worth(features: Mapping[str, float]) -> float:
    """Return what features are worth together: 0 where an action is as likely meant as nothing is."""
    weights = load_weights()
    return sum(weights[name] * value for name, value in features.items())


@cache
def load_weights() -> Mapping[str, float]:
    """Return the weight of each feature by its name."""
    text = files("game.story.choosing").joinpath("weights.toml").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in tomli.loads(text)["weights"].items()}
