"""What the tests of this folder use: a story in Twee to a world, and to what a player reads of it."""

from __future__ import annotations

from typing import Any

import tomli_w

from game.authoring.imports.imported import Imported
from game.authoring.imports.twee.story import import_twee
from game.authoring.inspect import inspect
from game.loader.diagnostics import Source
from game.loader.load import build_project, parse_world
from game.rules.actions import Choose
from game.rules.apply import Outcome, apply, begin_run
from game.rules.state import State
from game.rules.views import shown_choices
from game.rules.world import World
from game.story.beats import beats_of
from game.story.sentences import sentences_for

STYLES = ("harlowe", "sugarcube", "chapbook", "snowman")


def story(text: str, *, style: str = "") -> Imported:
    """Return the import of a story; style is its format, if the story says one."""
    data = f':: StoryData\n{{"format": "{style}"}}\n\n' if style else ""
    return import_twee(text + ("\n" if text else "") + data, name="story")


def written(imported: Imported) -> str:
    """Return the tables of an import as TOML."""
    return tomli_w.dumps(imported.tables)


def world_of(text: str, *, style: str = "") -> World:
    """Return the world that a story is."""
    return parse_world(written(story(text, style=style)))


def scene(text: str, name: str = "start", *, style: str = "") -> dict[str, Any]:
    """Return the table of one scene or ending of a story."""
    tables = story(text, style=style).tables
    return next(each for each in [*tables["scene"], *tables.get("ending", ())] if each["id"] == name)


def notes(text: str, *, style: str = "") -> list[tuple[int, str]]:
    """Return the lines and texts of an import's notes."""
    return [(each.line, each.text) for each in story(text, style=style).notes]


def remarks(text: str, *, style: str = "") -> list[str]:
    """Return the codes of what `world check` says of a story's world."""
    project = build_project([Source("story.toml", written(story(text, style=style)))])
    inspect(project)
    return [each.code for each in project.report.sorted()]


def read(text: str, *labels: str, style: str = "") -> list[str]:
    """Return what a player reads: at the beginning, and after each choice, taken by its label."""
    world = world_of(text, style=style)
    outcome = begin_run(world, 7)
    told = [_told(world, outcome.state.but(turn=0), outcome)]
    for label in labels:
        before = outcome.state
        chosen = next(each for each in shown_choices(world, before) if each.text == label)
        outcome = apply(world, before, Choose(chosen.id))
        told.append(_told(world, before, outcome))
    return told


def labels(text: str, *taken: str, style: str = "") -> list[str]:
    """Return the labels of what can be chosen after some choices."""
    world = world_of(text, style=style)
    state = begin_run(world, 7).state
    for label in taken:
        chosen = next(each for each in shown_choices(world, state) if each.text == label)
        state = apply(world, state, Choose(chosen.id)).state
    return [each.text for each in shown_choices(world, state)]


def _told(world: World, before: State, outcome: Outcome) -> str:
    beats = beats_of(world, sentences_for(world.language), before, outcome)
    return "\n".join(each.text for each in beats if each.kind != "notice")
