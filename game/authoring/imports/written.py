"""Tables written as TOML that an author goes on with: a header for every table, a line for every short value.

Knows which arrays the world format writes with headers of their own, and nothing of what else is in a world.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

# Each is one of several things, with a table to itself. Other arrays of tables hold wordings, which read best in rows.
_HEADED = frozenset({
    "scene", "choice", "ending", "rule", "lore", "secret", "path", "stage", "knows", "accepts", "offers", "schedule",
})  # fmt: skip
_WIDTH = 100
_INDENT = "    "

Table = Mapping[str, Any]


def toml_text(tables: Table) -> str:
    """Return tables as TOML, in their order, but `schema` first of all. Texts are without surrogates."""
    ordered = {"schema": tables["schema"], **tables} if "schema" in tables else tables
    return "\n".join(f"{each}\n" for each in _sections(ordered, ()))


def _sections(table: Table, path: tuple[str, ...], *, header: str = "") -> Iterator[str]:
    """Yield a table's own values under its header, then each table within it with a header of its own."""
    own = [f"{_key(key)} = {_value(value)}" for key, value in table.items() if not _is_headed(key, value)]
    if own or (header and not table):
        yield "\n".join((header, *own) if header else own)
    elif header.startswith("[["):
        yield header
    for key, value in table.items():
        if not _is_headed(key, value):
            continue
        within = (*path, _key(key))
        name = ".".join(within)
        if isinstance(value, Mapping):
            yield from _sections(value, within, header=f"[{name}]")
            continue
        for each in value:
            yield from _sections(each, within, header=f"[[{name}]]")


def _is_headed(key: str, value: Any) -> bool:
    """Return whether a value stands under headers: a table, or an array of what the format writes so."""
    if isinstance(value, Mapping):
        return True
    return (
        key in _HEADED and isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)
    )


def _value(value: Any) -> str:
    match value:
        case Mapping():
            return f"{{ {_pairs(value)} }}" if value else "{}"
        case list():
            return _array([_value(each) for each in value])
        case str():
            return _literal(value) if _is_quoted(value) else _scalar(value, in_lines="\r" not in value)
    return _scalar(value)


def _pairs(table: Table) -> str:
    """Return a table's pairs as they stand within braces, where a line must not end."""
    return ", ".join(f"{_key(key)} = {_inline(value)}" for key, value in table.items())


def _inline(value: Any) -> str:
    match value:
        case list():
            return f"[{', '.join(map(_inline, value))}]"
        case str() if "\n" in value:
            return _scalar(value)
    return _value(value)


def _array(items: list[str]) -> str:
    """Return an array on one line, or, where that were long, with a line for each item."""
    short = f"[{', '.join(items)}]"
    if len(short) <= _WIDTH and "\n" not in short:
        return short
    return "[\n" + "".join(f"{_INDENT}{each},\n" for each in items) + "]"


def _is_quoted(text: str) -> bool:
    """Return whether a text can stand as it is between ''' and reads better so: one that would need backslashes."""
    needs = '"' in text or "\\" in text
    return needs and "'''" not in text and not text.endswith("'") and text.replace("\n", "").isprintable()


def _literal(text: str) -> str:
    return f"'''\n{text}'''" if "\n" in text else f"'''{text}'''"


def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _scalar(value: Any, *, in_lines: bool = False) -> str:
    """Return a value that is no table and no array. in_lines lets a text of several lines keep them."""
    return tomli_w.dumps({"_": value}, multiline_strings=in_lines).removeprefix("_ = ").removesuffix("\n")
