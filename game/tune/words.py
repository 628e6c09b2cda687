"""Lists of words by which examples are looked at, read from words.toml.

Knows nothing of what any list is for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(files("game.tune").joinpath("words.toml").read_text(encoding="utf-8"))
