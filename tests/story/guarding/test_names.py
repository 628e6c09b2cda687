"""Names are found with all that they can mean, the longest first, in either kind of script."""

from __future__ import annotations

from game.loader.load import parse_world
from game.story.guarding.names import names_of
from tests.story.guarding.stage import CHINESE, ENGLISH, MILL

BELL = parse_world(MILL + '[thing.bell]\nname = "Joan"\nat = "loft"\naliases = ["small bell"]\n', name="mill.toml")


def _found(text: str) -> list[tuple[str, ...]]:
    return [each.ids for each in names_of(ENGLISH).find(text.lower(), text)]


def test_a_name_is_found_without_its_article_and_in_the_plural() -> None:
    assert _found("The sealed letters lie in the mill yard.") == [("letter",), ("yard",)]


def test_a_name_of_two_is_both() -> None:
    assert [each.ids for each in names_of(BELL).find("joan rings")] == [("joan", "bell")]


def test_a_name_with_a_capital_is_not_the_word_without() -> None:
    assert _found("They joan about it.") == []


def test_chinese_names_need_no_spaces() -> None:
    assert [each.ids for each in names_of(CHINESE).find("琼把铁钥匙放进水槽")] == [("joan",), ("key",), ("trough",)]
