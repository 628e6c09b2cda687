"""What an author probably meant by a key or a value that the format does not have.

Knows the format's tables and the words of other systems, and nothing of where anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from game.loader.diagnostics import nearest
from game.loader.positions import Path
from game.loader.schema import kinds
from game.loader.schema.kinds import Told, VariantTable
from game.loader.schema.world import WorldFile
from game.loader.shapes import Shape, inner_shape

# What authors call it elsewhere, and the keys that it may be here: the first that the table has.
_ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("description", "desc", "details"), ("look", "about", "text")),
    **dict.fromkeys(("body", "content", "passage"), ("text", "scene")),
    **dict.fromkeys(("if", "condition", "requires", "unlocked_if"), ("when",)),
    **dict.fromkeys(("goto", "go", "target", "link", "divert"), ("to", "then")),
    **dict.fromkeys(("effect", "effects", "set", "action", "actions"), ("do",)),
    **dict.fromkeys(("location", "room", "where"), ("at", "place")),
    **dict.fromkeys(("rooms", "locations"), ("place",)),
    **dict.fromkeys(("item", "items", "object", "objects"), ("thing", "draw")),
    **dict.fromkeys(("character", "characters", "npc", "npcs", "people"), ("person",)),
    **dict.fromkeys(("variable", "variables", "vars", "var"), ("facts",)),
    **dict.fromkeys(("response", "result", "reply"), ("tell", "say")),
    **dict.fromkeys(("options", "option", "choices"), ("choice",)),
    **dict.fromkeys(("takeable", "carryable", "fixed"), ("portable",)),
    **dict.fromkeys(("container", "supporter"), ("holds",)),
    **dict.fromkeys(("dialogue", "lines", "talk"), ("says",)),
    **dict.fromkeys(("synonyms", "alias"), ("aliases",)),
}
_NAMED = ("place", "thing", "person", "quest", "table")
_HEADER = re.compile(r"\[+")
_SHORT = 40
_MOST = 10**9


def key_hint(path: Path) -> str:
    """Return what may have been meant by the key at the end of a path, which its table does not have."""
    key = str(path[-1])
    own = keys_at(path[:-1])
    known = next((each for each in _ELSEWHERE.get(key.lower(), ()) if each in own), None)
    if near := known or nearest(key, own):
        return f"did you mean '{near}'?"
    if len(path) > 1 and key in keys_at(()):
        return f"'{key}' belongs at the top of a file, before the first [header]"
    return ""


def keys_at(path: Path) -> tuple[str, ...]:
    """Return the keys that the table at a path may have."""
    shape = Shape(table=WorldFile)
    for part in path:
        shape = shape if shape.mark is not None else inner_shape(shape, str(part))
    table = VariantTable if isinstance(shape.mark, Told) else shape.table
    fields = table.model_fields.items() if table is not None else ()
    return tuple(field.alias or name for name, field in fields)


def value_hint(key: str, value: Any, wanted: set[str], *, written: str) -> str:
    """Return how a value may be written so that it fits; wanted are pydantic's names of types, or a pattern of kinds.

    written is the source from where the value begins.
    """
    return next((hint for name, say in _HINTS.items() if name in wanted and (hint := say(key, value, written))), "")


def _as_list(key: str, value: Any, written: str) -> str:
    header = _HEADER.match(written)
    match value:
        case str() if len(value) <= _SHORT:
            return f'put it in square brackets: ["{value}"]'
        case str():
            return 'put it in square brackets: ["…"]'
        case dict() if header:
            return "write the header with two brackets, [[ ]], once for each"
        case dict():
            return "put it in square brackets: [{ … }]"
    return ""


def _as_table(key: str, value: Any, written: str) -> str:
    if isinstance(value, list) and written.startswith("[["):
        return f"write one header for each, with its id: [{key}.…]" if key in _NAMED else f"write it once: [{key}]"
    return f'write pairs in braces: {key} = {{ north = "…" }}' if key == "exits" else ""


def _as_bool(key: str, value: Any, written: str) -> str:
    says = {"yes": "true", "true": "true", "on": "true", "no": "false", "false": "false", "off": "false"}
    meant = says.get(value.lower()) if isinstance(value, str) else None
    return f"write {meant}, without quotation marks" if meant else ""


def _as_number(key: str, value: Any, written: str) -> str:
    plain = isinstance(value, str) and re.fullmatch(r"-?\d{1,12}", value)
    return f"write {value}, without quotation marks" if plain else ""


def _as_decimal(key: str, value: Any, written: str) -> str:
    plain = isinstance(value, str) and re.fullmatch(r"-?\d{1,12}(\.\d{1,12})?", value)
    return f"write {value}, without quotation marks" if plain else ""


def _as_text(key: str, value: Any, written: str) -> str:
    is_number = isinstance(value, int) and not isinstance(value, bool) and -_MOST < value < _MOST
    return f'put it in quotation marks: "{value}"' if is_number else ""


def _as_id(key: str, value: Any, written: str) -> str:
    meant = re.sub(r"[^a-z0-9]+", "_", str(value).lower()).strip("_")
    return f"as in '{meant}'" if re.match(r"[a-z]", meant) and meant != value else ""


_HINTS: Mapping[str, Callable[[str, Any, str], str]] = {
    "list_type": _as_list,
    "dict_type": _as_table,
    "model_type": _as_table,
    "bool_type": _as_bool,
    "int_type": _as_number,
    "float_type": _as_decimal,
    "string_type": _as_text,
    kinds.ID: _as_id,
}
