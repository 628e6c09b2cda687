"""The format of people: who they are, what they say, know, accept and are open to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.loader.schema.kinds import (
    Brief,
    Condition,
    Effects,
    Id,
    Mood,
    Name,
    Names,
    Number,
    PersonId,
    RememberedText,
    SaidText,
    Somewhere,
    Table,
    Text,
    ThingId,
)

PersonDetail = Literal["habit", "mark", "garment", "past"]


class TellsTable(Table):
    to: PersonId
    when: Condition | None = None
    say: Text = ""


class KnowsTable(Table):
    id: Id
    topic: Name
    text: Text
    say: RememberedText
    when: Condition | None = None
    keys: Names = []
    do: Effects = []
    tells: Annotated[list[PersonId | TellsTable], Field(max_length=50)] = []


class AcceptsTable(Table):
    thing: ThingId
    when: Condition | None = None
    tell: Text = ""
    do: Effects = []


class OfferTable(Table):
    text: Name
    id: Id | None = None
    when: Condition | None = None
    keys: Names = []
    tell: RememberedText = ""
    say: RememberedText = ""
    do: Effects = []
    once: bool = True


class GoalTable(Table):
    text: Brief
    when: Condition | None = None


class ScheduleTable(Table):
    at: Somewhere
    when: Condition
    leave: Text = ""
    arrive: Text = ""


class PersonTable(Table):
    name: Name
    at: Somewhere
    aliases: Names = []
    about: Brief = ""
    voice: Brief = ""
    trust: Number = 0
    mood: Mood = ""
    look: RememberedText = ""
    here: Text | None = None  # an empty text is silence; none at all is the engine's own sentence
    goals: Annotated[list[Brief | GoalTable], Field(max_length=20)] = []
    schedule: Annotated[list[ScheduleTable], Field(max_length=50)] = []
    says: Annotated[list[SaidText], Field(max_length=50)] = []
    knows: Annotated[list[KnowsTable], Field(max_length=100)] = []
    accepts: Annotated[list[AcceptsTable], Field(max_length=100)] = []
    offers: Annotated[list[OfferTable], Field(max_length=100)] = []
    invent: bool | Annotated[list[PersonDetail], Field(max_length=4)] = False
