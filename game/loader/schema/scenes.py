"""The format of scenes and their choices, of quests, endings and lore."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.loader.schema.kinds import (
    Condition,
    Effects,
    Id,
    Name,
    Number,
    Prose,
    RememberedText,
    SceneId,
    Table,
    Tag,
    Text,
)


class ChoiceTable(Table):
    text: Name
    id: Id | None = None
    when: Condition | None = None
    tags: Annotated[list[Tag], Field(max_length=50)] = []
    do: Effects = []
    tell: RememberedText = ""
    then: SceneId | None = None
    stay: bool = False


class SceneTable(Table):
    id: Id
    text: RememberedText
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
