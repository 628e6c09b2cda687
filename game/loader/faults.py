"""pydantic's errors in an author's words.

Knows the schema's field names, so that a misspelt key gets a suggestion; nothing of expressions.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.loader.diagnostics import Diagnostics
from game.loader.merge import Merged
from game.loader.positions import Path
from game.loader.schema import kinds

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "dict_type": "a table",
    "list_type": "a list",
    "model_type": "a table",
}
_PATTERNS = {
    kinds.ID: "an id is lower-case letters, digits and '_', beginning with a letter",
    kinds.WORD: "this should be one word of at most 30 letters",
    kinds.NAME: "a name is one line, with something in it to see",
    kinds.LINE: "this should be one line",
    kinds.TIME: 'a time of day is written as "18:30"',
    kinds.LANGUAGE: "a language is two lower-case letters",
}


def report_faults(error: ValidationError, merged: Merged, report: Diagnostics) -> None:
    """Add one finding for each place that does not fit the schema."""
    faults: dict[Path, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False):
        faults.setdefault(_real_path(detail, merged.tree), []).append(detail)
    parents = {path[:length] for path in faults for length in range(len(path))}
    for path, details in faults.items():
        if path not in parents:
            _report(path, details, merged, report)


def _report(path: Path, details: list[ErrorDetails], merged: Merged, report: Diagnostics) -> None:
    source, position = merged.locate(path)
    kinds = {detail["type"] for detail in details}
    key = str(path[-1]) if path else ""
    if "extra_forbidden" in kinds:
        near = report.nearest(key, _field_names())
        hint = f"did you mean '{near}'?" if near else ""
        report.error("W003", f"there is no key '{key}' here", source, position.key, length=len(key), hint=hint)
    elif "missing" in kinds:
        lacking = details[0]["loc"][-1]
        message, hint = f"'{lacking}' is missing", f"add {lacking} = …"
        report.error("W003", message, source, position.key, length=len(key) or 1, hint=hint)
    else:
        report.error("W003", _message(key, details), source, position.value)


def _message(key: str, details: list[ErrorDetails]) -> str:
    of_right_type = next((detail for detail in details if detail["type"] not in _WANTED), None)
    if of_right_type:
        return f"'{key}': {_own_words(of_right_type)}"
    return f"'{key}' should be {' or '.join(dict.fromkeys(_WANTED[detail['type']] for detail in details))}"


def _own_words(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "string_pattern_mismatch":
            return _PATTERNS[context["pattern"]]
        case "literal_error":
            return f"this should be {context.get('expected', 'another value')}"
        case "string_too_long" | "too_long":
            return f"this is too long; {context.get('max_length')} is the most"
        case "string_too_short":
            return "this is empty"
        case "less_than_equal":
            return f"this number is too large; {context.get('le')} is the most"
        case "greater_than_equal":
            return f"this number is too small; {context.get('ge')} is the least"
    return detail["msg"][:1].lower() + detail["msg"][1:]


def _real_path(detail: ErrorDetails, tree: Any) -> Path:
    """Return where in tree an error is: pydantic's own marks for the branches of a union are left out."""
    path: list[str | int] = []
    for part in detail["loc"]:
        match tree, part:
            case dict(), _ if part in tree:
                tree = tree[part]
            case list(), int() if part < len(tree):
                tree = tree[part]
            case _:
                continue
        path.append(part)
    return tuple(path)


@cache
def _field_names() -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for table in _tables(kinds.Table) for name in table.model_fields))


def _tables(base: type[kinds.Table]) -> Iterable[type[kinds.Table]]:
    return base.__subclasses__()
