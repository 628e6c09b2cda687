"""A run whose world was edited: what still fits, what does not and why, and what is done as the player decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import SaveError
from game.loader.load import parse_world
from game.rules.state import format_state
from game.rules.world import World
from game.session.opening import look_at, open_session
from game.session.reopening import UNDECIDED, Decision, WorldChanged
from game.session.session import Session
from game.session.turn_events import Answered
from game.storage.run import RunFile
from tests.kit import INN, inn

LANTERN = (("[thing.lamp]", "[thing.lantern]"), ("(lamp)", "(lantern)"), ('"lamp"', '"lantern"'))
NAMES = {"lamp": "lantern"}


def edited(*renames: tuple[str, str]) -> World:
    """Return the inn with some of its text replaced."""
    text = INN
    for old, new in renames:
        assert old in text
        text = text.replace(old, new)
    return parse_world(text, name="inn.toml")


class Saves:
    """A folder with one run, played in the inn as it was."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "inn" / "a.loreloom"
        session = self.open(inn())
        for words in ("east", "west", "take lamp", "give lamp to anna", "ask anna about the guest"):
            list(session.submit(words))
        session.close()

    def open(self, world: World, decision: Decision = UNDECIDED) -> Session:
        """Open the run in a world."""
        return open_session(world, self.folder, None, run="a", seed=7, decision=decision)

    def said(self, world: World, decision: Decision = UNDECIDED) -> str:
        """Return what is said when the run is opened."""
        session = self.open(world, decision)
        answers = [event.text for event in session.begin() if isinstance(event, Answered)]
        session.close()
        return " ".join(answers)


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    """Return the saves."""
    return Saves(tmp_path)


def test_nothing_is_said_of_a_world_that_is_as_it_was(saves: Saves) -> None:
    assert saves.said(inn()) == ""


def test_a_run_that_still_fits_goes_on_and_says_so(saves: Saves) -> None:
    assert "every one of its 5 turns" in saves.said(edited(("Rain.", "Snow.")))


def test_it_is_said_once_the_next_turn_is_played_by_the_new_world(saves: Saves) -> None:
    session = saves.open(edited(("Rain.", "Snow.")))
    list(session.submit("wait"))
    session.close()
    assert saves.said(edited(("Rain.", "Snow."))) == ""


def test_a_name_that_is_not_there_either_is_answered_with_the_likely_one(saves: Saves) -> None:
    with pytest.raises(SaveError, match=r"nothing called 'torch' \(or is it 'lantern'\?\)"):
        saves.open(edited(*LANTERN), Decision(names={"lamp": "torch"}))


def test_the_first_turn_that_does_not_fit_is_named_with_the_likely_new_name(saves: Saves) -> None:
    with pytest.raises(WorldChanged, match=r"turn 3, “take lamp”.*no thing 'lamp' now.*'lantern'"):
        saves.open(edited(*LANTERN))


def test_a_place_that_is_gone_is_named(saves: Saves) -> None:
    with pytest.raises(WorldChanged, match=r"turn 1, “east”.*no place 'yard' now.*'court'"):
        saves.open(edited(("[place.yard]", "[place.court]"), ('"yard"', '"court"')))


def test_a_turn_that_is_not_possible_any_more_says_so(saves: Saves) -> None:
    with pytest.raises(WorldChanged, match=r"turn 1, “east”.*cannot be done there now"):
        saves.open(edited(('east = "yard"\n', "")))


def test_nothing_is_changed_before_there_is_a_decision(saves: Saves) -> None:
    before = saves.file.read_bytes()
    with pytest.raises(WorldChanged):
        saves.open(edited(*LANTERN))
    assert saves.file.read_bytes() == before
    assert not list(saves.file.parent.glob("*before*"))


def test_the_old_world_is_gone_on_in_from_the_copy_that_the_run_keeps(saves: Saves) -> None:
    session = saves.open(edited(*LANTERN), Decision("old"))
    assert "lamp" in session.world.things
    list(session.submit("wait"))
    assert session.run.current().depth == 6
    session.close()


def test_the_old_world_is_stayed_in_until_the_new_one_changes_again(saves: Saves) -> None:
    saves.open(edited(*LANTERN), Decision("old")).close()
    assert "you go on in the world as it was" in saves.said(edited(*LANTERN))
    with pytest.raises(WorldChanged):
        saves.open(edited(*LANTERN, ("Rain.", "Snow.")))


def test_the_last_turn_that_fits_is_gone_back_to_and_the_rest_stays_in_the_tree(saves: Saves) -> None:
    session = saves.open(edited(*LANTERN), Decision("rewind"))
    assert (session.run.current().depth, session.state.place) == (2, "hall")
    assert len(session.run.tree()) == 6
    list(session.submit("take brass lamp"))
    assert session.state.where["lantern"] == "you"
    session.close()


def test_renamed_ids_are_renamed_in_every_turn_and_the_file_is_kept_as_it_was(saves: Saves) -> None:
    assert "a.loreloom.before-1" in saves.said(edited(*LANTERN), Decision(names=NAMES))
    with RunFile.look(saves.file.with_name("a.loreloom.before-1")) as kept:
        assert [turn.action for turn in kept.path()][3] == "take lamp"
    session = saves.open(edited(*LANTERN))
    assert session.state.where["lantern"] == "anna"
    assert [turn.action for turn in session.run.path()][3] == "take lantern"
    session.close()


def test_a_renamed_run_is_what_would_have_been_played_with_the_new_names(saves: Saves, tmp_path: Path) -> None:
    saves.open(edited(*LANTERN), Decision(names=NAMES)).close()
    session = saves.open(edited(*LANTERN))
    other = open_session(edited(*LANTERN), tmp_path / "other", None, run="a", seed=7)
    for turn in session.run.path()[1:]:
        list(other.submit(turn.words))
    assert [turn.state for turn in session.run.path()] == [turn.state for turn in other.run.path()]
    assert [turn.events for turn in session.run.path()] == [turn.events for turn in other.run.path()]
    assert format_state(session.state) == format_state(other.state)
    session.close()
    other.close()


def test_who_decides_otherwise_stays_out_of_a_world_no_more(saves: Saves) -> None:
    saves.open(edited(*LANTERN), Decision("old")).close()
    saves.open(edited(*LANTERN), Decision("rewind")).close()
    assert "still fits it" in saves.said(edited(*LANTERN))


def test_undo_works_behind_a_renaming(saves: Saves) -> None:
    saves.open(edited(*LANTERN), Decision(names=NAMES)).close()
    session = saves.open(edited(*LANTERN))
    for _ in range(5):
        list(session.submit("/undo"))
    assert session.state.where["lantern"] == "hall"
    session.close()


def test_what_people_said_is_theirs_under_the_new_name(saves: Saves) -> None:
    berta = (("[person.anna]", "[person.berta]"), ("(anna)", "(berta)"), ("person.anna", "person.berta"))
    saves.open(edited(*berta), Decision(names={"anna": "berta"})).close()
    with RunFile.look(saves.file) as run:
        assert "revealed guest" in run.current().state
        assert '"berta"' in run.current().state
        assert "anna" not in "".join(turn.state + turn.events + turn.action for turn in run.path())


def test_a_renaming_that_does_not_make_it_fit_changes_nothing_and_says_what_is_left(saves: Saves) -> None:
    before = saves.file.read_bytes()
    court = (("[place.yard]", "[place.court]"), ('"yard"', '"court"'))
    with pytest.raises(WorldChanged, match="no place 'yard' now"):
        saves.open(edited(*LANTERN, *court), Decision(names=NAMES))
    assert saves.file.read_bytes() == before


def test_a_run_from_before_copies_were_kept_says_that_there_is_none(saves: Saves) -> None:
    with RunFile.open(saves.file) as run:
        run._write(lambda db: db.execute("DELETE FROM worlds"))
    with pytest.raises(SaveError, match="keeps no copy of its world"):
        saves.open(edited(*LANTERN), Decision("old"))
    with pytest.raises(WorldChanged, match="cannot be done there now"):
        saves.open(edited(*LANTERN))


def test_a_run_is_looked_at_while_another_program_plays_it(saves: Saves) -> None:
    session = saves.open(inn())
    looked = look_at(inn(), saves.folder, "a")
    assert looked.view().turn == 5
    list(looked.begin())
    with pytest.raises(SaveError, match="only looked at"):
        list(looked.submit("wait"))
    assert looked.state == session.state
    looked.close()
    list(session.submit("wait"))
    session.close()


def test_a_turn_that_was_never_told_is_shown_to_who_only_looks(saves: Saves) -> None:
    session = saves.open(inn())
    events = session.submit("wait")
    next(events)
    session.run.close()  # as if the program had been killed before a word was told
    session.close()
    looked = look_at(inn(), saves.folder, "a")
    assert "Time passes." in str(list(looked.begin()))
    looked.close()


def test_a_run_that_does_not_fit_is_looked_at_in_the_world_as_it_was(saves: Saves) -> None:
    looked = look_at(edited(*LANTERN), saves.folder, "a")
    assert "lamp" in looked.world.things
    looked.close()
