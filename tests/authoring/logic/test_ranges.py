"""What everything may be in any play."""

from __future__ import annotations

import pytest

from game.authoring.logic.ranges import Ranges, settings_of
from game.authoring.logic.values import EITHER, NO, YES, Values, between, one_of
from game.rules.expressions import MAX_NUMBER
from tests.authoring.logic.worlds import survey

WORLD = survey()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("weather", one_of(["fog", "", "clear", "storm"])),
        ("luck", between(0, 4)),
        ("level", between(-MAX_NUMBER, 9)),
        ("calm", EITHER),
        ("mood(anna)", one_of(["tired", "dozing"])),
        ("trust(anna)", between(0, MAX_NUMBER)),
        ("place(anna)", one_of(["hall", "yard"])),
        ("place(table)", one_of(["hall"])),
        ("minute", one_of([0, 20, 40])),
        ("daypart", one_of(["dusk", "late"])),
        ("day", between(1, MAX_NUMBER)),
        ("visited(hall)", YES),
        ("visited(room)", EITHER),
        ("closed(lamp)", NO),
        ("locked(chest)", EITHER),
        ("worn(coin)", EITHER),
    ],
)
def test_a_range_is_what_effects_and_verbs_can_make_of_it(name: str, values: Values) -> None:
    assert WORLD.ranges(name) == values


def test_what_can_be_carried_can_be_anywhere() -> None:
    assert all(where in WORLD.ranges("place(lamp)") for where in ("you", "nowhere", "cellar", "anna", "chest"))


@pytest.mark.parametrize(
    ("effects", "values"),
    [
        (["coins = 7", "coins = -2"], one_of([3, 7, -2])),
        (["coins += 2"], between(3, MAX_NUMBER)),
        (["coins -= roll(6)"], between(-MAX_NUMBER, 3)),
        (["coins += -1", "coins = 9"], between(-MAX_NUMBER, 9)),
        (["coins = luck + 1"], between(-MAX_NUMBER, MAX_NUMBER)),
        (["coins = roll(luck)"], between(1, MAX_NUMBER)),
    ],
)
def test_numbers_go_where_their_effects_take_them(effects: list[str], values: Values) -> None:
    ranges = Ranges(WORLD.world, settings_of(effects))
    least, most = values.ends
    assert ranges("coins").ends == (min(least, 3), max(most, 3))


def test_nothing_is_said_of_a_fact_that_no_effect_sets() -> None:
    assert Ranges(WORLD.world, {})("paid") == EITHER
    assert "anything" in Ranges(WORLD.world, {})("weather")
