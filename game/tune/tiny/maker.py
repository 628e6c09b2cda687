"""The making of a tiny model, seen from the game's own process: what is wanted, and the child that makes it.

Knows nothing of torch, nor of what is printed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from game.errors import DataError
from game.llm.child import child_environment
from game.loader.load import load_world
from game.tune.children import said_by
from game.tune.tiny.sides import sides_of
from game.tune.training.trainer import beside

CHILD = "game.tune.school.tiny"
NEEDED = ("torch", "tokenizers", "gguf")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: a model of the words of some worlds, given as paths, in the GGUF file out.

    The same steps and seed make the same file, on the same machine.
    """

    worlds: tuple[Path, ...]
    out: Path
    steps: int
    seed: int

    def as_json(self) -> dict[str, Any]:
        """Return it as the child is told."""
        worlds = [str(path) for path in self.worlds]
        return {"worlds": worlds, "out": str(self.out), "steps": self.steps, "seed": self.seed}


def make(order: Order) -> Iterator[dict[str, Any]]:
    """Yield what the child says of each stage, named by "is": as it makes texts, tokens, a model, a file of them.

    Raises WorldError, and DataError.
    """
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise DataError(f"A model from nothing needs {', '.join(missing)}: pip install 'loreloom[tune]'.")
    if order.out.exists():
        raise DataError(f"{order.out} is there already, and is not written over; name another file.")
    sides_of(map(load_world, order.worlds))  # what is wrong with a world is said before anything is begun
    log = beside(order.out, "log")
    try:
        order.out.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as errors:
            yield from said_by(CHILD, order.as_json(), errors, environment=child_environment(), refusal=DataError)
        log.unlink()
    except OSError as error:
        raise DataError(f"{order.out} cannot be made ({error.strerror or error}); name another file.") from error
    except (subprocess.SubprocessError, ValueError) as error:
        raise DataError(f"The model was not finished; what the child that makes it said last is in {log}.") from error
