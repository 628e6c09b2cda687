"""The source text of an expression, read by Python's own parser, with what keeps it from being one.

Knows nothing of what names mean. Text is bounded before it is parsed: 5,000 nested signs overflow Python's parser.
"""

from __future__ import annotations

import ast

from game.rules.names import ExpressionError
from game.rules.slips import foreign_sign, unpaired

MAX_LENGTH = 400


def parse_expression(source: str) -> ast.expr:
    """Return Python's syntax tree of source. Raises ExpressionError when it is too long or not an expression."""
    if len(source) > MAX_LENGTH:
        raise ExpressionError(
            f"the expression has {len(source)} characters; {MAX_LENGTH} is the most", length=MAX_LENGTH
        )
    if not source.strip():
        raise ExpressionError("the expression is empty")
    _check_signs(source)
    try:
        return ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        if slip := foreign(source):
            raise slip from error
        column = line_start(source, getattr(error, "lineno", None) or 1) + (getattr(error, "offset", None) or 1) - 1
        column = min(max(column, 0), len(source) - 1)
        message = unpaired(source) or "this is not an expression the rules can read"
        raise ExpressionError(message, column=column) from error


def _check_signs(source: str) -> None:
    """Raise ExpressionError for a sign that Python reads in a way of its own."""
    if "\\" in source:
        raise ExpressionError("a text here holds no backslash; write the sign itself", column=source.index("\\"))
    if "=" in source and (slip := foreign(source)) and "=" in source[slip.column : slip.column + slip.length]:
        raise slip


def line_start(source: str, line: int) -> int:
    """Return where in source a line begins, counted from 1 in source without its leading spaces."""
    indent = len(source) - len(source.lstrip())
    return indent + sum(len(each) + 1 for each in source.strip().split("\n")[: line - 1])


def foreign(source: str) -> ExpressionError | None:
    """Return the error of the first sign of another language, if there is one."""
    found = foreign_sign(source)
    return ExpressionError(found[0], column=found[1], length=found[2]) if found else None
