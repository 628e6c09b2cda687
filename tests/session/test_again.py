"""A place that is told another way in a run: now or ahead, straight and through save and reload."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loader.load import parse_world
from game.session.opening import open_session
from game.session.turn_events import TurnEvent
from game.story.model import Request
from game.story.passages import Opened, Passage
from tests.kit import INN
from tests.scripted import SeededModel
from tests.session.ahead.reader import Reader

HALL = 'look = ["The fire is out.", { when = "paid", text = "never" }]'
YARD = 'look = "Rain."'
LOOK = "A bell hangs on the wall. Rain falls on the sill."
AGAIN = "Rain falls on the sill. On the wall hangs a bell."
WORLD = parse_world(INN.replace(YARD, f'look = "{LOOK}"'))
ALIKE = parse_world(INN.replace(HALL, f'look = "{LOOK}"'))


def says(request: Request) -> str:
    return AGAIN if request.slot == "retelling" else ""


def places(events: list[TurnEvent]) -> list[Passage]:
    return [each.passage for each in events if isinstance(each, Opened) and each.passage.kind == "place"]


@pytest.mark.parametrize("reloads", [False, True], ids=["straight", "reloaded"])
def test_a_place_is_told_another_way_when_it_was_read_before(tmp_path: Path, reloads: bool) -> None:
    told: list[Passage] = []
    session = open_session(WORLD, tmp_path, SeededModel(says), run="a", seed=7, way="blend")
    list(session.begin())
    for words in ("east", "look"):
        if reloads:
            session.close()
            session = open_session(WORLD, tmp_path, SeededModel(says), run="a", seed=7, way="blend")
            list(session.begin())
        told += places(list(session.submit(words)))
    session.close()
    assert told == [
        Passage("place", LOOK, title="the yard"),
        Passage("place", AGAIN, title="the yard", source="model"),
    ]


def test_it_is_told_ahead_as_it_would_be_told_now(tmp_path: Path) -> None:
    with Reader(tmp_path, SeededModel(says), way="blend", world=ALIKE) as reader:
        reader.play("east")
        told_ahead = [each.request.slot for each in reader.model.told_ahead]
        assert told_ahead.count("retelling") == 1
        first, *_ = places(list(reader.session.submit("Go west: the hall")))
        assert (first.text, first.source) == (AGAIN, "model")
