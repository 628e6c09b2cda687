"""Tables of texts, drawn from by the seed."""

from __future__ import annotations

import pytest

from game.errors import WorldError
from tests.kit import inn, play

SKY = inn("""
[table.skies]
draw = ["rain", { text = "snow", weight = 3 }, { text = "stars", when = "at(yard)", weight = 100 }]
[[rule]]
after = "wait"
do = ["hour = draw(skies)"]
""")


def drawn(*words: str, seed: int) -> str:
    return str(play(SKY, *words, "wait", seed=seed).state.facts["hour"])


def test_a_draw_is_the_same_for_the_same_seed() -> None:
    assert [drawn(seed=seed) for seed in range(9)] == [drawn(seed=seed) for seed in range(9)]


def test_weights_say_how_often() -> None:
    all_drawn = [drawn(seed=seed) for seed in range(200)]
    assert set(all_drawn) == {"rain", "snow"}
    assert 2.0 < all_drawn.count("snow") / all_drawn.count("rain") < 4.5


def test_a_condition_lets_a_text_in() -> None:
    assert [drawn("east", seed=seed) for seed in range(20)].count("stars") > 15


def test_a_table_without_a_fitting_text_draws_nothing() -> None:
    bare = inn(
        '[table.none]\ndraw = [{ text = "x", when = "false" }]\n[[rule]]\nafter = "wait"\ndo = ["hour = draw(none)"]'
    )
    assert play(bare, "wait").state.facts["hour"] == ""


@pytest.mark.parametrize(
    ("effect", "message"),
    [("hour = draw(skys)", "no table 'skys'"), ("coins = draw(skies)", "holds a number, but this is a text")],
)
def test_a_faulty_draw_is_located(effect: str, message: str) -> None:
    with pytest.raises(WorldError, match=message):
        inn(f'[table.skies]\ndraw = ["rain"]\n[[rule]]\nafter = "wait"\ndo = ["{effect}"]')


def test_a_condition_cannot_draw() -> None:
    with pytest.raises(WorldError, match="only an effect can draw"):
        inn('[table.skies]\ndraw = ["rain"]\n[[lore]]\ntext = "x"\nwhen = "hour == draw(skies)"')
