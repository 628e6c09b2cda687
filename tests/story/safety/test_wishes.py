"""What is asked to be kept from a player, as filters."""

from __future__ import annotations

import pytest

from game.story.safety.filter import Withheld
from game.story.safety.lists import house_lists
from game.story.safety.ratings import is_above
from game.story.safety.wishes import MOST_BANNED, Wishes, wishes_for

ASKED = wishes_for("teen", house_lists(), lines=("spiders", "the sea wall"), veils=("血",)).limits()


def test_nothing_asked_is_nothing_kept_back() -> None:
    limits = Wishes().limits()
    assert not any((limits.typed, limits.author, limits.model, limits.banned))


@pytest.mark.parametrize(
    ("sentence", "withheld"),
    [
        ("A spider waits.", Withheld("line", "spider")),
        ("一只蜘蛛。", Withheld("line", "蜘蛛")),
        ("Under the sea wall.", Withheld("line", "the sea wall")),
        ("There is blood on it.", Withheld("veil", "blood")),
        ("Rain.", None),
    ],
)
def test_lines_and_veils_hold_for_author_and_model(sentence: str, withheld: Withheld | None) -> None:
    assert ASKED.author.check(sentence) == ASKED.model.check(sentence) == withheld


def test_a_rating_holds_for_the_model_alone() -> None:
    assert ASKED.model.check("Shit happens.") == Withheld("rating", "Shit")
    assert ASKED.author.check("Shit happens.") is None


def test_the_hosts_rules_hold_for_everybody() -> None:
    for each in (ASKED.typed, ASKED.author, ASKED.model):
        assert each.check("A naked child.") == Withheld("rules", "naked")


def test_lines_and_veils_are_no_rule_for_what_is_typed() -> None:
    assert ASKED.typed.check("kill the spider") is None


def test_a_milder_rating_lets_a_model_say_less() -> None:
    sentence = "They killed him."
    said = [wishes_for(each, house_lists()).limits().model.check(sentence) for each in ("everyone", "mature", "adult")]
    assert said == [Withheld("rating", "killed"), None, None]


def test_short_words_of_lines_are_banned_in_both_numbers() -> None:
    assert ("spider" in ASKED.banned, "spiders" in ASKED.banned, "the sea wall" in ASKED.banned) == (True, True, True)
    assert "blood" not in ASKED.banned


def test_no_more_is_banned_than_a_model_can_heed() -> None:
    everything = tuple(house_lists().categories)
    assert len(wishes_for("teen", house_lists(), lines=everything).limits().banned) == MOST_BANNED


@pytest.mark.parametrize(
    ("rating", "ceiling", "above"),
    [
        ("teen", "teen", False),
        ("mature", "teen", True),
        ("everyone", "everyone", False),
        ("adult", "mature", True),
        ("odd", "mature", True),
    ],
)
def test_a_world_is_above_a_ceiling_or_not(rating: str, ceiling: str, above: bool) -> None:
    assert is_above(rating, ceiling) == above  # type: ignore[arg-type]
