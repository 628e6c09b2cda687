"""Words without spaces as parts: the longest known ones, the light, and the strange."""

from __future__ import annotations

from game.story.sentences import sentences_for
from game.story.understanding.gist.senses import lexicon, parts_of, words_akin
from game.story.understanding.pieces import NAME, Meaning
from game.story.understanding.tokens import spelled, tokens

ZH = lexicon(sentences_for("zh"))


def parted(words: str) -> list[str]:
    """Return the parts of words that are not light."""
    return [spelled(each.said) for each in parts_of(ZH, {}, tokens(words)) if not each.is_light]


def test_the_longest_word_that_is_known_is_one_part() -> None:
    assert parted("把硬币掏出来") == ["硬币", "掏", "出来"] or parted("把硬币掏出来") == ["硬币", "掏"]


def test_strange_characters_in_a_row_are_one_part() -> None:
    assert parted("蝙蝠") == ["蝙蝠"]


def test_words_that_mean_much_the_same_share_a_sense() -> None:
    one, other = (parts_of(ZH, {}, tokens(word))[0] for word in ("称一称", "过秤"))
    assert one.senses & other.senses


def test_a_name_has_the_sense_of_what_bears_it_and_of_its_noun() -> None:
    (part,) = parts_of(ZH, {tokens("铁皮灯"): Meaning(NAME, frozenset({"lamp"}))}, tokens("铁皮灯"))
    assert {"lamp", "=lamp"} <= part.senses


def test_a_strange_word_may_mean_what_it_ends_with() -> None:
    (part,) = parts_of(ZH, {}, tokens("蝙蝠酒"))[-1:]
    assert "=liquor" in part.senses


def test_the_words_akin_to_a_text_are_those_of_its_senses() -> None:
    assert tokens("过秤") in words_akin(sentences_for("zh"), tokens("先称一称"))
