"""Conditions: what they mean, and how their mistakes are located."""

from __future__ import annotations

import pytest

from game.rules.apply import begin_run
from game.rules.expressions import compile_condition, compile_expression
from game.rules.names import ExpressionError
from game.rules.parsing import MAX_LENGTH
from tests.kit import inn

WORLD = inn()
STATE = begin_run(WORLD, 7).state


@pytest.mark.parametrize(
    "source",
    [
        "at(hall)",
        "not at(yard)",
        "coins == 3 and not paid",
        "paid or coins >= 3",
        "here(lamp) and here(anna)",
        "not has(lamp)",
        "place(lamp) == hall",
        "place(anna) != nowhere",
        "mood(anna) == 'tired'",
        'mood(anna) == "tired"',
        "trust(anna) == 0",
        "visited(hall) and not visited(yard)",
        "seen(bill) and not chosen(pay)",
        "begun(bed) and not done(bed)",
        "not met(anna) and not revealed(guest) and not examined(lamp)",
        "not ended(sleep)",
        "coins * 2 + 1 == 7 and coins // 2 == 1 and coins % 2 == 1",
        "coins // 0 == 0 and coins % 0 == 0",
        "-coins < 0",
        "time == 0 and turn == 0",
        "true and not false",
        "  at(hall)",
        "hour != 'a=b' and hour != \"it's = so\"",
        "coins < 1000000000000",
    ],
)
def test_a_condition_that_holds_at_the_start(source: str) -> None:
    assert compile_condition(source, WORLD.names).holds(STATE)


@pytest.mark.parametrize(
    ("source", "message", "column"),
    [
        ("", "empty", 0),
        ("coins", "true or false", 0),
        ("coin == 3", "no fact or id 'coin'", 0),
        ("paid and att(hall)", r"no 'att\(…\)'", 9),
        ("at(hal)", "no place 'hal'", 3),
        ("at(lamp)", "no place 'lamp'", 3),
        ("at()", "takes the id of one place", 0),
        ("coins = 3", "write '=='", 6),
        ("mood(anna) >= 2", "less or more", 0),
        ("trust(anna) == 'high'", "a number is wanted", 15),
        ("1 < coins < 3", "two values at a time", 0),
        ("paid and coins", "true or false is wanted", 9),
        ("roll(6) == 1", "only an effect can roll", 0),
        ("paid.__class__", "no meaning", 0),
        ("[1][0] == 1", "no meaning", 0),
        ("(lambda: 1)()", "no meaning", 0),
        ("'a' * 3 == 'aaa'", "a number is wanted", 0),
        ("at(", "a bracket is not closed", None),
        ("3 ** 3 == 27", "no meaning", 0),
        ("1.5 == coins", "no meaning", 0),
        ("hour == '夜夜' and coin > 3", "no fact or id 'coin'", 17),
        ("hour == '夜夜' and coins > > 2", "rules can read", 25),
        ("  paid and )", "too many", 11),
        ("(paid and\n coin)", "no fact or id 'coin'", 11),
        ("(paid and\n 夜 == > 3)", "rules can read", 16),
        ("  (paid and\n 夜 == '夜' and coin)", "no fact or id '夜'", 13),
        ("hour == 'a=b' and coins = 3", "write '=='", 24),
        ("hour = 'a=b'", "write '=='", 5),
        ("hour == 'a = b", "rules can read", 8),
        (r"hour == 'a\x1bb'", "backslash", 10),
        ("coins == 0x" + "f" * 300, "1000000000000 is the most", 9),
        ("coins > -1000000000001", "1000000000000 is the most", 9),
    ],
)
def test_a_mistake_is_named_and_located(source: str, message: str, column: int | None) -> None:
    with pytest.raises(ExpressionError, match=message) as caught:
        compile_condition(source, WORLD.names)
    assert column is None or caught.value.column == column


def test_leading_spaces_do_not_move_the_caret() -> None:
    with pytest.raises(ExpressionError) as caught:
        compile_condition("   att(hall)", WORLD.names)
    assert caught.value.column == 3


def test_an_unknown_name_offers_candidates_of_the_right_kind() -> None:
    with pytest.raises(ExpressionError) as caught:
        compile_condition("at(hal)", WORLD.names)
    assert tuple(caught.value.candidates) == ("hall", "room", "yard", "cellar")


@pytest.mark.parametrize(
    "source", ["-" * 5_000 + "1", "(" * 390 + ")" * 9, "not " * 90 + "paid", "1" * (MAX_LENGTH + 1)]
)
def test_monsters_are_refused_without_harm(source: str) -> None:
    with pytest.raises(ExpressionError):
        compile_condition(source + " == 1 and", WORLD.names)


def test_numbers_cannot_grow_without_end() -> None:
    source = " * ".join(["999999999"] * 30)
    assert compile_expression(source, WORLD.names).evaluate(STATE, None) == 10**12  # type: ignore[arg-type]


def test_equal_sources_are_equal_conditions() -> None:
    assert compile_condition("paid", WORLD.names) == compile_condition("paid", WORLD.names)
