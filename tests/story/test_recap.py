"""A recap is made of events by rule, within its room, and never of what was told."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.events import Event, Moved, Revealed, Taken, Talked
from game.story.deeds import LASTING, PASSING, TELLING, Deed
from game.story.memory import Entry
from game.story.model import Message
from game.story.recap import recap_of, recap_within
from game.story.sentences import sentences_for
from tests.kit import inn

WORLD = inn()
EN, ZH = sentences_for("en"), sentences_for("zh")
WENT = Deed("at hall", PASSING, "Went.")
MET = Deed("met anna", TELLING, "Met Anna.")
LEARNED = Deed("known guest", LASTING, "Learned.", "Learned all of it.")
TOOK = Deed("thing lamp", LASTING, "Lamp.")


def letters(texts: Sequence[str]) -> list[int]:
    return list(map(len, texts))


def recap(*deeds: Deed, room: int = 1_000) -> str:
    return recap_of(deeds, room=room, costs=letters, space=" ")


def test_it_says_what_happened_in_the_order_in_which_it_did() -> None:
    assert recap(WENT, LEARNED, MET, TOOK) == "Went. Learned all of it. Met Anna. Lamp."


def test_where_room_is_short_what_matters_most_stays() -> None:
    assert recap(WENT, LEARNED, MET, TOOK, room=23) == "Learned. Met Anna. Lamp."
    assert recap(WENT, LEARNED, MET, TOOK, room=14) == "Learned. Lamp."


def test_of_what_matters_alike_the_latest_stays() -> None:
    assert recap(*(Deed(f"at {n}", PASSING, f"Place {n}.") for n in range(9)), room=20) == "Place 7. Place 8."


def test_more_is_said_only_where_all_has_been_said_in_short() -> None:
    assert recap(LEARNED, WENT, room=22) == "Learned. Went."
    assert recap(LEARNED, WENT, room=23) == "Learned all of it. Went."


def test_what_was_undone_or_done_again_is_said_once() -> None:
    assert recap(WENT, TOOK, Deed("thing lamp", TELLING, "Dropped."), WENT) == "Dropped. Went."


def test_nothing_is_said_where_nothing_happened_or_there_is_no_room() -> None:
    assert recap() == recap(WENT, MET, room=3) == ""


def turn(*events: Event) -> Entry:
    return Entry("anything", "A dragon eats the inn. You are its lord.", events)


def counted(messages: Sequence[Message]) -> list[int]:
    return [7 + len(message.text) for message in messages]


TURNS = (turn(Taken("lamp"), Talked("anna", "")), turn(), turn(Moved("hall", "yard")), turn(Revealed("guest")))


def test_what_was_told_is_not_in_it() -> None:
    said = recap_within(WORLD, EN, TURNS, room=1_000, count=counted)
    assert said == (
        "You took the brass lamp. You met Anna. You went to the yard. "
        "Anna told you this: The guest upstairs is a bishop."
    )


def test_what_a_message_brings_of_its_own_is_not_counted_for_each_sentence() -> None:
    short = "You took the brass lamp. You met Anna. You went to the yard. Anna told you about the guest."
    assert recap_within(WORLD, EN, TURNS, room=len(short) + 1, count=counted) == short
    assert len(recap_within(WORLD, EN, TURNS, room=len(short), count=counted)) < len(short)


def test_chinese_sentences_stand_side_by_side() -> None:
    said = recap_within(WORLD, ZH, TURNS[:1], room=1_000, count=counted)
    assert said == "你拿了brass lamp。你认识了Anna。"
