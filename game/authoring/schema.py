"""The world format as JSON Schema, so that editors complete keys, explain them and mark what does not fit.

Knows nothing of editors. The schema is that of one file: a world in a folder has its [world] in only one of them, so
nothing is required at the top. Ids are only text here; whether they name anything is the loader's business.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from game.loader.schema.kinds import NAME
from game.loader.schema.world import WorldFile
from game.story.sentences import FALLBACK, sentence_keys, sentences_for

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ABOUT = "A world of Loreloom, or one file of a world that is a folder."
_NULL = {"type": "null"}
_PORTABLE = {NAME: r"^[^\n\t]*\S[^\n\t]*$"}
"""Patterns with classes that only some programs know, and what all of them can ask for instead."""


def world_schema() -> dict[str, Any]:
    """Return the schema."""
    written = WorldFile.model_json_schema(by_alias=True)
    tables = {name: _table(name, table) for name, table in written["$defs"].items()}
    whole = _table(WorldFile.__name__, written)
    whole["properties"]["sentences"] = {"description": meanings()["WorldFile"]["sentences"], **_sentences()}
    return {
        "$schema": DIALECT,
        "title": "World",
        "description": _ABOUT,
        "type": "object",
        "properties": whole["properties"],
        "additionalProperties": False,
        "$defs": tables,
    }


def schema_text() -> str:
    """Return the schema as a JSON file holds it."""
    return json.dumps(world_schema(), indent=2, ensure_ascii=False) + "\n"


@cache
def meanings() -> Mapping[str, Mapping[str, str]]:
    """Return what each key of each of the format's tables means, by the names of both."""
    return tomli.loads(files("game.authoring").joinpath("meanings.toml").read_text(encoding="utf-8"))


def _table(name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table's schema with the meaning of each key, and without what says nothing to an author."""
    means = meanings().get(name, {})
    properties = {key: {"description": means.get(key, ""), **_plain(of)} for key, of in table["properties"].items()}
    required = {"required": table["required"]} if "required" in table else {}
    return {"type": "object", "properties": properties, **required, "additionalProperties": False}


def _plain(schema: Any) -> Any:
    """Return a value's schema without titles made of its key, and without null, which TOML does not have.

    A table whose keys are ids takes no others.
    """
    if isinstance(schema, list):
        return [_plain(each) for each in schema if each != _NULL]
    if not isinstance(schema, Mapping):
        return schema
    kept = {key: _plain(of) for key, of in schema.items() if key != "title" and (key, of) != ("default", None)}
    if kept.get("pattern") in _PORTABLE:
        kept["pattern"] = _PORTABLE[kept["pattern"]]
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    if len(kept.get("anyOf", ())) == 1:
        kept |= kept.pop("anyOf")[0]
    return kept


def _sentences() -> dict[str, Any]:
    """Return the schema of [sentences]: each that the game says, with its English words."""
    english = sentences_for(FALLBACK).texts
    known = {key: {"description": english[key], "type": "string"} for key in sorted(sentence_keys())}
    return {"type": "object", "properties": known, "additionalProperties": False}
