"""What counts as right, and which bounds are suggested."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.actions import Action, Go, Take
from game.story.choosing.chooser import Scored
from game.story.model import Bounds
from game.story.offers import Offer
from tests.bench.voice.choosing import Heard, Verdict, calibrated
from tests.story.phrasings.corpus import Phrasing

BOUNDS = Bounds(least=2.0, margin=1.0, asked=0.0)
LAMP, NORTH = Offer("Take the lamp", Take("lamp")), Offer("Go north", Go("north"))


def heard(score: float, *, means: Action | None = None, words: str = "nab it") -> Heard:
    """Return a phrasing that the classic commands leave open."""
    phrasing = Phrasing("en", "inn", (), words, (), "one" if means else "nothing")
    return Heard(phrasing, means, "missed" if means else "right", (Scored(LAMP, score), Scored(NORTH, -9.0)))


@pytest.mark.parametrize(
    ("each", "verdict"),
    [
        (heard(3.0, means=Take("lamp")), "right"),
        (heard(3.0, means=Go("north")), "wrong"),
        (heard(1.0, means=Go("north")), "asked"),
        (heard(-1.0, means=Go("north")), "missed"),
        (heard(-1.0), "right"),
        (heard(1.0), "asked"),
        (heard(3.0), "wrong"),
        (Heard(heard(0.0).phrasing, None, "wrong"), "wrong"),
        (replace(heard(1.0), phrasing=replace(heard(1.0).phrasing, kind="asks")), "right"),
    ],
)
def test_it_is_right_asked_missed_or_wrong(each: Heard, verdict: Verdict) -> None:
    assert each.verdict(BOUNDS) == verdict


def test_without_a_model_what_is_open_is_missed() -> None:
    assert heard(3.0, means=Take("lamp")).verdict(None) == "missed"


def test_bounds_part_what_is_meant_from_what_is_not() -> None:
    words = [str(number) for number in range(200)]
    rows = [heard(2.5, means=Take("lamp"), words=each) for each in words]
    rows += [heard(1.5, words=f"not {each}") for each in words]
    bounds = calibrated(rows, BOUNDS)
    assert 1.5 < bounds.least <= 2.5
    assert {each.verdict(bounds) for each in rows} == {"right"}
