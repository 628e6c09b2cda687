"""A run of the starter model that is gone on with in another game, and another run of its world."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.llm.starter import starter_source
from game.loader.load import parse_world
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Told, TurnEvent
from game.story.model import Done
from game.story.narrator import Way
from tests.kit import INN
from tests.llm.hosts import PATIENCE_S, started

pytestmark = pytest.mark.model
RAINY = parse_world(INN.replace('hour = "night"', 'hour = "night"\nweather = "thin rain"', 1))
TURNS = ("look", "east", "look", "wait", "west", "look", "take lamp", "down", "look")


@contextmanager
def game(folder: Path, *, run: str, way: Way) -> Iterator[Session]:
    """Yield a run in a game that is ready, from its start to its end."""
    with started(starter_source(), folder / "log", shelf=folder / "prompts") as host:
        assert host.wait(PATIENCE_S), host.status
        session = open_session(RAINY, folder / "saves", host, run=run, seed=7, way=way)
        yield session
        session.close()


def read_through(folder: Path, *, way: Way) -> None:
    """Play a run in the author's words, then let the model read what it wants of it while the player reads."""
    begun = open_session(RAINY, folder / "saves", None, run="one", seed=7)
    for events in (begun.begin(), *map(begun.submit, TURNS)):
        list(events)
    begun.close()
    with game(folder, run="one", way=way) as session:
        session.rest()
        session.resting.result(PATIENCE_S)


def reply(events: Iterator[TurnEvent]) -> Done:
    """Return what the model did for a turn when it was first asked."""
    return next(done for event in list(events) if isinstance(event, Told) for done in event.replies)


def test_a_run_goes_on_without_being_read_again(tmp_path: Path) -> None:
    read_through(tmp_path, way="model")
    with game(tmp_path, run="one", way="model") as session:
        list(session.begin())
        done = reply(session.submit("wait"))
    assert done.read_tokens < 100 < done.prompt_tokens // 3


@pytest.mark.parametrize(("way", "shared"), [("model", 64), ("blend", 400)])
def test_another_run_begins_with_what_is_known_of_its_world(tmp_path: Path, way: Way, shared: int) -> None:
    read_through(tmp_path, way=way)
    with game(tmp_path, run="two", way=way) as session:
        told = [event for events in (session.begin(), session.submit("wait")) for event in events]
    done = reply(iter(told))
    assert done.prompt_tokens - done.read_tokens > shared
