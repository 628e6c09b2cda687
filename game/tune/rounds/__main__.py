"""The process that writes in a round: `python -m game.tune.rounds ORDER`, told in JSON what to do, tells in JSON lines.

They are those of an evaluation, but that the last is {"is": "kept", "rows": JSON Lines, "faults": how many texts have
each}. Knows nothing of who reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from game.errors import DataError
from game.tune.evaluation.sides import loaded, sides
from game.tune.evaluation.speaking import Say, speak
from game.tune.examples import Ambience, Line
from game.tune.marks import spread
from game.tune.played.formats import to_rows
from game.tune.rounds.drafting import Drafter
from game.tune.rounds.keeping import Drafted, drafted, faults, kept
from game.tune.rows import our_rows, rows_in
from game.tune.split import split


def main(order: dict[str, Any], say: Say) -> None:
    """Say what is kept of what the model writes, with its adapter if it has one. Raises GameError and OSError."""
    *_, (_, path) = sides(order)
    written = list(_written(path, order, say))
    say("kept", rows=to_rows(kept(written)), faults=dict(faults(written)))


def _written(path: Path, order: dict[str, Any], say: Say) -> Iterator[Drafted]:
    extent = order["extent"]
    examples = _examples(order["from"], extent["examples"])
    with loaded(path, order) as model:
        drafter = Drafter(model)
        for number, example in enumerate(examples):
            say("at", at=number / len(examples), doing="writing")
            seed = extent["seed"] + number * extent["samples"]
            yield drafted(example, drafter.texts(example, extent["samples"], seed=seed))


def _examples(folder: str, most: int) -> Sequence[Ambience | Line]:
    """Return the examples to write for, so many of each kind at most, none of them held out. Raises DataError."""
    taught = [row.example for row in split(rows_in(Path(folder)) if folder else our_rows()).train]
    touches = [each for each in taught if isinstance(each, Ambience)]
    lines = [each for each in taught if isinstance(each, Line)]
    if not touches and not lines:
        raise DataError(f"There is nothing to write for in {folder}: it needs examples of ambience or of lines.")
    return [*spread(touches, most), *spread(lines, most)]


if __name__ == "__main__":
    speak(main)
