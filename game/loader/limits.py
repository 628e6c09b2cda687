"""What a world's text may be at most, checked before a parser sees it.

Knows nothing of what the text means. A dotted key of 40 KB holds a TOML parser up for seconds and 2,000 nested arrays
overflow its stack, so both are refused by counting.
"""

from __future__ import annotations

import re
from itertools import islice

from game.loader.diagnostics import Diagnostics, Source
from game.loader.tokens import Token, nesting, openings, tokenize

MAX_BYTES = 8_000_000
MAX_WORLD_BYTES = 16_000_000
MAX_FILES = 200
MAX_VALUES = 400_000
MAX_DEPTH = 16
MAX_KEY_PARTS = 12

_PART = r"""\.[ \t]*+(?:"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+'|[\w+:-]++)[ \t]*+"""
# Quick looks: what they do not let pass may still be within the limits, and then every token is looked at.
_SHALLOW = nesting(MAX_DEPTH)
_LONG_KEY = re.compile(rf"{_PART}(?:{_PART}){{{MAX_KEY_PARTS - 2}}}")  # opens with its dot, which is quickly found
_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}


def check_limits(source: Source, report: Diagnostics) -> bool:
    """Report the first limit that source breaks; return whether it keeps them all."""
    if len(source.text.encode(errors="replace")) > MAX_BYTES:
        report.error("W002", f"the file is larger than {MAX_BYTES // 1_000_000} MB", source, 0)
        return False
    if (offset := _one_too_many(source.text)) is not None:
        report.error("W002", f"the file has more than {MAX_VALUES:,} keys, tables and items", source, offset)
        return False
    if _SHALLOW.fullmatch(source.text) and not _LONG_KEY.search(source.text):
        return True
    depth = parts = 0
    before = ""
    for token in tokenize(source.text):
        depth += _DEEPER.get(token.text, 0) if token.kind == "mark" else 0
        parts = _key_parts(parts, before, token)
        before = token.text
        if depth > MAX_DEPTH:
            report.error("W002", f"arrays or tables are nested more than {MAX_DEPTH} deep", source, token.start)
            return False
        if parts > MAX_KEY_PARTS:
            report.error("W002", f"a dotted key has more than {MAX_KEY_PARTS} parts", source, token.start)
            return False
    return True


def _one_too_many(text: str) -> int | None:
    """Return where the first value stands that a file has too many of."""
    if sum(map(text.count, "=,[{")) <= MAX_VALUES:
        return None
    return next(islice(openings(text), MAX_VALUES, None), None)


def _key_parts(parts: int, before: str, token: Token) -> int:
    """Return how many parts the key at token has so far; but after a dot a name begins another."""
    if token.kind == "mark" and token.text == ".":
        return parts + 1
    if token.kind in ("bare", "string"):
        return parts if before == "." else 1
    return 0
