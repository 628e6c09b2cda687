"""The evaluation, seen from the game's own process: the child that asks is told what to do, and says what it found.

Knows nothing of llama.cpp, nor of what is printed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from game.errors import ModelError
from game.llm.process import computing_environment
from game.llm.tuning import Tuning
from game.tune.children import said_by

CHILD = "game.tune.evaluation"
EXAMPLES, SAMPLES, SEED = 100, 100, 7


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be asked, of the model of a GGUF file: by a folder's examples or the game's own.

    With an adapter two models are asked, the one without and the one with it, both in a quantization if one is named.
    template is a chat template for a file that carries none. examples are at most so many held-out ones of a kind,
    samples are texts that the model writes of a kind.
    """

    model: Path
    tuning: Tuning
    examples: int
    samples: int
    seed: int
    template: str = ""
    adapter: Path | None = None
    quantization: str = ""
    folder: Path | None = None


def evaluate(order: Order, *, cache: Path, log: Path, child: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield what the child says by "is": "at", and what it found of "now", or of "before" and "after".

    Copies of the model lie in the cache folder meanwhile. child is another module that is told such an order. Raises
    GameError.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        log.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache, prefix="evaluation-") as folder, log.open("wb") as errors:
            told = _told(order, folder)
            yield from said_by(child or CHILD, told, errors, environment=computing_environment(), refusal=ModelError)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(f"{cache} cannot be written into ({reason}): set LORELOOM_CACHE to another folder.") from error
    except (subprocess.SubprocessError, ValueError) as error:
        raise ModelError(f"The model's process ended before its time; what it said last is in {log}.") from error


def _told(order: Order, folder: str) -> dict[str, Any]:
    return {
        **asdict(order.tuning),
        "model": str(order.model.absolute()),
        "template": order.template,
        "adapter": str(order.adapter.absolute()) if order.adapter else "",
        "quantization": order.quantization,
        "folder": folder,
        "from": str(order.folder.absolute()) if order.folder else "",
        "extent": {"examples": order.examples, "samples": order.samples, "seed": order.seed},
    }
