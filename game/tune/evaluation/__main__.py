"""The process that evaluates: `python -m game.tune.evaluation ORDER`, told in JSON what to do, tells in JSON lines.

They are {"is": "at", "at": 0 to 1, "doing": words}, then for each side "now", or "before" and "after", what was found;
or {"is": "fault", "text": a sentence}. Knows nothing of who reads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.errors import DataError
from game.tune.evaluation.marking import Examiner, Extent, Tell
from game.tune.evaluation.sides import loaded, sides
from game.tune.evaluation.speaking import Say, speak
from game.tune.examples import Example
from game.tune.rows import our_rows, rows_in
from game.tune.split import split


def main(order: dict[str, Any], say: Say) -> None:
    """Say what is found of each side. Raises GameError, and OSError for a disk that fails."""
    examples = _held_out(order["from"])
    asked = list(sides(order))
    for number, (side, path) in enumerate(asked):
        tell = _teller(say, f"{side}: " if len(asked) > 1 else "", number, len(asked))
        tell(0.0, "loading")
        say(side, **_found(path, order, examples, tell=tell))


def _held_out(folder: str) -> list[Example]:
    """Return the held-out examples of a folder, or the game's own. Raises DataError."""
    examples = [row.example for row in split(rows_in(Path(folder)) if folder else our_rows()).held_out]
    if not examples:
        raise DataError(
            f"None of the examples in {folder} is held out: there have to be more, of other people and places."
        )
    return examples


def _found(path: Path, order: dict[str, Any], examples: Sequence[Example], *, tell: Tell) -> dict[str, Any]:
    """Return what is found of the model in a file, and what that is called."""
    with loaded(path, order) as model:
        marks = Examiner(model, Extent(**order["extent"])).marks(examples, tell=tell)
        return {"model": model.info.name, **asdict(marks)}


def _teller(say: Say, side: str, number: int, count: int) -> Tell:
    """Return what says how far it is with one of the sides."""

    def tell(at: float, doing: str) -> None:
        say("at", at=(number + at) / count, doing=side + doing)

    return tell


if __name__ == "__main__":
    speak(main)
