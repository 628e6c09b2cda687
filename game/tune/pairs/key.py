"""The key of a sheet, a file of its own: whose texts its pairs are, and what they were made with.

Knows nothing of what readers say of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from game.errors import DataError
from game.tune.pairs.pair import Drawn

_UNFIT = "{} is no key of a sheet: take the file that was written with it."


@dataclass(frozen=True, slots=True)
class Placed:
    """A pair by its number in the sheet, its kind, and the sides whose texts are A and B there."""

    number: int
    kind: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Key:
    """sides are the two that are compared, the one in question last; seed drew the order.

    made_with names models, and gives digests of their files.
    """

    sides: tuple[str, str]
    seed: int
    made_with: Mapping[str, str]
    pairs: tuple[Placed, ...]


_KEY = TypeAdapter(Key)


def placed(pairs: Iterable[Drawn], sides: Sequence[str]) -> tuple[Placed, ...]:
    """Return where the sides' texts stand in the sheet of some pairs."""
    return tuple(
        Placed(number, each.pair.kind, *(sides[side] for side in each.order)) for number, each in enumerate(pairs, 1)
    )


def key_text(key: Key) -> str:
    """Return a key as it is written: JSON."""
    return _KEY.dump_json(key, indent=1).decode() + "\n"


def read_key(path: Path) -> Key:
    """Return the key in a file. Raises DataError."""
    try:
        key = _KEY.validate_json(path.read_bytes())
    except OSError as error:
        raise DataError(f"{path} cannot be read ({error.strerror}); name a sheet's key.") from error
    except ValidationError as error:
        raise DataError(_UNFIT.format(path)) from error
    if not _is_sound(key):
        raise DataError(_UNFIT.format(path))
    return key


def _is_sound(key: Key) -> bool:
    """Return whether each number is there once, and both sides in each pair."""
    numbers = {each.number for each in key.pairs}
    return len(numbers) == len(key.pairs) and all({each.a, each.b} == set(key.sides) for each in key.pairs)
