"""Details that were made up, in runs that are played again, exported, taken back, forged or written anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.archive.formats.records import to_lines
from game.archive.intake import import_run
from game.archive.naming import find_turn
from game.archive.retelling import retell
from game.archive.verify import verify
from game.loader.copies import world_of_copy
from game.rules.actions import Invent
from game.rules.state import parse_state
from game.session.opening import open_session
from game.session.renaming import renaming
from game.session.reopening import Decision
from game.storage.snapshot import Snapshot
from tests.archive.kit import worlds_of
from tests.inventive import YARD, fond_of
from tests.scripted import ScriptedModel
from tests.session.thoughtful import WORLD, Table, told


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Return the file of a run in which things were made up, and left."""
    table = Table(tmp_path, ScriptedModel(weighs=fond_of("drips", "soap", "hums")), reloads=False)
    table.play("examine anna", "east", "/undo", "/undo", "east", "look")
    table.session.close()
    return table.session.run.file


def test_every_turn_comes_out_as_it_was_saved(run: Path) -> None:
    with Snapshot(run) as taken:
        found = verify(taken, worlds_of(taken))
    assert (found.different, set(found.counts)) == ((), {"good"})


def test_an_export_tells_no_turn_that_was_not_told(run: Path) -> None:
    with Snapshot(run) as taken:
        story = retell(taken, worlds_of(taken), find_turn(taken, None))
    assert [each.words for each in story.turns] == ["", "east", "look"]


def test_it_survives_export_and_import(run: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    with Snapshot(run) as taken:
        kept.write_text("".join(to_lines(taken.records())), encoding="utf-8")
    before = open_session(WORLD, tmp_path, None, run="test")
    import_run(kept, tmp_path / "other", name="again")
    after = open_session(WORLD, tmp_path / "other", None, run="again")
    assert after.state == before.state
    assert after.state.details
    before.close()
    after.close()


def test_a_forged_run_tells_nothing_that_the_lists_do_not_hold(run: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    with Snapshot(run) as taken:
        lines = "".join(to_lines(taken.records()))
        details = parse_state(list(taken.turns())[-1][0].state).details
    key, detail = next((key, each) for key, each in details.items() if key.startswith("yard"))
    kept.write_text(lines.replace(f'"{detail}', '"The_king_is_dead').replace(f" {detail}", " The_king_is_dead"))
    import_run(kept, tmp_path / "other", name="forged")
    session = open_session(WORLD, tmp_path / "other", None, run="forged")
    assert "king" not in told(list(session.submit("look")))
    assert key not in session.state.details
    session.close()
    with Snapshot(session.run.file) as taken:
        assert verify(taken, worlds_of(taken)).different


def test_an_author_who_takes_it_back_is_obeyed_and_the_run_goes_on(run: Path, tmp_path: Path) -> None:
    plain = world_of_copy((("inn.toml", YARD.replace("invent = true", "")),), language="en")
    session = open_session(plain, tmp_path, None, run="test", decision=Decision())
    assert told(list(session.submit("look"))) == "Rain."
    session.close()


def test_a_place_that_is_called_otherwise_keeps_what_was_made_up(run: Path) -> None:
    how = renaming({"yard": "court", "smell": "nose", "soap": "suds"})
    made = Invent("yard", "smell", "faint.soap")
    with Snapshot(run) as taken:
        turns = [turn for turn, _ in taken.turns()]
    assert how.action("invent yard smell faint.soap") == "invent court smell faint.soap"
    states = [parse_state(how.state(each.state)).details for each in turns]
    assert {key.partition(" ")[0] for each in states for key in each} == {"court", "anna"}
    assert made.subject not in "".join(how.events(each.events) for each in turns if each.action.startswith("invent"))
