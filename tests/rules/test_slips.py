"""What other languages write: each is named with what to write here."""

from __future__ import annotations

import pytest

from game.rules.effects import compile_effect
from game.rules.expressions import compile_condition
from game.rules.names import ExpressionError
from tests.kit import inn

NAMES = inn().names


@pytest.mark.parametrize(
    ("source", "at", "said"),
    [
        ("paid && at(hall)", "&&", "write 'and'"),
        ("paid AND at(hall)", "AND", "write 'and'"),
        ("paid & paid", "&", "write 'and'"),
        ("paid || at(hall)", "||", "write 'or'"),
        ("!paid", "!", "write 'not'"),
        ("NOT paid", "NOT", "write 'not'"),
        ("coins => 3", "=>", "write '>='"),
        ("coins =< 3", "=<", "write '<='"),
        ("coins === 3", "===", "write '=='"),
        ("hour is 'night'", "is", "write '=='"),
        ("hour is not 'night'", "is not", "write '!='"),
        ("hour <> 'night'", "<>", "write '!='"),
        ("$coins > 1", "$", r"leave out the .\$."),
        ("coins / 2 > 1", "/", "write '//'"),
        ("hour == ‘night’", "‘", "straight quotation marks"),
        ("if paid", "if", "leave it out"),
        ("paid = true", "=", "write '=='"),
        ("anna.trust > 1", "anna.trust", r"write trust\(anna\)"),
        ("hour == night", "night", "a text stands in quotation marks, as 'night' then would"),
        ("paid == yes", "yes", "write true"),
        ("place(anna) == hal", "hal", "no fact or id 'hal'$"),
        ("at hall", "at hall", r"as in has\(lamp\)"),
        ("not has lamp and paid", "has lamp", r"as in has\(lamp\)"),
        ("(at(hall) and paid", "(at", "a bracket is not closed"),
        ("at(hall)) and paid", ")", "too many"),
        ("carries(lamp)", "carries", r"write has\(…\)"),
        ("random(6) > 2", "random", "an effect draws"),
        ("hour != 'you & I' and daypart == 'x'", "daypart", r"no \[clock\] to tell 'daypart'"),
    ],
)
def test_a_condition_of_another_language_says_what_to_write(source: str, at: str, said: str) -> None:
    with pytest.raises(ExpressionError, match=said) as caught:
        compile_condition(source, NAMES)
    assert source[caught.value.column :].startswith(at)


@pytest.mark.parametrize(
    ("source", "at", "said"),
    [
        ("coins++", "coins", r"write 'coins \+= 1'"),
        ("coins--", "coins", "write 'coins -= 1'"),
        ("trust(anna) + 1", "trust", r"write 'trust\(anna\) \+= 1'"),
        ("coins == 2", "coins", "sets with a single '='"),
        ("coins = 2; paid = true", ";", "a text of its own"),
        ("coins = 2, paid = true", ",", "a text of its own"),
        ("coins = 2 and trust(anna) += 1", "and", "a text of its own"),
        ("has(lamp) = true", "has", r"write place\(lamp\) = you"),
        ("at(yard) = true", "at", r"write place\(you\) = yard"),
        ("seen(bill) = false", "seen", "keep a fact"),
        ("done(bed) = true", "done", "its own condition"),
        ("hour = dawn", "dawn", "in quotation marks, as 'dawn' then would"),
        ("paid = no", "no", "write false"),
        ("place(lamp) = yrad", "yrad", "no fact or id 'yrad'$"),
    ],
)
def test_an_effect_of_another_language_says_what_to_write(source: str, at: str, said: str) -> None:
    with pytest.raises(ExpressionError, match=said) as caught:
        compile_effect(source, NAMES)
    assert source[caught.value.column :].startswith(at)
