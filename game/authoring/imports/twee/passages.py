"""Twee 3 cut into passages: names, tags and texts, and the line each begins at.

Knows nothing of what a passage's text means. The format is that of iftechfoundation/twine-specs, Twee 3 1.0.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_HEADER = re.compile(r"^::", re.MULTILINE)
_PLAIN = r"(?:[^\\\[\]{}\n]|\\[^\n])"
_PARTS = re.compile(rf"::[ \t]*(?P<name>{_PLAIN}*+)(?:\[(?P<tags>{_PLAIN}*+)\])?[ \t]*(?P<metadata>[^\n]*)")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage. line is that of its header, from 1; text begins in the next and has no blank lines at its end.

    rest is what stands in the header and is neither a name, tags nor a block of metadata.
    """

    name: str
    tags: frozenset[str]
    text: str
    line: int
    rest: str = ""


def read_passages(text: str) -> list[Passage]:
    """Return the passages of a Twee text in its order, lines ended by newlines; what is before the first is none."""
    return list(_passages(text))


def _passages(text: str) -> Iterator[Passage]:
    line = counted = 0
    starts = [found.start() for found in _HEADER.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        line += text.count("\n", counted, start)
        counted = start
        header, _, body = text[start:end].partition("\n")
        yield _passage(header, body.rstrip(), line + 1)


def _passage(header: str, body: str, line: int) -> Passage:
    found = _PARTS.match(header)
    name, tags, metadata = found.group("name", "tags", "metadata") if found else ("", "", "")
    is_metadata = metadata.startswith("{") and metadata.rstrip().endswith("}")
    rest = "" if is_metadata else metadata.strip()
    return Passage(_decoded(name).strip(), frozenset(_decoded(tags or "").split()), body, line, rest)


def _decoded(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
