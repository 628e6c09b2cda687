"""Runs begun, gone on with, and carried over a change of their world."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.errors import SaveError
from game.loader.load import parse_world
from game.plain import play_plain
from game.rules.world import World
from game.session.opening import open_session
from game.session.reopening import Decision
from tests.kit import INN, inn
from tests.scripted import ScriptedModel

FIT = Decision("fit")


def changed(*renames: tuple[str, str]) -> World:
    """Return the inn with some of its text replaced."""
    text = INN
    for old, new in renames:
        text = text.replace(old, new)
    return parse_world(text)


def test_a_run_without_a_name_gets_the_next_free_one(tmp_path: Path) -> None:
    names = []
    for _ in range(2):
        session = open_session(inn(), tmp_path, None)
        names.append(session.run.file.name)
        session.close()
    assert names == ["run-1.loreloom", "run-2.loreloom"]


def test_a_run_open_elsewhere_is_refused_with_a_sentence(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    with pytest.raises(SaveError, match="open"):
        open_session(inn(), tmp_path, None, run="a")
    session.close()


def test_a_run_keeps_the_way_of_telling_that_was_asked_for(tmp_path: Path) -> None:
    model = ScriptedModel()
    for asked, way in ((None, "model"), ("blend", "blend"), (None, "blend"), ("model", "model"), (None, "model")):
        session = open_session(inn(), tmp_path, model, run="a", way=asked)  # type: ignore[arg-type]
        assert session.narrator.way == way
        session.close()


def test_a_run_keeps_its_seed(tmp_path: Path) -> None:
    open_session(inn(), tmp_path, None, run="a", seed=5).close()
    session = open_session(inn(), tmp_path, None, run="a", seed=6)
    assert session.state.seed == 5
    session.close()


def test_a_run_goes_on_in_a_world_that_grew(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    list(session.submit("take lamp"))
    session.close()
    session = open_session(inn('[thing.mug]\nname = "mug"\nat = "hall"\n'), tmp_path, None, run="a")
    assert (session.state.where["lamp"], session.state.where["mug"]) == ("you", "hall")
    list(session.submit("take mug"))
    session.close()


def test_a_run_goes_on_in_a_world_that_lost_a_thing(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    list(session.submit("take lamp"))
    session.close()
    world = changed(("[thing.lamp]", "[thing.torch]"), ("(lamp)", "(torch)"), ('"lamp"', '"torch"'))
    session = open_session(world, tmp_path, None, run="a", decision=FIT)
    assert "lamp" not in session.state.where
    assert session.view().carried == ()
    session.close()


def test_a_thing_that_is_new_is_as_it_begins_and_an_older_one_as_it_was_left(tmp_path: Path) -> None:
    chest = '[thing.chest]\nname = "chest"\nat = "hall"\nholds = "in"\nclosed = true\n'
    open_session(inn(), tmp_path, None, run="a").close()
    session = open_session(inn(chest), tmp_path, None, run="a")
    assert session.state.is_now("closed", "chest")
    list(session.submit("open chest"))
    session.close()
    session = open_session(inn(chest), tmp_path, None, run="a")
    assert not session.state.is_now("closed", "chest")
    session.close()


def test_a_carried_thing_that_became_a_person_is_where_they_begin(tmp_path: Path) -> None:
    mug = '[thing.mug]\nname = "mug"\nat = "hall"\n'
    session = open_session(inn(mug), tmp_path, None, run="a")
    list(session.submit("take mug"))
    session.close()
    session = open_session(inn('[person.mug]\nname = "Mug"\nat = "hall"\n'), tmp_path, None, run="a", decision=FIT)
    assert session.state.where["mug"] == "hall"
    session.close()


def test_undo_and_redo_fit_the_world_too(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    list(session.submit("take lamp"))
    list(session.submit("east"))
    session.close()
    session = open_session(inn('[thing.mug]\nname = "mug"\nat = "hall"\n'), tmp_path, None, run="a")
    list(session.submit("/undo"))
    assert session.state.where["mug"] == "hall"
    list(session.submit("/redo"))
    assert (session.state.place, session.state.where["mug"]) == ("yard", "hall")
    session.close()


def test_an_undo_into_a_place_that_is_gone_is_a_sentence_and_moves_nothing(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    for words in ("east", "west"):
        list(session.submit(words))
    session.close()
    moved = changed(("[place.yard]", "[place.court]"), ('"yard"', '"court"'))
    session = open_session(moved, tmp_path, None, run="a", decision=FIT)
    with pytest.raises(SaveError, match="no longer has"):
        list(session.submit("/undo"))
    assert (session.run.current().depth, session.state.place) == (2, "hall")
    session.close()


def test_a_fact_of_another_type_begins_anew(tmp_path: Path) -> None:
    counted = (("coins >= 2", "paid"), ("coins -= 2", "paid = true"), ("coins == 0", "paid"))
    open_session(changed(("coins = 3", 'coins = "three"'), *counted), tmp_path, None, run="a").close()
    session = open_session(inn(), tmp_path, None, run="a")
    assert session.state.facts["coins"] == 3
    session.close()


def test_a_line_of_somebody_who_is_gone_is_still_shown(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    list(session.submit("talk to anna"))
    session.close()
    world = changed(("[person.anna]", "[person.berta]"), ("(anna)", "(berta)"), ("person.anna", "person.berta"))
    session = open_session(world, tmp_path, None, run="a", decision=FIT)
    out = io.StringIO()
    play_plain(session, [], out, echo=False)
    assert "Anna: “We are full.”" in out.getvalue()
    session.close()


def test_a_place_that_is_gone_is_a_sentence_and_the_run_stays_as_it_was(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    list(session.submit("east"))
    session.close()
    moved = changed(("[place.yard]", "[place.court]"), ('"yard"', '"court"'))
    with pytest.raises(SaveError, match="no place 'yard' now"):
        open_session(moved, tmp_path, None, run="a")
    open_session(inn(), tmp_path, None, run="a").close()
