"""The search of a world's every state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.explore.report import Report
from game.authoring.explore.search import explore
from game.loader.diagnostics import Source
from game.loader.load import build_project, read_sources
from tests.gossip import HOUSE
from tests.inventive import YARD
from tests.kit import INN

DICE = """
schema = 1
[world]
id = "dice"
title = "Dice"
start = "table"
[facts]
luck = 0
gone = false
[place.table]
name = "the table"
look = "Three dice."
[[scene]]
id = "game"
when = "not gone"
once = false
text = "Your turn."
[[scene.choice]]
id = "throw"
text = "Throw"
do = ["luck = roll(3)"]
[[ending]]
id = "won"
title = "Won"
when = "luck == 3"
text = "You win."
[[ending]]
id = "lost"
title = "Lost"
when = "luck == 2"
text = "You lose."
"""
NEVER = """
[[ending]]
id = "never"
title = "Never"
when = "luck == 4"
text = "No."
"""
WALKING_AWAY = """[[scene.choice]]
id = "walk"
text = "Walk away"
do = ["gone = true"]
[[ending]]"""


def searched(text: str, *, states: int = 2_000, seconds: float = 60) -> Report:
    """Return what a search of the world in a text finds."""
    project = build_project([Source("dice.toml", text)])
    assert project.world is not None, project.report.sorted()
    return explore(project, project.world, states=states, seconds=seconds)


def reached(report: Report) -> dict[str, bool]:
    """Return for each ending whether it was reached."""
    return {each.ending.id: each.path is not None for each in report.endings}


def test_the_inn_has_so_many_states() -> None:
    report = searched(INN)
    assert (report.states, report.complete, report.is_sound) == (117, True, True)
    assert [each.path for each in report.endings] == [("Pay her", "Take the brass lamp", "Go up: the room")]
    assert [str(each) for each in report.untested] == ["dice.toml:42 thing 'ring'"]


def test_a_search_makes_nothing_up() -> None:
    report = searched(YARD)
    assert (report.states, report.complete) == (117, True)


TOLD = """
[[ending]]
id = "known"
title = "Known"
when = "revealed(lens)"
text = "You know."
"""


def test_what_is_learned_by_hearsay_alone_is_reached() -> None:
    report = searched(HOUSE + TOLD)
    assert [each.path for each in report.endings] == [("Wait", "Go east: the yard", "Ask Abel about the lens")]


def test_what_no_play_has_anybody_hear_is_named() -> None:
    alone = HOUSE.replace('{ at = "barn", when = "time >= 5" },', "")
    assert [str(each) for each in searched(alone).untested] == ["dice.toml:33 hearsay 'wren lens'"]
    assert [each.kind for each in searched(HOUSE).untested] == []


def test_what_nobody_passes_on_is_not() -> None:
    assert reached(searched(HOUSE.replace('"abel", ', "").replace("loud = true", "loud = false") + TOLD)) == {
        "known": False
    }


def test_every_way_a_draw_can_fall_is_tried() -> None:
    report = searched(DICE)
    assert reached(report) == {"won": True, "lost": True}
    assert (report.states, report.complete, report.not_decided) == (4, True, ())


def test_an_ending_out_of_reach_is_told_for_certain() -> None:
    report = searched(DICE + NEVER)
    assert reached(report) == {"won": True, "lost": True, "never": False}
    assert report.complete
    assert not report.is_sound
    assert [str(each) for each in report.untested] == ["dice.toml:33 ending 'never'"]


WALKED = """
[[path]]
name = "slowly"
choose = ["wait", "wait", "pay her", "up"]
[[path]]
name = "at once"
choose = ["pay her", "wait", "up"]
"""


def test_an_ending_that_a_search_was_cut_short_of_is_reached_by_a_path_of_the_world() -> None:
    short = searched(INN + WALKED, states=10)
    assert [each.path for each in short.endings] == [("pay her", "wait", "up")]
    assert not [each for each in short.not_decided if "ending" in each]
    assert [each.path for each in searched(INN, states=10).endings] == [None]


def test_an_ending_that_is_searched_for_to_the_end_is_told_as_it_was_found() -> None:
    (ending,) = searched(INN + WALKED).endings
    assert ending.path is not None
    assert ending.path[0] == "Pay her"


def test_a_soft_lock_has_the_way_there() -> None:
    report = searched(DICE.replace("[[ending]]", WALKING_AWAY, 1))
    assert (report.soft_locks.decided, report.soft_locks.path) == (True, ("Walk away",))
    assert report.soft_locks.count == 2, "with nothing thrown, and with a one"
    assert report.dead_ends == report.soft_locks
    assert not report.is_sound


def test_a_state_that_is_left_for_another_is_no_dead_end() -> None:
    pacing = '[place.yard]\nname = "the yard"\nlook = "Rain."\nexits = { in = "table" }\n[[ending]]'
    text = DICE.replace('look = "Three dice."', 'look = "Three dice."\nexits = { out = "yard" }')
    report = searched(
        text.replace("[[ending]]", pacing, 1).replace("[place.yard]", WALKING_AWAY[:-10] + "[place.yard]")
    )
    assert (report.soft_locks.count, report.dead_ends.count) == (4, 0)


def test_a_world_without_endings_has_no_soft_locks() -> None:
    report = searched(DICE[: DICE.index("[[ending]]")].replace("[[scene]]", "[[scene]]\npriority = 1"))
    assert report.complete
    assert (report.soft_locks.count, report.is_sound) == (0, True)


def test_time_that_is_only_compared_with_numbers_is_searched_to_its_end() -> None:
    report = searched(DICE.replace('when = "luck == 3"', 'when = "time > 30 and luck < 2"'))
    assert report.complete
    assert reached(report)["won"]


def test_what_a_world_whose_time_grows_leads_to_is_not_decided() -> None:
    report = searched(DICE + NEVER.replace("luck == 4", "time % 5 == 7"), states=300)
    assert (report.complete, report.is_sound, report.soft_locks.decided) == (False, True, False)
    assert report.states >= 300
    assert report.not_decided[0] == "dice.toml:33 ending 'never': not reached in the states that were searched"
    assert "states lead to" in report.not_decided[1]


@pytest.mark.parametrize(("fear", "ends"), [("0", False), ("{ start = 0, max = 9 }", True)])
def test_a_number_that_has_bounds_is_searched_to_its_end(fear: str, *, ends: bool) -> None:
    grows = DICE.replace("[facts]", f"[facts]\nfear = {fear}") + '[[rule]]\ndo = ["fear += 1"]\n'
    assert searched(grows + NEVER.replace("luck == 4", "fear % 7 == 8"), states=300).complete == ends


def test_a_search_stops_when_its_time_is_over() -> None:
    report = searched(INN, seconds=0)
    assert (report.complete, report.states) == (False, 1)


def test_too_many_outcomes_of_one_action_are_not_decided() -> None:
    report = searched(DICE.replace("roll(3)", "roll(100)").replace("luck == 3", "luck == 100"))
    assert reached(report)["won"], "the last side is tried"
    assert not report.complete
    assert "more than 64 outcomes" in report.not_decided[-1]


def test_an_unfollowed_state_is_no_soft_lock() -> None:
    report = searched(DICE.replace("[[ending]]", WALKING_AWAY, 1), states=2)
    assert report.soft_locks.count == 0
    assert not report.soft_locks.decided


def test_a_search_on_all_cores_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dice.toml"
    path.write_text(INN, encoding="utf-8")
    project = build_project(read_sources(path))
    assert project.world is not None
    monkeypatch.setattr("game.authoring.explore.search.ALONE", 10)
    shared = explore(project, project.world, path, states=2_000, seconds=60)
    assert replace(shared, seconds=0) == replace(searched(INN), seconds=0)


HAND = """
[person.croupier]
name = "the croupier"
at = "table"
says = ["Place your bets."]
[[person.croupier.offers]]
id = "bribe"
text = "Slip him a coin"
do = ["luck = 3"]
[[person.croupier.offers]]
text = "Wink"
when = "luck == 9"
say = "No."
"""


def test_a_search_takes_offers_up_and_says_which_it_never_could() -> None:
    without_throw = DICE.replace("luck = roll(3)", "gone = true")
    report = searched(without_throw + HAND)
    assert {each.ending.id: each.path for each in report.endings}["won"] == ("Slip him a coin",)
    assert "croupier.2" in {each.id for each in report.untested if each.kind == "offer"}


def test_being_in_talk_makes_a_difference_where_a_condition_asks_for_it() -> None:
    asked = '[[scene]]\nid = "wink"\nwhen = "talking(croupier)"\ntext = "He winks."\ndo = ["luck = 3"]\npriority = 9\n'
    quiet = DICE.replace("luck = roll(3)", "gone = true")
    person = HAND[: HAND.index("[[person.croupier.offers]]")]
    paths = {each.ending.id: each.path for each in searched(quiet + person + asked).endings}
    assert paths["won"] == ("Talk to the croupier",)
