"""A run's file is read whole: first when it was not given back, else while the player reads; damage is a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import SaveError
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Answered
from game.storage.run import RunFile
from tests.kit import inn


def opened(saves: Path) -> Session:
    """Open the run a, with enough turns for its file to have some pages."""
    return open_session(inn(), saves, None, run="a", seed=7)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a run of which a page of an index of tellings is damaged: what opening reads is whole."""
    session = opened(tmp_path)
    for _ in range(40):
        list(session.submit("wait"))
    session.close()
    return tmp_path / "inn" / "a.loreloom"


def damage(file: Path) -> None:
    """Overwrite a page that only a whole reading looks at: the root of the index of bookmarks."""
    with RunFile.look(file) as run:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_bookmarks_1'"
        (page,) = run._read(lambda db: db.execute(query).fetchone())
        (size,) = run._read(lambda db: db.execute("PRAGMA page_size").fetchone())
    with file.open("r+b") as out:
        out.seek((page - 1) * size)
        out.write(b"\xff" * size)


def test_a_sound_run_is_begun_without_a_word_about_its_file(file: Path) -> None:
    session = opened(file.parents[1])
    (offer,) = [event.text for event in session.begin() if isinstance(event, Answered)]
    assert offer == session.sentences.say("so_far_offer")
    session.resting.result(timeout=10)
    assert not [event for event in session.submit("wait") if isinstance(event, Answered)]
    session.close()


def test_damage_is_found_while_the_player_reads_and_said_with_the_next_turn(file: Path) -> None:
    damage(file)
    session = opened(file.parents[1])
    list(session.begin())
    session._rest.submit(lambda: None).result(timeout=10)
    (said, *_) = session.submit("/look")
    assert isinstance(said, Answered)
    assert "is damaged" in said.text
    session.close()


def test_a_file_that_was_not_given_back_is_read_whole_before_anything_is_shown(file: Path) -> None:
    damage(file)
    file.with_name(".a.loreloom.lock").write_text("open\n")
    for _ in range(2):  # it was not given back as whole, so it is looked at as closely again
        with pytest.raises(SaveError, match="is damaged"):
            opened(file.parents[1])
