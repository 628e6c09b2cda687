"""Words as tokens, and phrases of them."""

from __future__ import annotations

from game.story.understanding.tokens import Phrases, spelled, tokens, written_out


def test_chinese_is_parted_into_characters_and_foreign_words_stay_whole() -> None:
    assert tokens("拿 the Lamp！") == ("拿", "the", "lamp")
    assert spelled(("拿", "the", "lamp")) == "拿the lamp"


def test_short_forms_are_written_out() -> None:
    short = {"do not ": ("don't ",), " what is ": (" what's ",)}
    assert written_out("Don’t go. What's that", short).split() == ["do", "not", "go.", "what", "is", "that"]


def test_the_longest_phrase_comes_first() -> None:
    assert [length for length, _ in Phrases(("put", "put down")).beginning(tokens("put down it"))] == [2, 1]


def test_a_gap_is_closed_around_the_noun() -> None:
    assert list(Phrases(("pick … up",)).beginning(tokens("pick the lamp up now"))) == [(2, ("the", "lamp", "now"))]


def test_nothing_stands_in_an_empty_gap() -> None:
    assert list(Phrases(("pick … up",)).beginning(tokens("pick up"))) == []


def test_a_phrase_is_found_at_either_end_and_within() -> None:
    polite = Phrases(("please", "if you please"))
    assert polite.at(tokens("please go"), 0) == 1
    assert polite.at_end(tokens("go if you please")) == 3
    assert polite.held_by(tokens("do please go"))
    assert not polite.held_by(tokens("go"))
