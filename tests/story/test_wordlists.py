"""Lists of words as they are written down."""

from __future__ import annotations

from game.story.wordlists import ways_to_say, written_lists


def test_each_way_to_put_words_together_is_written_out() -> None:
    assert list(ways_to_say("(go|walk) to")) == ["go to", "walk to"]
    assert list(ways_to_say("take … (out|)")) == ["take … out", "take …"]


def test_what_has_no_alternatives_stays_as_it_is() -> None:
    assert list(ways_to_say(" not (really) ")) == [" not (really) "]


def test_a_list_holds_each_word_once_and_is_hashed_as_a_tuple_is() -> None:
    words = written_lists({"go": ["go", "(go|walk)"]})["go"]
    assert words == ("go", "walk")
    assert hash(words) == hash(words) == hash(("go", "walk"))
