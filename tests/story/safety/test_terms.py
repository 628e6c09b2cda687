"""Words and phrases found in their usual forms."""

from __future__ import annotations

import pytest

from game.story.safety.terms import Terms, spelled

TERMS = Terms(
    ["spider", "cobweb*", "slit * throat", "self harm*", "the colour of rust", "box", "蜘蛛", "割断喉咙"],
    harmless=["spider crab", "蜘蛛抱蛋"],
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A spider, and no more.", "spider"),
        ("SPIDERS everywhere.", "SPIDERS"),
        ("The spider’s thread.", "spider’s"),
        ("Cobwebbed corners.", "Cobwebbed"),
        ("He slit her throat.", "slit her throat"),
        ("A scar of self-harming.", "self-harming"),
        ("All of it\nthe colour\nof rust.", "the colour\nof rust"),
        ("Two boxes.", "boxes"),
        ("墙角有一只蜘蛛。", "蜘蛛"),
        ("有spider在爬。", "spider"),
    ],
)
def test_a_term_is_found_in_its_forms(text: str, words: str) -> None:
    assert TERMS.first_in(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Spiderman? No.",
        "He slit, her throat dry, a letter.",
        "A spider crab walks.",
        "角落里养着蜘蛛抱蛋。",
        "Rust of the colour.",
        "",
    ],
)
def test_what_is_no_term_is_not_found(text: str) -> None:
    assert not TERMS.first_in(text)


def test_what_is_harmless_hides_only_itself() -> None:
    assert TERMS.first_in("A spider crab, and a spider.") == "spider"


@pytest.mark.parametrize("text", ["ｓｐｉｄｅｒ", "sp\u200bider", "SPIDER"])
def test_letters_in_other_dress_are_the_same_letters(text: str) -> None:
    assert TERMS.first_in(text)


def test_a_term_is_hidden_where_it_stands() -> None:
    assert TERMS.hidden("Look closely at the silver spider") == "Look closely at the silver …"
    assert TERMS.hidden("拿起银蜘蛛（大）") == "拿起银…（大）"
    assert TERMS.hidden("Look at the lamp") == "Look at the lamp"


def test_a_term_in_disguise_hides_the_whole() -> None:
    assert TERMS.hidden("the ｓｐｉｄｅｒ brooch") == "…"


def test_no_terms_are_found_nowhere() -> None:
    assert Terms(["", " ", "*"]).first_in("a * b") == ""


def test_a_term_is_spelled_without_its_sign() -> None:
    assert spelled("cobweb*") == "cobweb"
