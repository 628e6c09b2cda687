"""What an edit takes from a run without a word of its author: choices by number, facts, things that are carried."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loader.load import parse_world
from game.session.opening import open_session
from game.session.reopening import Decision, WorldChanged
from tests.kit import INN, inn
from tests.session.test_changes import Saves, edited, saves  # noqa: F401 - a fixture

SING = '[[scene.choice]]\ntext = "Sing"\nstay = true\ntell = "She laughs."\n'
ASK = '[[scene.choice]]\ntext = "Ask for time"\nstay = true\ntell = "She sighs."\n'
SWAPPED = {"bill.2": "bill.3", "bill.3": "bill.2"}


class Asked(Saves):
    """A folder with one run in which the second of two choices without ids was taken, so that its id is bill.3."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "inn" / "a.loreloom"
        session = self.open(edited((ASK, SING + ASK)))
        list(session.submit("ask for time"))
        session.close()


def test_a_choice_that_has_moved_is_another_and_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(WorldChanged, match=r"the choice 'bill\.3' is another one now \(was it renamed 'bill\.2'\?\)"):
        Asked(tmp_path).open(edited((ASK, ASK + SING)))


def test_choices_that_have_moved_are_renamed_in_one_step(tmp_path: Path) -> None:
    asked, world = Asked(tmp_path), edited((ASK, ASK + SING))
    with pytest.raises(WorldChanged) as changed:
        asked.open(world)
    assert {each.id: each.near for each in changed.value.misfit.gone} == SWAPPED
    session = asked.open(world, Decision(names=SWAPPED))
    assert session.run.current().action == "choose bill.2"
    assert session.state.is_marked("chosen", "bill.2")
    session.close()


@pytest.mark.parametrize("list_now", [SING + ASK.replace("Ask for time", "Ask for a day"), SING + ASK + SING])
def test_a_choice_that_only_reads_otherwise_or_gets_company_still_fits(tmp_path: Path, list_now: str) -> None:
    assert "still fits it" in Asked(tmp_path).said(edited((ASK, list_now)))


def test_a_choice_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorldChanged, match=r"turn 1, “Ask for time”.*no choice 'bill\.3' now"):
        Asked(tmp_path).open(edited((ASK, SING)))


MONEY = ("coins", "money")


@pytest.fixture
def paid(tmp_path: Path) -> Saves:
    """Return the saves of a run in which a fact has changed."""
    played = Saves(tmp_path)
    session = played.open(inn())
    list(session.submit("pay her"))
    session.close()
    return played


def test_a_fact_that_cannot_be_kept_is_said_with_its_likely_new_name(paid: Saves) -> None:
    assert "there is no fact 'coins' now (was it renamed 'money'?)" in paid.said(edited(MONEY))
    session = paid.open(edited(MONEY), Decision(names={"coins": "money"}))
    assert session.state.facts["money"] == 1
    session.close()


def test_a_fact_of_another_type_is_said_to_be_another(paid: Saves) -> None:
    never = (("coins >= 2", "not paid"), ("coins -= 2", "paid = true"), ("coins == 0", "paid"))
    assert "the fact 'coins' is another one now" in paid.said(edited(("coins = 3", 'coins = "three"'), *never))


def test_a_fact_that_never_changed_is_not_missed(saves: Saves) -> None:  # noqa: F811
    assert "fact" not in saves.said(edited(MONEY))


def test_what_is_carried_and_gone_is_said(tmp_path: Path) -> None:
    given = ('tell = "She sighs."\n', 'tell = "She sighs."\ndo = ["place(mug) = you"]\n')
    world = parse_world(INN.replace(*given) + '[thing.mug]\nname = "mug"\nat = "yard"\n', name="inn.toml")
    session = open_session(world, tmp_path, None, run="a", seed=7)
    list(session.submit("ask for time"))
    session.close()
    session = open_session(inn(), tmp_path, None, run="a")
    assert "there is no thing 'mug' now" in " ".join(session.notices)
    session.close()
