"""Words by which a text is found: the same for a text and for what looks for it."""

from __future__ import annotations

import pytest

from game.story.terms import asked_in, terms_in


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The lens, the LENS!", ("the", "lens")),
        ("Wren’s boat is at sea.", ("wren", "boat", "sea")),
        ("Ａ ｆｅｒｒｙ", ("ferry",)),
        ("灯塔", ("灯", "塔", "灯塔")),
        ("钟，响了", ("钟", "响", "了", "响了")),
        ("Mira的灯", ("mira", "的", "灯", "的灯")),
        ("…!?", ()),
    ],
)
def test_a_text_is_found_by_its_words_and_pairs_of_characters(text: str, terms: tuple[str, ...]) -> None:
    assert terms_in(text) == terms


def test_who_looks_for_chinese_asks_for_pairs_alone() -> None:
    assert asked_in("灯塔") == ("灯塔",)
    assert asked_in("灯") == ("灯",)
    assert asked_in("the lamp 灯塔 钟") == ("the", "lamp", "灯塔", "钟")


def test_words_that_say_nothing_are_left_out() -> None:
    assert terms_in("take the lamp", ignoring={"take", "the"}) == ("lamp",)


def test_whatever_is_asked_for_is_a_term_of_the_text() -> None:
    text = "You gave Wren the storm lantern. 你把灯给了米拉。"
    assert set(asked_in(text)) <= set(terms_in(text))
