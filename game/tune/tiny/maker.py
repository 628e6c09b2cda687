"""The making of a tiny model, seen from the game's own process: what is wanted, and the child that makes it.

Knows nothing of torch, nor of what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.loader.load import load_world
from game.tune.tiny.sides import sides_of
from game.tune.training.errand import beside, require, require_new, said_by

CHILD = "game.tune.school.tiny"
NEEDED = ("torch", "tokenizers", "gguf")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: a model of the words of some worlds, given as paths, in the GGUF file out.

    The same steps and seed make the same file, on the same kind of machine.
    """

    worlds: tuple[Path, ...]
    out: Path
    steps: int
    seed: int


def make(order: Order) -> Iterator[dict[str, Any]]:
    """Yield what the child says, each by "is": "texts", "tokens", "model", "before", "step", "after" and "written".

    Raises WorldError, and DataError.
    """
    require(NEEDED)
    require_new(order.out)
    sides_of(map(load_world, order.worlds))  # what is wrong with a world is said here, and not by the child
    told = {"worlds": [str(path) for path in order.worlds], "out": str(order.out)}
    yield from said_by(CHILD, {**told, "steps": order.steps, "seed": order.seed}, order.out)
    beside(order.out, "log").unlink(missing_ok=True)
