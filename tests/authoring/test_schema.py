"""The world format for editors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from game.authoring.schema import meanings, world_schema
from game.loader.schema.kinds import Table
from game.loader.schema.world import WorldFile
from game.story.sentences import sentence_keys

SCHEMA = world_schema()
TABLES = sorted(Table.__subclasses__(), key=lambda table: table.__name__)


def keys_of(table: type[Table]) -> set[str]:
    return {field.alias or name for name, field in table.model_fields.items()}


def schemas(of: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a schema, however deep."""
    if isinstance(of, dict):
        yield of
    for each in of.values() if isinstance(of, dict) else of if isinstance(of, list) else ():
        yield from schemas(each)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_key_of_every_table_has_a_meaning_and_there_is_no_other(table: type[Table]) -> None:
    means = meanings()[table.__name__]
    assert set(means) == keys_of(table)
    assert all(each.endswith(".") and len(each) > 7 for each in means.values())


def test_every_meaning_is_of_a_table() -> None:
    assert set(meanings()) == {table.__name__ for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_the_schema_has_every_key_with_its_meaning(table: type[Table]) -> None:
    written = SCHEMA if table is WorldFile else SCHEMA["$defs"][table.__name__]
    assert {key: of["description"] for key, of in written["properties"].items()} == meanings()[table.__name__]


def test_a_key_that_may_be_left_out_is_never_null() -> None:
    assert not [
        each
        for each in schemas(SCHEMA)
        if each.get("type") == "null" or ("default" in each and each["default"] is None)
    ]


def test_marks_of_the_loader_leave_types_as_they_are() -> None:
    condition = SCHEMA["$defs"]["SceneTable"]["properties"]["when"]
    assert {key: condition[key] for key in ("type", "maxLength")} == {"type": "string", "maxLength": 400}
    exits = SCHEMA["$defs"]["PlaceTable"]["properties"]["exits"]["patternProperties"]
    assert list(exits.values()) == [{"anyOf": [{"type": "string"}, {"$ref": "#/$defs/ExitTable"}]}]


def test_every_reference_leads_to_a_table() -> None:
    references = {each["$ref"] for each in schemas(SCHEMA) if "$ref" in each}
    assert {each.removeprefix("#/$defs/") for each in references} == set(SCHEMA["$defs"])


def test_a_file_of_a_folder_need_not_hold_the_world() -> None:
    assert "required" not in SCHEMA
    assert SCHEMA["$defs"]["WorldTable"]["required"] == ["id", "title", "start"]


def test_the_games_own_sentences_are_known_by_their_english() -> None:
    sentences = SCHEMA["properties"]["sentences"]
    assert set(sentences["properties"]) == sentence_keys()
    assert sentences["properties"]["waited"]["description"] == "Time passes."


def test_every_pattern_is_one_that_any_program_can_read() -> None:
    patterns = [pattern for each in schemas(SCHEMA) if isinstance(pattern := each.get("pattern"), str)]
    assert patterns
    for pattern in patterns:
        re.compile(pattern)
