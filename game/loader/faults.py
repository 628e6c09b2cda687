"""pydantic's errors in an author's words.

Knows pydantic's names for what is wrong, and nothing of what was meant, or of expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.loader.diagnostics import Diagnostics, nearest
from game.loader.meant import key_hint, value_hint
from game.loader.merge import Merged
from game.loader.positions import Path
from game.loader.schema import kinds

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
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

_FIRST = {"schema": "1"}
"""What a missing key is sure to be."""


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
    of_kind = {detail["type"]: detail for detail in details}
    key = str(path[-1]) if path else ""
    if "extra_forbidden" in of_kind:
        hint = "" if report.is_full else key_hint(path)
        _report_key(f"there is no key '{key}' here", path, merged, report, hint=hint)
    elif lacking := _lacking(details):
        message = f"{_listed(lacking)} {'is' if len(lacking) == 1 else 'are'} missing"
        hint = "add " + ", ".join(f"{each} = {_FIRST.get(each, '…')}" for each in lacking)
        report.error("W003", message, source, position.key, length=len(key) or 1, hint=hint)
    elif _is_key(details):
        hint = value_hint(key, key, _wanted(details), written="")
        _report_key(_message(key, details), path, merged, report, hint=hint)
    else:
        written = source.text[position.value : position.value + 2]
        hint = _meant_word(of_kind) or value_hint(key, details[0]["input"], _wanted(details), written=written)
        report.error("W003", _message(key, details), source, position.value, hint=hint)


def _report_key(message: str, path: Path, merged: Merged, report: Diagnostics, *, hint: str) -> None:
    source, offset, length = merged.key(path)
    report.error("W003", message, source, offset, length=length, hint=hint)


def _wanted(details: list[ErrorDetails]) -> set[str]:
    """Return the types that would have fitted, or else the pattern that a value of the right type breaks."""
    patterns = {detail["ctx"]["pattern"] for detail in details if detail["type"] == "string_pattern_mismatch"}
    kinds = {detail["type"] for detail in details}
    return patterns or (kinds if kinds <= _WANTED.keys() else set())


def _lacking(details: list[ErrorDetails]) -> list[str]:
    return list(dict.fromkeys(str(detail["loc"][-1]) for detail in details if detail["type"] == "missing"))


def _is_key(details: list[ErrorDetails]) -> bool:
    """Return whether it is a key of the author's that does not fit, and not its value."""
    return any(detail["loc"][-1:] == ("[key]",) for detail in details)


def _listed(names: Iterable[str]) -> str:
    *others, last = (f"'{each}'" for each in names)
    return f"{', '.join(others)} and {last}" if others else last


def _meant_word(of_kind: Mapping[str, ErrorDetails]) -> str:
    """Return a hint where one of a few words was wanted and the word is like one of them."""
    detail = of_kind.get("literal_error")
    known = re.findall("'([^']*)'", str(detail.get("ctx", {}).get("expected", ""))) if detail else []
    near = nearest(str(detail["input"]).lower(), known) if detail else None
    return f"did you mean '{near}'?" if near else ""


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
        case "string_too_short" | "too_short":
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
