"""A player's own examples as a training takes them: which are held out, and which of the game's own stand beside them.

The game's own keep a model at its jobs: by a few dozen of a player's alone it would soon do nothing else. Knows nothing
of runs, or of how a model is taught.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from game.errors import DataError
from game.tune.examples import Played
from game.tune.rows import Row
from game.tune.split import Split, subjects

LEAST = 24
"""Turns: from fewer a model learns no taste, and what is held out says nothing."""
SHARE = 6
"""One in so many of the player's turns is held out."""
BESIDE = 4
"""So many of the game's own examples stand beside one of the player's."""
LOOKED_AT = 120
"""So many of the game's own that are held out are looked at, for what a training takes away."""


def require_enough(examples: Sequence[Played]) -> None:
    """Raise DataError where examples are of too few turns."""
    turns = len({each.turn for each in examples})
    if turns < LEAST:
        raise DataError(
            f"A training of your own needs {LEAST} turns that you liked, and your runs have {turns}: "
            "play on, and say + or -, have turns told again, or rewrite them."
        )


def parted(rows: Sequence[Row], seed: int) -> Split:
    """Return the two sides of a player's rows: all of a turn stands on one, and which are held out the seed decides."""
    turns = sorted({_turn(row) for row in rows})
    held_out = set(_luck(seed).sample(turns, len(turns) // SHARE))
    return Split(
        tuple(row for row in rows if _turn(row) not in held_out), tuple(row for row in rows if _turn(row) in held_out)
    )


def drawn(rows: Sequence[Row], count: int, seed: int) -> tuple[Row, ...]:
    """Return so many of some rows, or all of them where there are fewer."""
    return tuple(_luck(seed).sample(rows, min(len(rows), count)))


def _turn(row: Row) -> str:
    return next(subjects(row.example))


def _luck(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - which are held out, not a secret
