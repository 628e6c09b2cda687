"""A word weighs the more the fewer pieces hold it, and words that say nothing are left out."""

from __future__ import annotations

from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.pieces import Pieces, telling_words

EN = lexicon_of("en")


def test_a_word_of_one_piece_weighs_one_and_a_word_of_all_nothing() -> None:
    pieces = Pieces.of(["The bell rings.", "The bell hangs."], ["The bell cracks."], EN)
    assert pieces.weigh(telling_words("cracks", "en")) == 1
    assert pieces.weigh(telling_words("bell", "en")) == 0


def test_words_that_say_nothing_by_themselves_are_left_out() -> None:
    assert telling_words("And this is what there would be for them.", "en") == frozenset()


def test_chinese_is_told_by_characters_and_pairs_of_them() -> None:
    assert telling_words("谷仓的火", "zh") == {"谷", "仓", "火", "谷仓"}


def test_words_that_come_to_the_same_are_one() -> None:
    assert telling_words("an arsonist", "en") == telling_words("she burned", "en")


def test_names_weigh_half() -> None:
    pieces = Pieces.of(["The bell rings."], ["Joan cracks it."], EN, frozenset({"joan"}))
    assert pieces.weights["joan"] == pieces.weights["crack"] / 2


def test_what_is_peculiar_is_what_no_open_piece_has() -> None:
    pieces = Pieces.of(["The bell rings."], ["The bell cracks."], EN)
    assert pieces.peculiar(frozenset({"bell", "crack"})) == pieces.weights["crack"]
