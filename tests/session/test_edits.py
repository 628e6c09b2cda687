"""A world edited while it is played: the run goes on where its ids still fit, and what could not be kept is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.errors import SaveError, WorldError
from game.loader.load import parse_world
from game.rules.world import World
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Answered, Reread
from game.story.passages import Opened
from tests.kit import INN, inn
from tests.scripted import ScriptedModel

CHEST = '[thing.chest]\nname = "chest"\nat = "hall"\nholds = "in"\n'
NO_LAMP = (("[thing.lamp]", "[thing.torch]"), ("(lamp)", "(torch)"), ('"lamp"', '"torch"'))
NO_YARD = (("[place.yard]", "[place.court]"), ('"yard"', '"court"'))


def inn_with(*renames: tuple[str, str], more: str = "") -> World:
    """Return the inn with some of its text replaced."""
    text = INN + more
    for old, new in renames:
        assert old in text
        text = text.replace(old, new)
    return parse_world(text)


def edit(session: Session, world: World | WorldError) -> str:
    """Edit the world of a session; return what is said of it."""

    def edited() -> World:
        if isinstance(world, WorldError):
            raise world
        return world

    session.edited = edited
    reread, offered = session.reread()
    assert isinstance(reread, Reread)
    assert offered == session.offered()
    return reread.text


def said(session: Session, words: str) -> str:
    """Return all that is told or answered to some words."""
    events = list(session.submit(words))
    texts = [
        each.passage.text if isinstance(each, Opened) else each.text
        for each in events
        if isinstance(each, Opened | Answered)
    ]
    return " ".join(texts)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Yield a session at the inn that has begun."""
    session = open_session(inn(), tmp_path, None, run="a", seed=7)
    list(session.begin())
    yield session
    session.close()


def test_a_world_that_nobody_edits_is_not_read_again(session: Session) -> None:
    assert list(session.reread()) == []


def test_a_changed_text_is_told_from_now_on(session: Session) -> None:
    assert edit(session, inn_with(("The fire is out.", "The fire burns."))) == "The world was read again."
    assert "The fire burns." in said(session, "/look")


def test_what_is_new_is_there(session: Session) -> None:
    edit(session, inn_with(("[facts]", "[facts]\nfed = true"), more=CHEST))
    assert session.state.facts["fed"] is True
    assert "Look closely at the chest" in session.offered().choices


def test_a_fact_that_is_gone_is_named(session: Session) -> None:
    assert edit(session, inn_with(('hour = "night"\n', ""))) == "The world was read again; the fact 'hour' is gone."
    assert "hour" not in session.state.facts


def test_a_fact_of_another_type_begins_anew(session: Session) -> None:
    assert "the fact 'hour' begins anew" in edit(session, inn_with(('hour = "night"', "hour = 23")))
    assert session.state.facts["hour"] == 23


def test_a_thing_that_is_gone_is_not_carried_any_more(session: Session) -> None:
    said(session, "take lamp")
    lost = edit(session, inn_with(*NO_LAMP))
    assert lost == "The world was read again; 'lamp' is gone, so it is not carried any more."
    assert said(session, "i") == "You carry nothing."


def test_what_was_in_a_thing_that_is_gone_is_where_it_begins(session: Session) -> None:
    edit(session, inn(CHEST))
    for words in ("take lamp", "put lamp in chest"):
        said(session, words)
    assert "'chest' is gone, so what was there is where it begins" in edit(session, inn())
    assert session.state.where["lamp"] == "hall"


def test_a_place_that_is_gone_leaves_the_player_at_the_start(session: Session) -> None:
    said(session, "east")
    assert "'yard' is gone, so you are in 'hall', where the story begins" in edit(session, inn_with(*NO_YARD))
    assert "The fire is out." in said(session, "look")
    assert session.run.current().depth == 2


def test_an_open_scene_that_is_gone_is_left(session: Session) -> None:
    start, end = INN.index("[[scene]]"), INN.index("[quest.bed]")
    assert "the scene 'bill' is gone, so it was left" in edit(session, inn_with((INN[start:end], "")))
    assert "Pay her" not in session.offered().choices
    assert "Rain." in said(session, "east")


def test_a_story_goes_on_when_its_ending_is_gone(session: Session) -> None:
    for words in ("pay", "up", "wait"):
        said(session, words)
    assert session.state.ending == "sleep"
    ending = INN[INN.index("[[ending]]") :]
    assert "the ending 'sleep' is gone, so the story goes on" in edit(session, inn_with((ending, "")))
    assert "Time passes." in said(session, "wait")


def test_what_one_edit_takes_away_and_the_next_brings_back_is_as_it_was(session: Session) -> None:
    for words in ("take lamp", "east"):
        said(session, words)
    edit(session, inn_with(*NO_LAMP, *NO_YARD))
    assert "'yard' is back, and you are there again" in edit(session, inn())
    assert session.view().carried == ("brass lamp",)


def test_undo_reaches_behind_an_edit(session: Session) -> None:
    said(session, "take lamp")
    edit(session, inn_with(("The fire is out.", "The fire burns.")))
    assert "You are back before “take lamp”." in said(session, "/undo")
    assert session.view().carried == ()


def test_undo_into_a_place_that_is_gone_is_a_sentence(session: Session) -> None:
    for words in ("east", "west"):
        said(session, words)
    edit(session, inn_with(*NO_YARD))
    with pytest.raises(SaveError, match="played in 'yard'"):
        said(session, "/undo")
    assert session.state.place == "hall"


def test_a_world_that_cannot_be_read_leaves_the_run_as_it_was(session: Session) -> None:
    before = session.state
    with pytest.raises(WorldError, match="in the old one:\nThere is a comma too many"):
        edit(session, WorldError("There is a comma too many."))
    assert session.state == before
    assert edit(session, inn()) == "The world was read again."


def test_a_world_of_another_id_is_not_gone_on_in(session: Session) -> None:
    with pytest.raises(WorldError, match="put that id back"):
        edit(session, inn_with(('id = "inn"', 'id = "tavern"')))
    assert session.world.id == "inn"


def test_the_run_goes_on_after_an_edit_when_it_is_opened_again(session: Session, tmp_path: Path) -> None:
    world = inn(CHEST)
    edit(session, world)
    said(session, "take lamp")
    session.close()
    again = open_session(world, tmp_path, None, run="a")
    assert again.state == session.state
    again.close()


def test_a_model_is_told_of_the_edited_world(tmp_path: Path) -> None:
    model = ScriptedModel(["You come in.", "Rain."])
    session = open_session(inn(), tmp_path, model, run="a", way="model")
    list(session.begin())
    edit(session, inn_with(("The Inn", "The Swan")))
    list(session.submit("east"))
    session.resting.result()
    asked = "\n".join(message.text for message in model.requests[-1].messages)
    session.close()
    assert "The Swan" in asked
    assert "The Inn" not in asked
