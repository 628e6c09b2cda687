"""Runs of the inn that a scripted model tells, and what was liked in them."""

from __future__ import annotations

from pathlib import Path

from game.loader.copies import world_of_copy
from game.session.opening import open_session
from game.session.steered import STEERED, limits_of, steering_in
from game.storage.snapshot import Snapshot
from game.story.model import LanguageModel, Request
from game.story.narrator import Way
from game.story.safety.wishes import Wishes
from game.tune.played.gathering import Found, LeftOut, found_in
from tests.archive.kit import FILES, worlds_of
from tests.scripted import ScriptedModel

NAME = "inn/anna"


def play(saves: Path, *lines: str, model: LanguageModel | None, way: Way = "model") -> Path:
    """Play lines in a run of the inn; return its file."""
    session = open_session(world_of_copy(FILES, language="en"), saves, model, run="anna", seed=7, way=way)
    for events in (session.begin(), *(session.submit(line) for line in lines)):
        list(events)
    session.close()
    return session.run.file


def found(file: Path, wishes: Wishes | None = None) -> list[Found | LeftOut]:
    """Return what is found in a run by a player of these wishes."""
    with Snapshot(file) as run:
        steering = steering_in(run.setting(STEERED))
        return list(found_in(run, NAME, worlds_of(run).played, lambda _: limits_of(wishes or Wishes(), steering)))


def examples(file: Path, wishes: Wishes | None = None) -> list[Found]:
    """Return the examples that are found in a run."""
    return [each for each in found(file, wishes) if isinstance(each, Found)]


def asked(model: ScriptedModel, slot: str) -> list[Request]:
    """Return what a model was asked to tell in a slot."""
    return [each for each in model.requests if each.slot == slot and each.max_tokens]
