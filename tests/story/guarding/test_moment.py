"""A turn as the rules look at it: who is here, what is held, what may be told."""

from __future__ import annotations

from game.loader.load import parse_world
from game.story.guarding.secrets import betrayed
from tests.story.guarding.stage import CHINESE, ENGLISH, MILL, moment_of, reason_of

LEAVING = parse_world(
    MILL.replace(
        'says = ["I grind',
        'schedule = [{ at = "lane", when = "time >= 1", leave = "Joan goes out." }]\nsays = ["I grind',
    ),
    name="mill.toml",
)


def test_who_is_in_the_place_is_here() -> None:
    assert moment_of().people == {"joan"}
    assert moment_of("go in").people == frozenset()


def test_who_leaves_was_here_and_is_gone() -> None:
    moment = moment_of("wait", world=LEAVING)
    assert moment.people == {"joan"}
    assert moment.gone == {"joan"}


def test_what_was_given_away_was_held_and_is_not_kept() -> None:
    moment = moment_of("give letter to joan")
    assert "letter" in moment.held
    assert "letter" not in moment.kept


def test_the_ways_are_those_of_the_place() -> None:
    assert moment_of("go in").ways == {"floor", "yard", "loft"}


def test_a_word_is_grounded_in_any_of_its_forms() -> None:
    assert moment_of().ground.has("wheels")
    assert moment_of().ground.has("turned")
    assert not moment_of().ground.has("anvil")


def test_the_author_says_what_the_player_is() -> None:
    assert moment_of().roles == ("surveyor",)
    assert moment_of(world=CHINESE).roles == ("测量员",)


def test_names_of_the_dead_are_known_by_their_capitals() -> None:
    assert "Bram" in moment_of().proper


def test_what_the_player_says_opens_no_secret() -> None:
    assert reason_of(betrayed, "She pays the insurance.", "ask joan about the insurance") == "secret"


def test_a_secret_that_is_open_is_none() -> None:
    assert moment_of("give letter to joan").keys == frozenset()
    assert moment_of().keys == {"insurance"}


def test_the_mill_is_the_same_in_both_languages() -> None:
    for table in ("places", "things", "people"):
        assert getattr(ENGLISH, table).keys() == getattr(CHINESE, table).keys()
