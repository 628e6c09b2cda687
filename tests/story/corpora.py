"""What frozen corpora share: files of JSON lines, named for their language, and the states that commands lead to.

Knows nothing of what a corpus is for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from game.loader.find import find_world
from game.loader.load import load_world
from game.rules.actions import Action
from game.rules.apply import Outcome, apply, begin_run
from game.rules.state import State
from game.rules.world import World
from game.story.parser import Understood, parse
from game.story.sentences import Sentences, has_language, sentences_for

HERE = Path(__file__).parent
WORLDS = (HERE / "phrasings", HERE.parents[1] / "worlds")
SEED = 7
_SHARED = "en"
"""The language of a world's own commands, which rows in others may use."""


def corpora_in(folder: Path) -> list[Path]:
    """Return the files of a corpus."""
    return sorted(folder.glob("*.jsonl"))


def language_of(path: Path) -> str:
    """Return the language of a file, the last part of its name: "zh" of zh.jsonl and unseen.zh.jsonl, else English."""
    last = path.stem.rpartition(".")[-1]
    return last if has_language(last) else _SHARED


def records_in(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file, a line each."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return (json.loads(line) for line in lines if line.strip())


@cache
def world_in(name: str, language: str) -> World:
    """Return a world in a language: its own, or one that it is translated into."""
    return load_world(find_world(name, WORLDS), language=language)


@cache
def sentences_in(name: str, language: str) -> Sentences:
    """Return the sentences in which that world is played."""
    world = world_in(name, language)
    return sentences_for(language, world.sentences, verbs=world.verbs)


def action_of(name: str, language: str, state: State, command: str) -> Action:
    """Return what a command means in a state; it may be in the corpus's language or in English.

    Raises ValueError for one that is not understood.
    """
    for tongue in dict.fromkeys((language, _SHARED)):
        parsed = parse(world_in(name, tongue), sentences_in(name, tongue), state, command)
        if isinstance(parsed, Understood):
            return parsed.action
    raise ValueError(f"'{command}' is not understood in {name}.")


@cache
def outcome_after(name: str, language: str, commands: tuple[str, ...]) -> Outcome:
    """Return what the last of these commands led to, from the start of a run. Raises ValueError, as action_of does."""
    world = world_in(name, language)
    if not commands:
        return begin_run(world, SEED)
    before = outcome_after(name, language, commands[:-1]).state
    return apply(world, before, action_of(name, language, before, commands[-1]))
