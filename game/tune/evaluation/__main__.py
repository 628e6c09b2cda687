"""The process that evaluates: `python -m game.tune.evaluation ORDER`, told in JSON what to do, tells in JSON lines.

They are {"is": "at", "at": 0 to 1, "doing": words}, then for each side "now", or "before" and "after", what was found;
or {"is": "fault", "text": a sentence}. Knows nothing of who reads them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.errors import GameError
from game.llm.adapter import read_adapter
from game.llm.files import require_space
from game.llm.merge import merge
from game.llm.quantize import quantized
from game.llm.worker.lifeline import die_with_parent
from game.llm.worker.loading import load
from game.tune.evaluation.marking import Examiner, Extent, Tell
from game.tune.examples import Example
from game.tune.sets import held_out_examples

Say = Callable[..., None]

_TIMES = 6
"""What both sides take on the disk, of the model's own file: merged in 16 bits, and quantized again."""


def main(order: dict[str, Any], say: Say) -> None:
    """Say what is found of each side. Raises GameError, and OSError for a disk that fails."""
    examples = held_out_examples(Path(order["from"]) if order["from"] else None)
    sides = list(_sides(order))
    for number, (side, path) in enumerate(sides):
        tell = _teller(say, f"{side}: " if len(sides) > 1 else "", number, len(sides))
        tell(0.0, "loading")
        say(side, **_found(path, order, examples, tell=tell))


def _found(path: Path, order: dict[str, Any], examples: Sequence[Example], *, tell: Tell) -> dict[str, Any]:
    """Return what is found of the model in a file, and what that is called."""
    model = load({**order, "path": str(path)}, progress=lambda _: None, interrupted=lambda: False)
    try:
        examiner = Examiner(model, Extent(**order["extent"]))
        return {"model": model.info.name, **_ASKED[order["asked"]](examiner, examples, tell)}
    finally:
        model.context.close()
        model.weights.close()


def _figures(examiner: Examiner, examples: Sequence[Example], tell: Tell) -> dict[str, Any]:
    return asdict(examiner.marks(examples, tell=tell))


def _texts(examiner: Examiner, examples: Sequence[Example], tell: Tell) -> dict[str, Any]:
    return {"texts": examiner.texts(examples, tell=tell)}


_ASKED: Mapping[str, Callable[[Examiner, Sequence[Example], Tell], dict[str, Any]]] = {
    "figures": _figures,
    "texts": _texts,
}


def _sides(order: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    """Yield the models to be asked, as they would be played: one, or the same without an adapter and with it."""
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


def _teller(say: Say, side: str, number: int, sides: int) -> Tell:
    """Return what says how far it is with one of the sides."""

    def tell(at: float, doing: str) -> None:
        say("at", at=(number + at) / sides, doing=side + doing)

    return tell


def _speaking() -> Say:
    """Return what prints a line of JSON; whatever else llama.cpp writes belongs into the log."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(what: str, **words: Any) -> None:
        print(json.dumps({"is": what, **words}), file=out, flush=True)

    return say


if __name__ == "__main__":
    die_with_parent()
    speak = _speaking()
    try:
        main(json.loads(sys.argv[1]), speak)
    except GameError as error:
        speak("fault", text=str(error))
