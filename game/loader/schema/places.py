"""The format of places and their exits, and of things."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.loader.schema.kinds import (
    Anywhere,
    Condition,
    Line,
    Name,
    Names,
    PlaceId,
    RememberedText,
    Table,
    Text,
    ThingId,
    Word,
)

PlaceDetail = Literal["smell", "sound", "wear", "weather", "fixture"]


class ExitTable(Table):
    to: PlaceId
    when: Condition | None = None
    refuse: Text = ""
    hidden: bool = False
    name: Line = ""
    tell: Text = ""


class PlaceTable(Table):
    name: Name
    look: RememberedText
    aliases: Names = []
    mood: Line = ""
    indoors: bool = False
    dark: bool | Condition = False
    darkness: Text = ""
    exits: dict[Word, PlaceId | ExitTable] = {}
    invent: bool | Annotated[list[PlaceDetail], Field(max_length=5)] = False


class ThingTable(Table):
    name: Name
    at: Anywhere
    aliases: Names = []
    look: RememberedText = ""
    here: Text | None = None  # an empty text is silence; none at all is the engine's own sentence
    portable: bool = True
    refuse: Text = ""
    when: Condition | None = None
    take: Text = ""
    drop: Text = ""
    holds: Literal["in", "on"] | None = None
    closed: bool | None = None
    locked: bool | None = None
    key: ThingId | None = None
    worn: bool | None = None
    lit: bool | None = None
    switch: bool = False
    open: Text = ""
    close: Text = ""
    unlock: Text = ""
    lock: Text = ""
    wear: Text = ""
    remove: Text = ""
    light: Text = ""
    douse: Text = ""
    put: Text = ""
