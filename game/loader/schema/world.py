"""The format of a whole world."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from game.loader.schema.kinds import (
    LANGUAGE,
    Condition,
    Count,
    Fact,
    Id,
    Line,
    Name,
    Names,
    PlaceId,
    Prose,
    Share,
    Table,
    Tag,
    Text,
    TimeOfDay,
)
from game.loader.schema.people import PersonTable
from game.loader.schema.places import PlaceTable, ThingTable
from game.loader.schema.scenes import EndingTable, LoreTable, QuestTable, RuleTable, SceneTable, SecretTable
from game.story.safety.ratings import Rating

Invention = Literal["weather", "smells", "sounds", "light", "gestures"]
Verbs = Annotated[list[Tag], Field(max_length=50)]


class VoiceTable(Table):
    style: Prose = ""
    avoid: Names = []
    may_invent: Annotated[list[Invention], Field(max_length=5)] = list(get_args(Invention))
    protect: Annotated[list[Tag], Field(max_length=50)] = []
    protect_words: Annotated[int, Field(ge=3, le=1_000)] = 12


DetailWords = Annotated[dict[Id, Name], Field(max_length=200)]


class DetailTable(Table):
    how: DetailWords = {}
    what: DetailWords = {}
    instead: bool = False


class DetailsTable(Table):
    smell: DetailTable = DetailTable()
    sound: DetailTable = DetailTable()
    wear: DetailTable = DetailTable()
    weather: DetailTable = DetailTable()
    fixture: DetailTable = DetailTable()
    habit: DetailTable = DetailTable()
    mark: DetailTable = DetailTable()
    garment: DetailTable = DetailTable()
    past: DetailTable = DetailTable()


class SamplingTable(Table):
    temperature: Annotated[float, Field(ge=0, le=2)] | None = None
    min_p: Share | None = None
    repeat_penalty: Annotated[float, Field(ge=1, le=2)] | None = None
    repeat_last: Annotated[int, Field(ge=0, le=1_000)] | None = None
    dry_multiplier: Annotated[float, Field(ge=0, le=5)] | None = None
    dry_base: Annotated[float, Field(ge=1, le=4)] | None = None
    dry_allowed_length: Annotated[int, Field(ge=1, le=100)] | None = None
    dry_last: Annotated[int, Field(ge=0, le=1_000)] | None = None
    xtc_probability: Share | None = None
    xtc_threshold: Annotated[float, Field(ge=0, le=0.5)] | None = None


class WorldTable(Table):
    id: Id
    title: Name
    start: PlaceId
    language: Annotated[str, Field(pattern=LANGUAGE)] = "en"
    rating: Rating = "everyone"
    author: Line = ""
    about: Prose = ""
    opening: Text = ""
    voice: VoiceTable = VoiceTable()
    sampling: SamplingTable = SamplingTable()


class ClockTable(Table):
    start: TimeOfDay
    minutes: Count = 10
    parts: dict[Id, TimeOfDay] = {}


class DrawTable(Table):
    text: Annotated[str, Field(max_length=200)]
    weight: Count = 1
    when: Condition | None = None


class TableTable(Table):
    draw: Annotated[list[Annotated[str, Field(max_length=200)] | DrawTable], Field(min_length=1, max_length=500)]


class PathTable(Table):
    name: Annotated[str, Field(min_length=1, max_length=80)]
    choose: Annotated[list[Annotated[str, Field(max_length=20_000)]], Field(max_length=2_000)]
    expect: list[Condition] = []


class WorldFile(Table):
    """A whole world, its files put together."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    world: WorldTable
    include: Annotated[list[str], Field(max_length=50)] = []
    clock: ClockTable | None = None
    facts: dict[Id, Fact] = {}
    table: dict[Id, TableTable] = {}
    place: dict[Id, PlaceTable] = {}
    thing: dict[Id, ThingTable] = {}
    person: dict[Id, PersonTable] = {}
    scene: list[SceneTable] = []
    quest: dict[Id, QuestTable] = {}
    ending: list[EndingTable] = []
    rule: list[RuleTable] = []
    lore: list[LoreTable] = []
    secret: list[SecretTable] = []
    details: DetailsTable = DetailsTable()
    sentences: dict[Id, Prose] = {}
    verbs: dict[Id, Verbs] = {}
    values: dict[str, Line] = {}
    path: list[PathTable] = []
