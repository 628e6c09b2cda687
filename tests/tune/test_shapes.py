"""The shape of examples."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.tune.examples import Example, Saying
from game.tune.shapes import misshapen
from tests.tune.made import ALL, AMBIENCE, CHOOSING, LINE, RETELLING, TELLING


@pytest.mark.parametrize("example", ALL)
def test_a_good_example_has_a_good_shape(example: Example) -> None:
    assert not list(misshapen(example))


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (replace(AMBIENCE, tell="Rain ticks on the slates, on and on"), "it does not end where a sentence ends"),
        (replace(AMBIENCE, tell="Rain ticks. It stops on the slates."), "it has 2 sentences"),
        (replace(AMBIENCE, tell="Rain falls."), "it has 2 words"),
        (replace(AMBIENCE, tell="Rain ticks on the\nold slates."), "a text has spaces around it, or lines in it"),
        (replace(AMBIENCE, place=" mill"), "a text has spaces around it, or lines in it"),
        (replace(LINE, tell="Odo shrugs."), "nothing is told, or nothing of it is spoken"),
        (replace(LINE, tell=f'"No{" no" * 45}."'), "it has 46 words"),
        (replace(RETELLING, tell=""), "nothing is told, or nothing of it is spoken"),
        (replace(TELLING, tell="The forge is cold. " * 6), "it has 6 sentences"),
        (replace(CHOOSING, can=("Take the rope", "Take the rope")), "'Take the rope' can be done twice"),
        (replace(CHOOSING, said=(Saying("go", None), Saying("Go!", None))), "'go' is said twice"),
        (replace(CHOOSING, said=(Saying("go", "Go"),)), "'go' means 'Go', which cannot be done"),
        (replace(CHOOSING, said=(Saying(" ", None),)), "nothing is said"),
    ],
)
def test_another_shape_is_named(example: Example, said: str) -> None:
    assert said in list(misshapen(example))
