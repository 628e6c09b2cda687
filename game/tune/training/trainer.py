"""The training, seen from the game's own process: the child that does it is told what to do, and says how it goes.

Knows nothing of torch, nor of what is printed.
"""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.errors import DataError
from game.llm.child import child_environment
from game.llm.cores import usable_cores
from game.llm.files import sha256_of
from game.tune.children import said_by
from game.tune.examples import Played
from game.tune.played.formats import to_rows
from game.tune.render import exchanges
from game.tune.rows import rows_in
from game.tune.split import split
from game.tune.training.lessons import TAUGHT

CHILD = "game.tune.school"
OWN = "own"
"""What the file beside an adapter's is called in which a player's examples are while it is trained."""
NEEDED = ("torch", "transformers", "peft", "gguf")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be trained: an adapter on the model of a GGUF file, by a folder's examples or the game's own.

    name is what the model is called with it; without one it keeps its own. own are a player's examples, of which some
    are held out, and few of the others stand beside them. begins is an adapter that is gone on from.
    """

    model: Path
    out: Path
    passes: float
    seed: int
    examples: Path | None = None
    name: str = ""
    own: tuple[Played, ...] = ()
    begins: Path | None = None


def train(order: Order) -> Iterator[dict[str, Any]]:
    """Yield what the child says, "before", "step", "after" and "written", each by "is". Raises DataError.

    Broken off, it is gone on with by the same order: beside the adapter lies how far it came.
    """
    _require_all(order)
    log = beside(order.out, "log")
    try:
        order.out.parent.mkdir(parents=True, exist_ok=True)
        if order.own:
            beside(order.out, OWN).write_text(to_rows(order.own), encoding="utf-8")
        with log.open("wb") as errors:
            yield from said_by(CHILD, _told(order), errors, environment=child_environment(), refusal=DataError)
    except OSError as error:
        raise DataError(f"{order.out} cannot be written ({error.strerror or error}); name another file.") from error
    except (subprocess.SubprocessError, ValueError) as error:
        raise DataError(f"The training ended before its time; what it said last is in {log}.") from error
    for what in ("training", OWN):
        beside(order.out, what).unlink(missing_ok=True)


def beside(out: Path, what: str) -> Path:
    """Return the file in which something is kept beside an adapter's: what its child says, how far it came."""
    return out.with_name(f"{out.name}.{what}")


def _require_all(order: Order) -> None:
    """Raise DataError for what a training lacks, or would write over."""
    if missing := [name for name in NEEDED if importlib.util.find_spec(name) is None]:
        raise DataError(f"Training needs {', '.join(missing)}: install them with: pip install 'loreloom[tune]'.")
    if not order.model.is_file():
        raise DataError(f"There is no model in {order.model}; name a GGUF file, or none for the starter's own.")
    if order.begins and not order.begins.is_file():
        raise DataError(f"There is no adapter in {order.begins} to go on from; name another file, or none.")
    if order.out.exists():
        raise DataError(f"{order.out} is there already, and would be lost; name another file.")
    _require_lessons(order.examples)


def _require_lessons(examples: Path | None) -> None:
    """Raise DataError for a folder whose rows cannot be read, or are none of those that are taught."""
    if examples is None:
        return
    train = split(rows_in(examples)).train
    if not any(True for row in train for _ in exchanges(row.example)):
        raise DataError(f"There is nothing to teach in {examples}; it needs rows to train on of {', '.join(TAUGHT)}.")


def _told(order: Order) -> dict[str, Any]:
    return {
        "model": str(order.model),
        "digest": sha256_of(order.model),
        "out": str(order.out),
        "passes": order.passes,
        "seed": order.seed,
        "threads": usable_cores(),
        "examples": str(order.examples) if order.examples else "",
        "name": order.name,
        "own": str(beside(order.out, OWN)) if order.own else "",
        "begins": str(order.begins) if order.begins else "",
    }
