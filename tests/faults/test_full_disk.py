"""The disk is full: the player is told in a sentence, may look around, and plays on when there is space again."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.errors import SaveError
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Answered, Committed, Offered
from game.storage.records import Bookmark
from game.storage.run import RunFile
from game.story.passages import Opened
from tests.faults.ledger import Ledger, assert_goes_on
from tests.faults.player import RUN
from tests.faults.players import Order, Players
from tests.kit import inn

WORLD = inn()
STEPS = ("take lamp", "east", "/undo", "wait", "/retry", ":bookmark fog", "look")
FULL = (":fill", "wait", "/undo", "/retry", ":bookmark quay", ":free")
_SIZE_KB = 256


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder on a small disk in memory; skip where this user may mount none."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE_KB}k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if mounted.returncode:
        pytest.skip("a small disk can be mounted by root alone; the shim's is tried in its place")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def session(small: Path) -> Iterator[Session]:
    """Yield a run on the small disk, played a little."""
    session = open_session(WORLD, small / "saves", None, run=RUN, seed=7)
    for events in (session.begin(), session.submit("take lamp"), session.submit("east")):
        list(events)
    yield session
    session.close()


def fill(folder: Path) -> Path:
    """Take all the space there is left; return the file that takes it."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            return ballast


def test_the_player_is_told_that_the_disk_is_full(session: Session, small: Path) -> None:
    fill(small)
    with pytest.raises(SaveError, match=r"^The disk is full, so nothing more can be saved in .*: free some space"):
        list(session.submit("wait"))


def test_a_full_disk_lets_the_player_look_around(session: Session, small: Path) -> None:
    fill(small)
    before, view = session.state, session.view()
    with pytest.raises(SaveError):
        list(session.submit("wait"))
    assert (session.state, session.view()) == (before, view)
    assert any(isinstance(event, Opened) for event in session.submit("/look"))
    assert any(isinstance(event, Offered) for event in session.submit("/choices"))
    assert any(isinstance(event, Answered) and "lamp" in event.text for event in session.submit("/inventory"))
    assert [each.words for each in session.run.path()] == ["", "take lamp", "east"]
    with pytest.raises(SaveError):
        session.run.kept.bookmark(Bookmark("x" * 3_000, 1))


def test_space_freed_lets_the_same_words_be_sent_again(session: Session, small: Path) -> None:
    ballast = fill(small)
    for _ in range(3):
        with pytest.raises(SaveError):
            list(session.submit("wait"))
    ballast.unlink()
    assert any([isinstance(event, Committed) for event in session.submit("wait")])  # noqa: C419 - to its end
    assert [each.words for each in session.run.path()] == ["", "take lamp", "east", "wait"]
    session.run.quick_check()


def test_a_run_is_opened_and_left_on_a_full_disk(session: Session, small: Path) -> None:
    session.close()
    ballast = fill(small)
    with RunFile.open(session.run.file) as run:
        assert run.current().words == "east"
        assert run.chosen_telling(run.current().id)
    ballast.unlink()
    assert_goes_on(small / "saves", WORLD)


def test_no_run_is_begun_on_a_full_disk_and_one_is_once_there_is_space(small: Path) -> None:
    ballast = fill(small)
    with pytest.raises(SaveError, match="The disk is full"):
        open_session(WORLD, small / "saves", None, run=RUN, seed=7)
    ballast.unlink()
    open_session(WORLD, small / "saves", None, run=RUN, seed=7).close()


def test_a_disk_that_fills_up_at_any_moment_loses_nothing(
    players: Players, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    told = 0
    for number in range(1, len(STEPS)):
        saves, ledger = tmp_path / str(number) / "saves", Ledger()
        saves.parent.mkdir()
        life = players.live(Order(str(saves), (*STEPS[:number], *FULL, "wait", *STEPS[number:])))
        ledger.read(life.said)
        ledger.check(saves, WORLD)
        refusals = [line[1] for line in life.said if line[0] == "full"]
        told += len(refusals)
        assert len(refusals) == 4
        assert all("disk is full" in sentence or "space on the disk" in sentence for sentence in refusals)
        assert "refused" not in [line[0] for line in life.said]
    figure(f"disk full: {told} refusals told in a sentence, the same words taken when there was space, 0 lost")
