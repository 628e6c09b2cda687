"""The frozen sentences a check of tellings is measured on, read from the .jsonl files beside this module.

Knows the rules of a world, as far as to reach the state a row is told in; nothing of what checks a sentence.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from game.loader.load import load_world
from game.rules.apply import Outcome, apply, begin_run
from game.rules.world import World
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for

HERE = Path(__file__).parent
WORLDS = HERE.parents[2] / "worlds"
CATEGORIES = (
    "absent",
    "thing",
    "exit",
    "secret",
    "opposite",
    "puppet",
    "other",
    "scaffold",
    "loop",
    "banned",
    "language",
    "person",
)
TRUE = "true"
_SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence, the turn it tells, and whether it may be shown: label is TRUE, or the category it falls under.

    after leads from the beginning to the state before the turn, does is the turn. earlier was shown before it.
    """

    world: str
    after: tuple[str, ...]
    does: str
    kind: Literal["scene", "line"]
    sentence: str
    label: str
    about: str
    speaker: str = ""
    earlier: tuple[str, ...] = ()

    @property
    def is_true(self) -> bool:
        """Return whether the sentence must be shown; any other must be held back."""
        return self.label == TRUE


def corpora() -> list[Path]:
    """Return the files there are, each named for the language of its sentences."""
    return sorted(HERE.glob("*.jsonl"))


@cache
def rows_of(path: Path) -> tuple[Row, ...]:
    """Return the rows of a file, in its order."""
    return tuple(_row(line) for line in path.read_text(encoding="utf-8").splitlines())


def _row(line: str) -> Row:
    record: dict[str, Any] = json.loads(line)
    return Row(**{**record, "after": tuple(record["after"]), "earlier": tuple(record.get("earlier", ()))})


@cache
def world_in(name: str, language: str) -> World:
    """Return a world in a language: its own, or one that it is translated into."""
    path = next(each for each in (WORLDS / name, WORLDS / f"{name}.toml") if each.exists())
    world = load_world(path)
    return world if world.language == language else load_world(path, language=language)


@cache
def told(name: str, language: str, commands: tuple[str, ...]) -> Outcome:
    """Return what the last of these commands led to; a command may be in the file's language or the world's own.

    Raises ValueError for one that is not understood, or is not possible then.
    """
    world = world_in(name, language)
    if not commands:
        return begin_run(world, _SEED)
    before = told(name, language, commands[:-1]).state
    for tongue in (language, "en"):
        spoken = world_in(name, tongue)
        parsed = parse(spoken, sentences_for(tongue, spoken.sentences, verbs=spoken.verbs), before, commands[-1])
        if isinstance(parsed, Understood):
            return apply(world, before, parsed.action)
    raise ValueError(f"'{commands[-1]}' is not understood in {name} after {list(commands[:-1])}.")
