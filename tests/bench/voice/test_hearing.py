"""What counts as right, and where phrasings are left open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.actions import Action, Go, Take
from game.story.choosing.chooser import Scored
from game.story.model import Bounds
from game.story.offers import Offer
from tests.bench.voice.hearing import Heard, Verdict, hear, left_open
from tests.story.phrasings.corpus import Phrasing

BOUNDS = Bounds(sure=0.8, asked=0.5)
LAMP, NORTH = Offer("Take the lamp", Take("lamp")), Offer("Go north", Go("north"))


def heard(score: float, *, means: tuple[Action, ...] = (), words: str = "nab it") -> Heard:
    """Return a phrasing that the classic commands leave open."""
    phrasing = Phrasing("en", "inn", (), words, (), "one" if means else "nothing")
    return Heard(phrasing, means, "missed" if means else "right", (Scored(LAMP, score), Scored(NORTH, -9.0)))


@pytest.mark.parametrize(
    ("each", "verdict"),
    [
        (heard(3.0, means=(Take("lamp"),)), "right"),
        (heard(3.0, means=(Go("north"),)), "wrong"),
        (heard(1.0, means=(Go("north"),)), "asked"),
        (heard(-1.0, means=(Go("north"),)), "missed"),
        (heard(-1.0), "right"),
        (heard(1.0), "asked"),
        (heard(3.0), "wrong"),
        (heard(3.0, means=(Take("lamp"), Go("north"))), "missed"),
        (replace(heard(3.0, means=(Go("north"), Take("lamp"))), done=(Go("north"),)), "right"),
        (replace(heard(3.0, means=(Take("lamp"),)), done=(Go("north"),)), "wrong"),
        (Heard(heard(0.0).phrasing, (), "wrong"), "wrong"),
        (replace(heard(1.0), phrasing=replace(heard(1.0).phrasing, kind="asks")), "right"),
    ],
)
def test_it_is_right_asked_missed_or_wrong(each: Heard, verdict: Verdict) -> None:
    assert each.verdict(BOUNDS) == verdict


def test_without_a_model_the_words_decide_alone() -> None:
    each = heard(3.0, means=(Take("lamp"),))
    assert each.verdict_alone == "missed"
    assert replace(each, alone=each.likely).verdict_alone == "right"


def test_a_question_holds_what_is_meant_or_does_not() -> None:
    assert heard(1.0, means=(Take("lamp"),)).is_held(BOUNDS)
    assert not heard(1.0, means=(Go("north"),)).is_held(BOUNDS)
    assert not heard(3.0, means=(Take("lamp"),)).is_held(BOUNDS)


def test_a_phrasing_is_left_open_after_what_the_classic_commands_do() -> None:
    words = "take the lamp, then take the zorble"
    where = left_open(Phrasing("en", "orchard", (), words, (), "nothing"))
    assert where is not None
    assert where.command == "take the zorble"
    assert [type(each) for each in where.done] == [Take]


def test_what_the_classic_commands_understand_is_not_left_open() -> None:
    understood = Phrasing("en", "orchard", (), "take the tin lamp", ("take the tin lamp",), "one")
    assert left_open(understood) is None
    (each,) = hear([understood], None)
    assert (each.classic, each.likely) == ("right", ())
