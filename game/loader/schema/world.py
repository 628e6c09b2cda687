"""The format of a whole world."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.loader.schema.kinds import (
    LANGUAGE,
    Condition,
    Fact,
    Id,
    Line,
    Name,
    Names,
    PlaceId,
    Prose,
    Table,
    Text,
)
from game.loader.schema.people import PersonTable
from game.loader.schema.places import PlaceTable, ThingTable
from game.loader.schema.scenes import EndingTable, LoreTable, QuestTable, RuleTable, SceneTable


class VoiceTable(Table):
    style: Prose = ""
    avoid: Names = []


class WorldTable(Table):
    id: Id
    title: Name
    start: PlaceId
    language: Annotated[str, Field(pattern=LANGUAGE)] = "en"
    rating: Literal["everyone", "teen", "mature"] = "everyone"
    author: Line = ""
    about: Prose = ""
    opening: Text = ""
    voice: VoiceTable = VoiceTable()


class PathTable(Table):
    name: Annotated[str, Field(min_length=1, max_length=80)]
    choose: Annotated[list[Annotated[str, Field(max_length=20_000)]], Field(max_length=2_000)]
    expect: list[Condition] = []


class WorldFile(Table):
    """A whole world, its files put together."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    world: WorldTable
    facts: dict[Id, Fact] = {}
    place: dict[Id, PlaceTable] = {}
    thing: dict[Id, ThingTable] = {}
    person: dict[Id, PersonTable] = {}
    scene: list[SceneTable] = []
    quest: dict[Id, QuestTable] = {}
    ending: list[EndingTable] = []
    rule: list[RuleTable] = []
    lore: list[LoreTable] = []
    sentences: dict[Id, Prose] = {}
    path: list[PathTable] = []
