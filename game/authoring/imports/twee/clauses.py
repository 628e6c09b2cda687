"""What the macros of several formats have in common: lists of arguments, texts in quotes, and assignments.

Knows nothing of what a macro does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.authoring.imports.twee.expressions import Binary, Expression, Literal, Untranslated, Variable
from game.authoring.imports.twee.grammar import Tongue, read_expression
from game.authoring.imports.twee.nodes import Sets
from game.authoring.imports.twee.notebook import Page, shown

QUOTED = r"""(?:"(?:[^"\\]|\\.)*+"|(?<!\w)'(?:[^'\\]|\\.)*+')"""
"""A text in quotes; an apostrophe within a word begins none."""
_MARK = re.compile(rf"{QUOTED}|\\.|[()\[\]{{}}]|[,;\n]|.", re.DOTALL)
_NESTS = dict.fromkeys("([{", 1) | dict.fromkeys(")]}", -1)
_ASSIGNS = re.compile(
    r"(?P<target>[^\s=+*/%-]++)\s*+(?:(?P<sign>to\b|\+=|-=|\*=|/=|%=|=(?!=))(?P<value>.*)|(?P<step>\+\+|--))", re.DOTALL
)
_TEXT = re.compile(rf"\s*({QUOTED})\s*", re.DOTALL)


def divided(source: str, at: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of source between the signs in at that stand outside quotes and brackets, and their offsets."""
    depth = start = 0
    for found in _MARK.finditer(source):
        mark = found.group()
        depth = max(0, depth + _NESTS.get(mark, 0))
        if depth == 0 and mark in at:
            yield start, source[start : found.start()]
            start = found.end()
    yield start, source[start:]


def arguments(source: str) -> list[str]:
    """Return what stands between the commas of a macro's arguments."""
    return [part.strip() for _, part in divided(source, ",") if part.strip()]


def unquoted(source: str) -> str | None:
    """Return the text that stands in quotes, or nothing where source is no such text alone."""
    found = _TEXT.fullmatch(source)
    return re.sub(r"\\(.)", r"\1", found[1][1:-1], flags=re.DOTALL) if found else None


def understood(page: Page, offset: int, source: str, tongue: Tongue) -> Expression | None:
    """Return the tree of an expression, or nothing, and a note, where a world has nothing like it."""
    try:
        return read_expression(source, tongue)
    except Untranslated as error:
        page.note(offset, f"'{shown(source)}' was left out: {error}")
        return None


def asked(page: Page, offset: int, source: str, tongue: Tongue) -> Expression:
    """Return the tree of a condition; one that cannot be translated never holds, and is noted."""
    try:
        return read_expression(source, tongue)
    except Untranslated as error:
        page.note(offset, f"the condition '{shown(source)}' was made 'false': {error}")
        return Literal(value=False)


def assigned(page: Page, offset: int, source: str, tongue: Tongue) -> Sets | None:
    """Return what an assignment such as `$x to 3`, `x += 1` or `x++` sets, or nothing, and a note."""
    found = _ASSIGNS.fullmatch(source.strip())
    try:
        if found is None:
            raise Untranslated("it is no assignment")
        return _sets(page.line_at(offset), found, tongue)
    except Untranslated as error:
        page.note(offset, f"'{shown(source)}' was left out: {error}")
        return None


def _sets(line: int, found: re.Match[str], tongue: Tongue) -> Sets:
    variable = named(found["target"], tongue)
    if found["step"]:
        return Sets(variable.name, Binary(found["step"][0], variable, Literal(1)), line)
    value = read_expression(found["value"], tongue, it=variable)
    sign = found["sign"]
    return Sets(variable.name, value if sign in ("to", "=") else Binary(sign[0], variable, value), line)


def named(source: str, tongue: Tongue) -> Variable:
    """Return the variable that source names. Raises Untranslated for anything else."""
    target = read_expression(source, tongue)
    if not isinstance(target, Variable):
        raise Untranslated(f"'{shown(source)}' is no simple variable")
    return target
