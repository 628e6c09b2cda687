"""The models that a child is told to ask, as they would be played: their files, and each loaded while it is asked.

Knows nothing of what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from game.llm.adapter import read_adapter
from game.llm.files import require_space
from game.llm.merge import merge
from game.llm.quantize import quantized
from game.llm.worker.loading import Loaded, load
from game.tune.evaluation.marking import Tell
from game.tune.evaluation.speaking import Say

_TIMES = 6
"""What both sides take on the disk, of the model's own file: merged in 16 bits, and quantized again."""


def sides(order: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    """Yield "now" and the model's file, or "before" and "after" of the same without an adapter and with it.

    Raises GameError, and OSError for a disk that fails.
    """
    source, folder = Path(order["model"]), Path(order["folder"])
    if not order["adapter"]:
        yield "now", source
        return
    adapter = read_adapter(Path(order["adapter"]))
    require_space(folder, _TIMES * source.stat().st_size, purpose="the model with the adapter in it")
    merge(source, adapter, merged := folder / "merged.gguf")
    for side, path in (("before", source), ("after", merged)):
        made = folder / f"{side}.gguf"
        yield side, quantized(path, made, order["quantization"]) if order["quantization"] else path


@contextmanager
def loaded(path: Path, order: dict[str, Any]) -> Iterator[Loaded]:
    """Yield the model in a file, loaded as the order has it. Raises ModelError."""
    model = load({**order, "path": str(path)}, progress=lambda _: None, interrupted=lambda: False)
    try:
        yield model
    finally:
        model.context.close()
        model.weights.close()


def asked(order: dict[str, Any], say: Say) -> Iterator[tuple[str, Loaded, Tell]]:
    """Yield each side with its model, loaded meanwhile, and what says how far it is there. Raises as the others do."""
    several = list(sides(order))
    for number, (side, path) in enumerate(several):
        tell = _teller(say, f"{side}: " if len(several) > 1 else "", number, len(several))
        tell(0.0, "loading")
        with loaded(path, order) as model:
            yield side, model, tell


def _teller(say: Say, side: str, number: int, count: int) -> Tell:
    """Return what says how far it is with one of the sides."""

    def tell(at: float, doing: str) -> None:
        say("at", at=(number + at) / count, doing=side + doing)

    return tell
