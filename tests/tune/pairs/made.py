"""Pairs with nothing odd in them, for tests to change, and a key of four of them."""

from __future__ import annotations

from game.tune.pairs.key import Key, Placed
from game.tune.pairs.pair import Pair

PAIR = Pair("line", "What a person answers.", (("who", "Odo Brand, ferryman"),), ("Not today.", "It's holed."))
KEY = Key(
    sides=("untaught", "taught"),
    seed=7,
    made_with={"model": "Tiny"},
    pairs=(
        Placed(1, "line", "taught", "untaught"),
        Placed(2, "ambience", "untaught", "taught"),
        Placed(3, "line", "taught", "untaught"),
        Placed(4, "line", "untaught", "taught"),
    ),
)


def several(count: int, kind: str = "line") -> list[Pair]:
    """Return so many pairs, each of other texts."""
    return [Pair(kind, PAIR.task, (), (f"{number} old.", f"{number} new.")) for number in range(count)]
