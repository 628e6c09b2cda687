"""The format of places and their exits, and of things."""

from __future__ import annotations

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
    Word,
)


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
    exits: dict[Word, PlaceId | ExitTable] = {}


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
