"""The guard asks every rule, remembers what was shown, and lets through what the author says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.world import World
from game.story.beats import beats_of
from game.story.guarding.guard import RULES, Guard
from game.story.guarding.verdict import Verdict
from game.story.passages import Passage
from game.story.prose import sentences_in
from game.story.sentences import sentences_for
from game.story.turn import PastTurn, Turn
from tests.story.guarding.stage import CHINESE, ENGLISH, turn_of

FRENCH = replace(ENGLISH, language="fr")
FALLS = "The water falls white and loud into the trough."


def _guard(*commands: str, world: World = ENGLISH, past: tuple[PastTurn, ...] = ()) -> Guard:
    turn = turn_of(*commands, world=world)
    return Guard(
        world, sentences_for(world.language, world.sentences), Turn(turn.words, turn.before, turn.outcome, past, 7)
    )


def _told(number: int, text: str) -> PastTurn:
    return PastTurn.of(number, "look", (Passage("telling", text, source="model"),))


def test_a_verdict_names_the_words_that_offend_as_they_stand() -> None:
    assert _guard().scene("Behind the wheel Piet waits.") == Verdict("absent", "Piet")


def test_what_was_shown_is_not_said_again() -> None:
    assert _guard().scene(FALLS, [FALLS]) == Verdict("loop")
    assert _guard().scene(FALLS, ["Joan is mending a sack."]) is None


def test_the_last_three_tellings_are_not_said_again() -> None:
    others = tuple(_told(number, f"Joan ties up sack number {number} by its ears.") for number in range(2, 5))
    assert _guard(past=(*others[:2], _told(9, FALLS))).scene(FALLS) == Verdict("loop")
    assert _guard(past=(_told(1, FALLS), *others)).scene(FALLS) is None


def test_what_the_author_wrote_for_every_time_may_come_again() -> None:
    past = (PastTurn.of(1, "look", (Passage("place", FALLS),)),)
    assert _guard(past=past).scene(FALLS) is None


@pytest.mark.parametrize(
    "commands", [(), ("go north",), ("give letter to joan",), ("go in",), ("go in", "go up", "take iron key")]
)
def test_the_authors_own_words_are_let_through(commands: tuple[str, ...]) -> None:
    turn = turn_of(*commands)
    beats = beats_of(ENGLISH, sentences_for("en"), turn.before, turn.outcome)
    sentences = [each for beat in beats if beat.kind != "line" for each in sentences_in(beat.text)]
    assert [each for each in sentences if _guard(*commands).scene(each)] == []


@pytest.mark.parametrize("commands", [(), ("往北",), ("把信给琼",), ("往里",), ("往里", "往上", "拿铁钥匙")])
def test_in_chinese_too(commands: tuple[str, ...]) -> None:
    turn = turn_of(*commands, world=CHINESE)
    beats = beats_of(CHINESE, sentences_for("zh"), turn.before, turn.outcome)
    sentences = [each for beat in beats if beat.kind != "line" for each in sentences_in(beat.text)]
    assert [each for each in sentences if _guard(*commands, world=CHINESE).scene(each)] == []


def test_a_world_in_a_language_without_lists_is_judged_by_what_needs_none() -> None:
    guard = Guard(FRENCH, sentences_for("en"), turn_of())
    assert guard.scene("La roue tourne.") is None
    assert guard.scene("{roue}") == Verdict("scaffold", "{")
    assert guard.scene("La roue tourne, la roue tourne, la roue tourne.") == Verdict("loop")


def test_an_empty_sentence_offends_nobody() -> None:
    assert _guard().scene("") is None
    assert _guard("talk to joan").line("", "joan") is None


PIECES = [
    "—he ",
    "She",
    "you",
    "’",
    "“",
    '"',
    "«",
    ":",
    "，",
    "。",
    "他",
    "你",
    "Joan",
    "琼",
    "I",
    " ",
    "the key",
    "铁钥匙",
    "\n",
    "it's",
    "A B C D",
    "没有",
    "not",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map("".join))
def test_whatever_a_model_writes_is_judged(text: str) -> None:
    for guard, speaker in ((_guard(), "joan"), (_guard(world=CHINESE), "joan")):
        guard.scene(text, [text])
        guard.line(text, speaker, ["", text])


def test_every_rule_is_asked_once() -> None:
    assert len(set(RULES)) == len(RULES) == 14
