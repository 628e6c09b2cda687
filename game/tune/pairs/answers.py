"""What readers wrote of numbered things: a JSON object with an answer for each number, and two of those side by side.

Knows nothing of what is asked.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, TypeVar

from game.errors import DataError

T = TypeVar("T")


def answers_in(path: Path, allowed: Collection[T], *, like: str) -> dict[int, T]:
    """Return the answers in a file, each one of those allowed; like is how such a file looks. Raises DataError."""
    known = {json.dumps(each): each for each in allowed}
    try:
        found = _object(path)
        return {int(number): known[json.dumps(answer)] for number, answer in found.items()}
    except OSError as error:
        raise DataError(f"{path} cannot be read ({error.strerror}); name a file of answers.") from error
    except (ValueError, KeyError, RecursionError) as error:
        raise DataError(f"{path.name} holds no answers such as are asked for; write {like}.") from error


def _object(path: Path) -> dict[str, Any]:
    """Return the object in a file. Raises OSError, and ValueError for anything else and for an empty one."""
    match json.loads(path.read_text(encoding="utf-8")):
        case dict() as found if found:
            return found
    raise ValueError


def side_by_side(first: Mapping[int, T], second: Mapping[int, T], *, what: str) -> list[tuple[T, T]]:
    """Return both readers' answers to each number. Raises DataError unless both answered the same; what is a thing."""
    if odd := sorted(first.keys() ^ second.keys()):
        raise DataError(f"Only one of the two readers answers {what} {odd[0]}; both must answer the same.")
    return [(answer, second[number]) for number, answer in first.items()]
