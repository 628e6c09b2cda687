"""The world format as pydantic models: which keys there are, of which types. Input arrives here and nowhere else.

Knows nothing of expressions or of names, but how large a number may be: conditions and effects are strings here.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from game.rules.expressions import MAX_NUMBER

ID = r"^[a-z][a-z0-9_]{0,63}$"
WORD = r"^\S{1,30}$"
LINE = r"^[^\n\t]*$"
NAME = r"^[^\n\t]*[^\p{Z}\p{C}][^\n\t]*$"  # one line, and not all of it spaces or signs that nobody sees
LANGUAGE = r"^[a-z]{2}$"

Id = Annotated[str, Field(pattern=ID)]
Number = Annotated[int, Field(ge=-MAX_NUMBER, le=MAX_NUMBER)]
Fact = bool | Number | Annotated[str, Field(max_length=200)]
Condition = Annotated[str, Field(max_length=400)]
Effects = Annotated[list[Condition], Field(max_length=50)]
Word = Annotated[str, Field(pattern=WORD)]
Line = Annotated[str, Field(max_length=80, pattern=LINE)]
Name = Annotated[str, Field(min_length=1, max_length=80, pattern=NAME)]
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
    language: Annotated[str, Field(pattern=LANGUAGE)] = "en"
    rating: Literal["everyone", "teen", "mature"] = "everyone"
    author: Line = ""
    about: Prose = ""
    opening: Text = ""
    voice: VoiceTable = VoiceTable()


class ExitTable(Table):
    to: str
    when: Condition | None = None
    refuse: Text = ""
    hidden: bool = False
    name: Line = ""
    tell: Text = ""


class PlaceTable(Table):
    name: Name
    look: Text
    aliases: Names = []
    mood: Line = ""
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
    trust: Number = 0
    mood: Line = ""
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
    priority: Number = 0
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
    facts: dict[Id, Fact] = {}
    place: dict[Id, PlaceTable] = {}
    thing: dict[Id, ThingTable] = {}
    person: dict[Id, PersonTable] = {}
    scene: list[SceneTable] = []
    quest: dict[Id, QuestTable] = {}
    ending: list[EndingTable] = []
    lore: list[LoreTable] = []
    sentences: dict[Id, Prose] = {}
    path: list[PathTable] = []
