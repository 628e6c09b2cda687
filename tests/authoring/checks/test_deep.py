"""What a search proves or leaves open, as findings with their places."""

from __future__ import annotations

from pathlib import Path

from game.authoring.inspect import inspect_deeply
from game.loader.diagnostics import Diagnostic
from game.loader.load import load_project
from tests.authoring.explore.test_search import DICE, NEVER, WALKING_AWAY
from tests.kit import INN

LOCKED = DICE.replace("[[ending]]", WALKING_AWAY, 1)


def deep(tmp_path: Path, text: str, *, states: int = 2_000) -> list[Diagnostic]:
    """Return what a search of the world in a text finds."""
    file = tmp_path / "dice.toml"
    file.write_text(text, encoding="utf-8")
    project = load_project(file)
    inspect_deeply(project, file, states=states, seconds=60)
    return project.report.sorted()


def test_a_world_in_which_all_can_be_met_has_nothing_found(tmp_path: Path) -> None:
    assert deep(tmp_path, DICE) == []


def test_an_ending_out_of_reach_is_an_error_where_it_stands(tmp_path: Path) -> None:
    [one] = deep(tmp_path, DICE + NEVER)
    assert (one.code, one.severity, one.shown) == ("W201", "error", 'id = "never"')
    assert "4 states were searched, all there are" in one.message


def test_a_soft_lock_is_an_error_at_the_choice_that_leads_into_it(tmp_path: Path) -> None:
    [one] = deep(tmp_path, LOCKED)
    assert (one.code, one.severity, one.shown) == ("W202", "error", 'text = "Walk away"')
    assert one.message == "the first of 2 states from which no ending can be reached: Walk away"


def test_a_dead_end_is_found_in_a_world_without_endings(tmp_path: Path) -> None:
    found = deep(tmp_path, LOCKED[: LOCKED.index("[[ending]]")])
    assert {each.code for each in found} >= {"W203"}
    assert {each.severity for each in found} == {"warning"}


def test_what_no_play_comes_to_is_a_warning_where_it_stands(tmp_path: Path) -> None:
    [one] = deep(tmp_path, INN)
    assert (one.code, one.severity, one.shown) == ("W204", "warning", "[thing.ring]")
    assert one.message == "no play comes to the thing 'ring'"


def test_a_way_that_is_shut_by_one_word_is_not_expected_to_be_gone(tmp_path: Path) -> None:
    shut = 'look = "Three dice."\nexits = { out = { to = "table", when = "false", refuse = "No." } }'
    assert deep(tmp_path, DICE.replace('look = "Three dice."', shut)) == []


def test_what_a_limit_cut_off_is_not_decided(tmp_path: Path) -> None:
    found = deep(tmp_path, DICE + NEVER, states=2)
    assert {each.code for each in found} == {"W205", "W201"}
    assert all(each.message.startswith("not decided: ") for each in found if each.code == "W205")
    assert [each.shown for each in found if each.code == "W205"][:1] == ['start = "table"']


def test_an_ending_that_waits_in_vain_is_decided_without_a_search(tmp_path: Path) -> None:
    [one] = [each for each in deep(tmp_path, DICE + NEVER, states=2) if each.code == "W201"]
    assert one.message == "no play reaches the ending 'never': what it waits for never happens"


def test_an_ending_that_a_path_of_the_worlds_own_comes_to_is_not_in_question(tmp_path: Path) -> None:
    path = '[[path]]\nname = "up"\nchoose = ["pay", "wait", "up"]\n'
    assert "ending 'sleep'" in " ".join(each.message for each in deep(tmp_path, INN, states=2))
    assert "ending 'sleep'" not in " ".join(each.message for each in deep(tmp_path, INN + path, states=2))
