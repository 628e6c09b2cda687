"""The format of what happens: scenes and their choices, rules, quests, endings and lore."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.loader.schema.kinds import (
    Condition,
    Count,
    Effects,
    Id,
    Name,
    Names,
    Number,
    Patterns,
    Prose,
    RememberedText,
    SceneId,
    Table,
    Text,
    Word,
)

Hints = Annotated[list[Text], Field(max_length=20)]


class ChoiceTable(Table):
    text: Name
    id: Id | None = None
    aliases: Names = []
    when: Condition | None = None
    tags: Annotated[list[Word], Field(max_length=50)] = []
    do: Effects = []
    tell: RememberedText = ""
    then: SceneId | None = None
    stay: bool = False
    refuse: Text = ""


class SceneTable(Table):
    id: Id
    text: RememberedText
    when: Condition | None = None
    priority: Number = 0
    once: bool = True
    hold: bool = False
    weight: Count | None = None
    cooldown: Count | None = None
    do: Effects = []
    choice: Annotated[list[ChoiceTable], Field(max_length=20)] = []


class StageTable(Table):
    goal: Text
    done: Condition
    finished: Text = ""
    hints: Hints = []


class QuestTable(Table):
    name: Name
    goal: Text = ""
    done: Condition | None = None
    stage: Annotated[list[StageTable], Field(max_length=50)] = []
    hints: Hints = []
    when: Condition | None = None
    begun: Text = ""
    finished: Text = ""


class EndingTable(Table):
    id: Id
    title: Name
    when: Condition
    text: Text


class RuleTable(Table):
    id: Id | None = None
    before: Patterns = []
    after: Patterns = []
    unless: Patterns = []
    when: Condition | None = None
    once: bool = False
    do: Effects = []
    refuse: Text = ""
    tell: Text = ""


class LoreTable(Table):
    text: Prose
    keys: Names = []
    when: Condition | None = None


class SecretTable(Table):
    id: Id
    text: Prose
    keys: Names
    when: Condition | None = None
