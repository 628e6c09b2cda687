"""The world format as pydantic models: which keys there are, of which types. Input arrives here and nowhere else.

Knows nothing of expressions or of names: conditions and effects are still strings here.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Condition = Annotated[str, Field(max_length=400)]
Effects = Annotated[list[Condition], Field(max_length=50)]
Word = Annotated[str, Field(pattern=r"^\S{1,30}$")]
Name = Annotated[str, Field(min_length=1, max_length=80)]
Names = Annotated[list[Name], Field(max_length=50)]
Prose = Annotated[str, Field(max_length=20_000)]


class Table(BaseModel):
    """Every table refuses keys it does not know: a misspelt key is an error, not silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class VariantTable(Table):
    text: Prose
    when: Condition | None = None


Text = Prose | list[Prose | VariantTable]


class VoiceTable(Table):
    style: Prose = ""
    avoid: Names = []


class WorldTable(Table):
    id: Id
    title: Name
    start: str
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    rating: Literal["everyone", "teen", "mature"] = "everyone"
    author: Annotated[str, Field(max_length=80)] = ""
    about: Prose = ""
    opening: Text = ""
    voice: VoiceTable = VoiceTable()


class ExitTable(Table):
    to: str
    when: Condition | None = None
    refuse: Text = ""
    hidden: bool = False
    name: Annotated[str, Field(max_length=80)] = ""
    tell: Text = ""


class PlaceTable(Table):
    name: Name
    look: Text
    aliases: Names = []
    mood: Annotated[str, Field(max_length=80)] = ""
    indoors: bool = False
    exits: dict[Word, str | ExitTable] = {}


class ThingTable(Table):
    name: Name
    at: str
    aliases: Names = []
    look: Text = ""
    here: Text | None = None  # an empty text is silence; none at all is the engine's own sentence
    portable: bool = True
    refuse: Text = ""
    when: Condition | None = None
    take: Text = ""
    drop: Text = ""


class KnowsTable(Table):
    id: Id
    topic: Name
    text: Prose
    say: Text
    when: Condition | None = None
    keys: Names = []
    do: Effects = []


class AcceptsTable(Table):
    thing: str
    when: Condition | None = None
    tell: Text = ""
    do: Effects = []


class PersonTable(Table):
    name: Name
    at: str
    aliases: Names = []
    about: Annotated[str, Field(max_length=400)] = ""
    voice: Annotated[str, Field(max_length=400)] = ""
    trust: int = 0
    mood: Annotated[str, Field(max_length=80)] = ""
    look: Text = ""
    here: Text | None = None  # an empty text is silence; none at all is the engine's own sentence
    says: Annotated[list[Text | VariantTable], Field(max_length=50)] = []
    knows: Annotated[list[KnowsTable], Field(max_length=100)] = []
    accepts: Annotated[list[AcceptsTable], Field(max_length=100)] = []


class ChoiceTable(Table):
    text: Name
    id: Id | None = None
    when: Condition | None = None
    tags: Names = []
    do: Effects = []
    tell: Text = ""
    then: str = ""
    stay: bool = False


class SceneTable(Table):
    id: Id
    text: Text
    when: Condition | None = None
    priority: int = 0
    once: bool = True
    hold: bool = False
    do: Effects = []
    choice: Annotated[list[ChoiceTable], Field(max_length=20)] = []


class QuestTable(Table):
    name: Name
    goal: Text
    done: Condition
    when: Condition | None = None
    begun: Text = ""
    finished: Text = ""


class EndingTable(Table):
    id: Id
    title: Name
    when: Condition
    text: Text


class LoreTable(Table):
    text: Prose
    when: Condition | None = None


class PathTable(Table):
    name: Name
    choose: Annotated[list[Prose], Field(max_length=2_000)]
    expect: list[Condition] = []


class WorldFile(Table):
    """A whole world, its files put together."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    world: WorldTable
    facts: dict[Id, bool | int | str] = {}
    place: dict[Id, PlaceTable] = {}
    thing: dict[Id, ThingTable] = {}
    person: dict[Id, PersonTable] = {}
    scene: list[SceneTable] = []
    quest: dict[Id, QuestTable] = {}
    ending: list[EndingTable] = []
    lore: list[LoreTable] = []
    sentences: dict[Id, Prose] = {}
    path: list[PathTable] = []
