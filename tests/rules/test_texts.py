"""Texts with pieces within braces."""

from __future__ import annotations

import pytest

from game.errors import WorldError
from game.loader.load import parse_world
from game.rules.names import ExpressionError, Names
from game.rules.state import State
from game.rules.texts import compile_variant
from game.story.beats import beats_of
from game.story.sentences import sentences_for
from tests.kit import INN, play, step

NAMES = Names(facts={"angry": False, "coins": 3, "sky": "grey"})


def read(text: str, **facts: object) -> str:
    state = State(seed=1, place="hall", facts={**NAMES.facts, **facts})  # type: ignore[dict-item]
    return compile_variant(text, NAMES, owner="hall").read(state)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("You have {coins} coins under a {sky} sky.", "You have 3 coins under a grey sky."),
        ("You have {coins - 1} left.", "You have 2 left."),
        ("{angry: He spits. | He nods.}", "He nods."),
        ("{coins == 3 and sky == 'grey': All of it. | Less.}", "All of it."),
        ("He waits. {angry: He spits.} He goes.", "He waits. He goes."),
        ("One.\n\n{angry: He spits.}\n\nTwo.", "One.\n\nTwo."),
        ("He nods{not angry:, once}.", "He nods, once."),
        ("{not angry: He says: no.}", "He says: no."),
        ("A {{brace}} and {coins}.", "A {brace} and 3."),
        ("{sky == 'a:b': odd | even}", "even"),
        ("no  pieces", "no  pieces"),
    ],
)
def test_pieces_read_as_the_state_says(text: str, shown: str) -> None:
    assert read(text) == shown


def test_the_other_wording_is_read_when_the_state_changes() -> None:
    assert read("{angry: He spits. | He nods.}", angry=True) == "He spits."


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("You {angry}.", "true or false", 5),
        ("You {coin}.", "no fact or id 'coin'", 5),
        ("You {angry: a | b | c}.", "two wordings", 11),
        ("You {coins: a}.", "a condition is true or false", 5),
        ("You } go.", "no partner", 4),
        ("You {go.", "no partner", 4),
        ("You {{go} on.", "no partner", 8),
    ],
)
def test_a_faulty_piece_is_located(text: str, message: str, column: int) -> None:
    with pytest.raises(ExpressionError, match=message) as caught:
        read(text)
    assert caught.value.column == column


def test_first_is_refused_where_nothing_remembers_it() -> None:
    with pytest.raises(ExpressionError, match="'first' works in the look of a place"):
        compile_variant("{first: New. | Old.}", NAMES)


def test_a_fault_within_a_text_is_shown_in_its_line() -> None:
    faulty = INN.replace('look = "Rain."', "look = '''\nRain.\nMore {rain}.'''")
    with pytest.raises(WorldError, match=r"W012.*no fact or id 'rain'[^|]*inn.toml:\d+:7\n"):
        parse_world(faulty, name="inn.toml")


WORLD = parse_world(INN.replace('look = "Rain."', 'look = "{first: Rain, and a gate. | Rain.}"'))


def shown(*words: str) -> str:
    *before, last = words
    state = play(WORLD, *before).state
    outcome = step(WORLD, state, last)
    return beats_of(WORLD, sentences_for("en"), state, outcome)[-1].text


def test_a_place_reads_differently_the_second_time() -> None:
    assert shown("east") == "Rain, and a gate."
    assert shown("east", "look") == "Rain."
    assert shown("east", "west", "east") == "Rain."
    assert play(WORLD, "east").state.told == {"yard": 1}
    assert not play(WORLD, "look").state.told
