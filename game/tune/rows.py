"""Examples in files: JSON Lines, one example in a row, read into the record of its kind and written as they were.

Knows nothing of what makes an example good.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import Any, get_type_hints

from game.errors import DataError
from game.story.clean import clean
from game.story.model import Message
from game.tune.examples import KINDS, Example, Saying


@dataclass(frozen=True, slots=True)
class Row:
    """An example where it stands: its file, the number of its line from 1, and the line itself."""

    example: Example
    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


def our_rows() -> list[Row]:
    """Return the examples that the game carries. Raises DataError."""
    return rows_in(Path(str(files("game.tune"))) / "data")


def rows_in(folder: Path) -> list[Row]:
    """Return the examples in the files of a folder's folders, in the order of their names. Raises DataError."""
    rows = [row for path in sorted(folder.glob("*/*.jsonl")) for row in _read(path)]
    if not rows:
        raise DataError(f"There are no examples in {folder}; name a folder of folders that hold .jsonl files.")
    return rows


def rows_of(path: Path) -> list[Row]:
    """Return the examples in one file. Raises DataError."""
    return list(_read(path))


def _read(path: Path) -> Iterator[Row]:
    file = f"{path.parent.name}/{path.name}"
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{file} cannot be read ({error}); restore it, or take it away.") from error
    for number, text in enumerate(lines, 1):
        if text.strip():
            yield Row(_example(text, f"{file}, line {number}"), file, number, text)


def _example(text: str, where: str) -> Example:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataError(f"{where} is not JSON ({error}); write one object in it, or take it out.") from error
    if not isinstance(row, dict) or not (kind := KINDS.get(str(row.pop("kind", "")))):
        raise DataError(f"{where} has no kind that we know; give it one of {', '.join(KINDS)}.")
    try:
        return kind(**dict(_values(kind, row)))
    except ValueError as error:
        raise DataError(f"{where}: {error}; mend the row, or take it out.") from error


def _values(kind: type[Example], row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a kind as a row has them. Raises ValueError with what is wrong with one."""
    types = get_type_hints(kind)
    known = {field.name: field.default is MISSING for field in fields(kind)}
    if unknown := next((name for name in row if name not in known), ""):
        raise ValueError(f"'{unknown}' is none of its fields ({', '.join(known)})")
    for name, is_needed in known.items():
        if name in row:
            yield name, _READERS[types[name]](name, row[name])
        elif is_needed:
            raise ValueError(f"'{name}' is missing")


def _text(name: str, value: object) -> str:
    match value:
        case str() if clean(value) == value:
            return value
    raise ValueError(f"'{name}' has to be a text, without control characters")


def _texts(name: str, value: object) -> tuple[str, ...]:
    match value:
        case list():
            return tuple(_text(name, each) for each in value)
    raise ValueError(f"'{name}' has to be a list of texts")


def _sayings(name: str, value: object) -> tuple[Saying, ...]:
    match value:
        case list():
            return tuple(_saying(name, each) for each in value)
    raise ValueError(f"'{name}' has to be a list of pairs, words and what they mean")


def _saying(name: str, value: object) -> Saying:
    match value:
        case [words, None]:
            return Saying(_text(name, words), None)
        case [words, means]:
            return Saying(_text(name, words), _text(name, means))
    raise ValueError(f"'{name}' has to hold pairs of words and one of the commands, or null")


def _messages(name: str, value: object) -> tuple[Message, ...]:
    match value:
        case list():
            return tuple(_message(name, each) for each in value)
    raise ValueError(f"'{name}' has to be a list of messages")


def _message(name: str, value: object) -> Message:
    match value:
        case {"role": "system" | "user" | "assistant" as role, "content": text}:
            return Message(role, _text(name, text))
    raise ValueError(f"'{name}' has to hold messages, each with a role and a content")


def _flag(name: str, value: object) -> bool:
    match value:
        case bool():
            return value
    raise ValueError(f"'{name}' has to be true or false")


_READERS: Mapping[Any, Callable[[str, Any], Any]] = {
    str: _text,
    tuple[str, ...]: _texts,
    tuple[Saying, ...]: _sayings,
    tuple[Message, ...]: _messages,
    bool | None: _flag,
}
