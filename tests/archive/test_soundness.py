"""Records from strangers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.archive.soundness import check_sound
from game.rules.apply import begin_run
from game.rules.events import format_events
from game.rules.state import format_state, parse_state
from game.session.saved import passages_in, state_in
from game.storage.records import Meta, Record, Telling, Turn, WorldCopy
from game.storage.snapshot import Snapshot
from game.story.passages import parse_passages
from tests.archive.kit import rich
from tests.kit import inn

BEGUN = begin_run(inn(), 7)
STATE = format_state(BEGUN.state)
TURN = Turn(2, 1, 1, "take lamp", "take lamp", format_events(BEGUN.events), STATE)


def test_what_the_game_writes_is_sound(tmp_path: Path) -> None:
    with Snapshot(rich(tmp_path)) as run:
        for record in run.records():
            check_sound(record)
        texts = [telling.text for step in run.tree() for telling in run.tellings(step.id)]
    assert [passages_in(text) for text in texts] == [parse_passages(text) for text in texts]
    assert state_in(STATE) == parse_state(STATE) == BEGUN.state


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (replace(TURN, id=0), "count from 1"),
        (replace(TURN, state=STATE.replace('"facts":{', '"facts":{"x":null,')), "the state cannot be read"),
        (replace(TURN, state=STATE.replace('"place":"hall"', '"place":7')), "the state cannot be read"),
        (replace(TURN, state="[" * 100_000), "the state cannot be read"),
        (replace(TURN, events="[" * 100_000), "not the text of events"),
        (replace(TURN, events='[{"event":"Moved"}]'), "not the text of events"),
        (replace(TURN, events='[{"event":"Taken","thing":5}]'), "not the text of an event: Taken"),
        (replace(TURN, action="juggle lamp"), "not the text of an action"),
        (replace(TURN, action="take lamp "), "not the text of an action"),
        (Telling(1, 0, "[]", "", "", 0), "count from 1"),
        (Telling(1, 1, "[]", "", "", 0, "", 2), "a rating is"),
        (Telling(1, 1, '[{"kind":"telling","text":5}]', "", "", 0), "the telling cannot be read"),
        (WorldCopy(0, "", ()), "counts from 1"),
        (Meta("inn", "", 1, 1, "../x", ""), "two letters"),
    ],
    ids=str,
)
def test_what_it_would_not_write_is_refused(record: Record, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_sound(record)
