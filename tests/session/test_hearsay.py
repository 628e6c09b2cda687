"""What people have heard in a run: kept, branched, undone, played again and carried over like all that is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.archive.verify import verify
from game.loader.copies import world_of_copy
from game.rules.state import parse_state
from game.session.fitting import fitted
from game.session.opening import open_session
from game.session.renaming import renaming
from game.session.session import Session
from game.session.turn_events import TurnEvent
from game.storage.snapshot import Snapshot
from game.story.passages import Grew, Opened, gather
from tests.archive.kit import worlds_of
from tests.gossip import HOUSE, house

FILES = (("house.toml", HOUSE),)
WORLD = world_of_copy(FILES, language="en")
SAID = "I have it from Mira. Smugglers cracked the lens."


class Table:
    """A session in the house, left and come back to between lines where it reloads."""

    def __init__(self, saves: Path, *, reloads: bool) -> None:
        self._saves = saves
        self._reloads = reloads
        self.session = self._open()

    def play(self, *lines: str) -> str:
        """Submit lines; return what the last of them tells."""
        events: list[TurnEvent] = []
        for line in lines:
            if self._reloads:
                self.session.close()
                self.session = self._open()
            events = list(self.session.submit(line))
        return " ".join(each.text for each in gather(each for each in events if isinstance(each, Opened | Grew)))

    @property
    def heard(self) -> dict[str, str]:
        """Who has heard what, and from whom."""
        return dict(self.session.state.heard)

    def _open(self) -> Session:
        session = open_session(WORLD, self._saves, None, run="test", seed=7)
        list(session.begin())
        return session


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    """Yield a table, once played straight and once through save and reload."""
    table = Table(tmp_path, reloads=request.param)
    yield table
    table.session.close()


def test_it_can_be_asked_for_by_its_topic(table: Table) -> None:
    assert table.play("wait", "east", "ask abel about the lens").startswith(SAID)


def test_it_is_offered_as_what_can_be_asked(table: Table) -> None:
    table.play("wait", "east")
    assert "Ask Abel about the lens" in table.session.offered().choices
    assert "Ask Mira about the lens" not in table.session.offered().choices


def test_its_passing_is_told_to_nobody(table: Table) -> None:
    assert table.play("wait") == "Time passes."
    assert table.heard == {"abel lens": "mira"}


def test_undo_takes_it_back(table: Table) -> None:
    table.play("wait", "/undo")
    assert table.heard == {}


def test_another_branch_goes_another_way(table: Table) -> None:
    table.play("wait", "/undo", "east", "wait")
    assert table.heard == {}
    table.play("west")
    assert table.heard == {"abel lens": "mira"}


def test_what_was_told_is_in_the_story_so_far_with_who_told_it(table: Table) -> None:
    table.play("wait", "east", "ask abel about the lens")
    [answer] = [str(each) for each in table.session.submit("/story")]
    assert "Abel told you about the lens." in answer


def test_every_turn_comes_out_as_it_was_saved(tmp_path: Path) -> None:
    table = Table(tmp_path, reloads=False)
    table.play("wait", "wait", "wait", "wait", "wait", "east", "north", "ask wren about the lens")
    table.session.close()
    with Snapshot(table.session.run.file) as run:
        assert verify(run, worlds_of(run)).different == ()


def test_what_the_world_has_lost_is_forgotten() -> None:
    state = parse_state(_state('"abel lens":"mira","wren lens":"abel"'))
    without = house(
        "", instead_of='tells = ["abel", { to = "wren", when = "loud", say = "They say it was no storm." }]'
    )
    assert fitted(without, state).heard == state.heard, "who has heard it has heard it"
    lensless = house('id = "glass"', instead_of='id = "lens"')
    assert fitted(lensless, state).heard == {}


def test_what_is_called_otherwise_is_kept() -> None:
    how = renaming({"abel": "abe", "lens": "glass", "mira": "moira"})
    assert parse_state(how.state(_state('"abel lens":"mira"'))).heard == {"abe glass": "moira"}
    assert '"knowledge":"glass","teller":"moira"' in how.events(
        '[{"event":"Heard","person":"abel","knowledge":"lens","teller":"mira"}]'
    )


def _state(heard: str) -> str:
    where = '{"mira":"yard","abel":"yard","wren":"barn"}'
    trust, mood = '{"mira":0,"abel":0,"wren":0}', '{"mira":"","abel":"","wren":""}'
    return (
        f'{{"seed":7,"place":"hall","where":{where},"trust":{trust},"mood":{mood},"facts":{{"loud":true}},'
        f'"marks":[],"now":[],"heard":{{{heard}}}}}'
    )
