"""What people witnessed: what happened before their eyes on the path, and nothing else."""

from __future__ import annotations

from game.rules.events import Event, Moved, PersonMoved, Taken, Talked
from game.story.witness import witnessed
from tests.kit import inn, play

BERT = """
[person.bert]
name = "Bert"
at = "yard"
says = ["Wet."]
schedule = [{ at = "cellar", when = "time >= 4" }, { at = "hall", when = "time >= 2", arrive = "Bert comes in." }]
"""
WORLD = inn(BERT)


def seen_by(person: str, *words: str) -> list[Event]:
    """Return the events that a person of the inn witnessed."""
    played = play(WORLD, *words)
    return [each.event for each in witnessed(person, played.state, played.past)]


def test_what_is_done_before_their_eyes_is_witnessed() -> None:
    assert Taken("lamp") in seen_by("anna", "take lamp")
    played = play(WORLD, "wait", "take lamp")
    assert witnessed("anna", played.state, played.past)[-1].turn == 2


def test_what_is_done_elsewhere_is_not() -> None:
    assert Taken("lamp") not in seen_by("bert", "take lamp")
    assert not [each for each in seen_by("anna", "take lamp", "east", "drop lamp") if "Dropped" in repr(each)]


def test_coming_and_going_are_seen_by_those_who_stay() -> None:
    left = Moved("hall", "yard", "east")
    assert left in seen_by("anna", "east")
    assert left in seen_by("bert", "east")
    assert Moved("hall", "cellar", "down") not in seen_by("bert", "take lamp", "down")


def test_another_one_coming_in_is_seen_only_from_then_on() -> None:
    seen = seen_by("bert", "take lamp", "wait", "talk to anna")
    assert PersonMoved("bert", "yard", "hall", "Bert comes in.") in seen
    assert Talked("anna", "", "", 0) in seen
    assert Taken("lamp") not in seen


def test_those_present_see_others_come_and_nobody_sees_them_elsewhere() -> None:
    came = PersonMoved("bert", "yard", "hall", "Bert comes in.")
    assert came in seen_by("anna", "wait", "wait")
    assert came not in seen_by("anna", "take lamp", "down", "wait")


def test_what_only_the_engine_counts_is_seen_by_nobody() -> None:
    kinds = {type(each).__name__ for each in seen_by("anna", "take lamp", "give lamp to anna", "pay her")}
    assert not kinds & {"Changed", "Revealed", "QuestBegan", "Began"}


def test_events_that_lead_elsewhere_end_what_is_known() -> None:
    played = play(WORLD, "take lamp", "east", "west", "drop lamp")
    torn = [*played.past[:2], *played.past[3:]]  # the way out is lost: so is what was before it
    kinds = [type(each.event).__name__ for each in witnessed("anna", played.state, torn)]
    assert "Dropped" in kinds
    assert "Taken" not in kinds
