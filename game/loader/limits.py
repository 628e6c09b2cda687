"""What a world's text may be at most, checked before a parser sees it.

Knows nothing of what the text means. A dotted key of 40 KB holds a TOML parser up for seconds and 2,000 nested arrays
overflow its stack, so both are refused by counting.
"""

from __future__ import annotations

import re

from game.loader.diagnostics import Diagnostics, Source
from game.loader.tokens import Token, deepest, tokenize

MAX_BYTES = 8_000_000
MAX_FILES = 200
MAX_DEPTH = 16
MAX_KEY_PARTS = 12

_PART = r"""(?:"[^"\n]*+"|'[^'\n]*+'|[\w+:-]++)[ \t]*+"""
# What may be a key of too many parts, or a text that looks like one: then every token is looked at.
_LONG_KEY = re.compile(rf"(?<![\w+:-]){_PART}(?:\.[ \t]*{_PART}){{{MAX_KEY_PARTS - 1}}}")
_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}


def check_limits(source: Source, report: Diagnostics) -> bool:
    """Report the first limit that source breaks; return whether it keeps them all."""
    if len(source.text.encode(errors="replace")) > MAX_BYTES:
        report.error("W002", f"the file is larger than {MAX_BYTES // 1_000_000} MB", source, 0)
        return False
    if deepest(source.text) <= MAX_DEPTH and not _LONG_KEY.search(source.text):
        return True
    depth = parts = 0
    for token in tokenize(source.text):
        depth += _DEEPER.get(token.text, 0) if token.kind == "mark" else 0
        parts = _key_parts(parts, token)
        if depth > MAX_DEPTH:
            report.error("W002", f"arrays or tables are nested more than {MAX_DEPTH} deep", source, token.start)
            return False
        if parts > MAX_KEY_PARTS:
            report.error("W002", f"a dotted key has more than {MAX_KEY_PARTS} parts", source, token.start)
            return False
    return True


def _key_parts(parts: int, token: Token) -> int:
    """Return how many parts the key at token has so far; anything but names and dots ends a key."""
    if token.kind == "mark" and token.text == ".":
        return parts + 1
    return parts if token.kind in ("bare", "string") else 0
