"""Words weighed against a text: what is explained, and what is held."""

from __future__ import annotations

from game.story.sentences import sentences_for
from game.story.understanding.gist.senses import Part, lexicon, parts_of
from game.story.understanding.gist.weighing import Weight, share, weigh
from game.story.understanding.tokens import tokens

ZH = lexicon(sentences_for("zh"))


def parts(words: str) -> tuple[Part, ...]:
    """Return the parts of words that are not light."""
    return tuple(part for part in parts_of(ZH, {}, tokens(words)) if not part.is_light)


def weighed(words: str, text: str, *, told: str = "") -> Weight:
    """Return how words and a text fit."""
    return weigh(parts(words), parts(text), told=tokens(told))


def test_words_of_the_same_senses_are_explained_and_hold_all() -> None:
    assert weighed("掏硬币", "付便士").both == 2


def test_words_of_other_senses_are_not_explained() -> None:
    assert weighed("撕信", "付便士").both == 0


def test_what_is_told_besides_explains_two_characters_in_a_row() -> None:
    assert 0 < weighed("蝙蝠", "付便士", told="一只蝙蝠").explained < 1


def test_a_noun_weighs_more_than_a_deed() -> None:
    assert weighed("付灯", "灯").explained > weighed("付灯", "付").explained


def test_a_sense_that_needs_no_explaining_is_explained() -> None:
    (part,) = (Part(tokens("罗斯"), frozenset({"rose"})),)
    assert share(part, (), known=frozenset({"rose"})) == 1


def test_nothing_explains_nothing() -> None:
    assert weigh((), ()).both == 0
