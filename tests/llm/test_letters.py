"""From tokens' bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.llm.worker.bans import Bans
from game.llm.worker.letters import Letters, Reach


def added(letters: Letters, *pieces: str | bytes) -> list[str]:
    return [letters.add(piece.encode() if isinstance(piece, str) else piece) for piece in pieces]


def test_a_character_waits_for_its_last_byte() -> None:
    assert added(Letters([]), b"a\xe2", b"\x82", b"\xac") == ["a", "", "€"]


def test_half_a_character_at_the_end_is_dropped() -> None:
    letters = Letters([])
    assert added(letters, b"a\xe2") == ["a"]
    assert letters.rest() == ""


def test_bytes_that_are_no_character_become_a_sign() -> None:
    assert added(Letters([]), b"a\xffb") == ["a\ufffdb"]


def test_a_text_ends_before_a_stop_string() -> None:
    letters = Letters(["\n\n"])
    assert added(letters, "Fog.\n\nMore") == ["Fog."]
    assert letters.stopped


def test_the_beginning_of_a_stop_string_is_held_back() -> None:
    letters = Letters(["END"])
    assert added(letters, "fog E", "N", "D") == ["fog ", "", ""]
    assert (letters.stopped, letters.rest()) == (True, "")


def test_what_only_looked_like_a_stop_string_is_told() -> None:
    assert added(Letters(["END"]), "E", "N", "N") == ["", "", "ENN"]


def test_what_was_held_back_is_told_when_nothing_follows() -> None:
    letters = Letters(["END"])
    assert added(letters, "fog EN") == ["fog "]
    assert letters.rest() == "EN"


def test_the_stop_string_that_is_complete_first_counts() -> None:
    assert added(Letters(["so later", "so"]), "and so later") == ["and "]


def test_an_empty_stop_string_stops_nothing() -> None:
    assert added(Letters([""]), "fog") == ["fog"]


@given(st.text("ab€", max_size=30), st.lists(st.text("ab€", min_size=1, max_size=4), max_size=3), st.integers(1, 3))
def test_a_text_is_cut_at_its_first_stop_string_however_it_comes(text: str, stops: list[str], size: int) -> None:
    letters = Letters(stops)
    stream = text.encode()
    came = ""
    for at in range(0, len(stream), size):
        if not letters.stopped:
            came += letters.add(stream[at : at + size])
    ends = [at for stop in stops if (at := text.find(stop)) >= 0]
    if not letters.stopped:
        came += letters.rest()
    assert (came, letters.stopped) == (expected(text, stops), bool(ends))


def expected(text: str, stops: list[str]) -> str:
    """Return a text up to the stop string that is complete first."""
    for end in range(len(text) + 1):
        found = [end - len(stop) for stop in stops if text[:end].endswith(stop)]
        if found:
            return text[: min(found)]
    return text


@pytest.mark.parametrize("stop", ["aab", "abab"])
def test_a_stop_string_that_begins_anew_within_itself_is_found(stop: str) -> None:
    letters = Letters([stop])
    assert "".join(added(letters, *("x" + stop[0] + stop))) == "x" + stop[0]


def banning(*phrases: str, stops: list[str] | None = None, reach: Reach = "phrase") -> Letters:
    return Letters(stops or [], Bans(phrases), reach=reach)


def test_nothing_of_the_token_is_told_with_which_a_banned_phrase_may_begin() -> None:
    letters = banning("a testament to")
    assert added(letters, "It is", " a", " test", ".") == ["It is", "", "", " a test."]


def test_a_banned_phrase_names_its_first_token_and_is_taken_back() -> None:
    letters = banning("a testament to")
    assert added(letters, "It is", " a", " testament", " to", " us") == ["It is", "", "", "", ""]
    assert letters.banned == 1
    letters.take_back()
    assert added(letters, " proof", ".") == [" proof", "."]


def test_a_word_that_grows_beyond_a_banned_one_is_told() -> None:
    assert added(banning("low"), "so low", "er", " ") == ["", "so lower", " "]


def test_a_text_that_ends_with_a_banned_phrase_is_not_told() -> None:
    letters = banning("so low")
    assert added(letters, "It is", " so", " low") == ["It is", "", ""]
    assert (letters.rest(), letters.banned) == ("", 1)


def test_a_banned_phrase_before_a_stop_string_counts_and_one_across_it_does_not() -> None:
    before, across = banning("so low", stops=["\n"]), banning("low\nsea", stops=["\n"])
    assert (added(before, "so", " low\nsea"), before.banned, before.stopped) == (["", ""], 0, False)
    assert (added(across, "low", "\nsea"), across.banned, across.stopped) == (["", "low"], None, True)


def test_the_beginnings_of_a_stop_string_and_of_a_banned_phrase_are_both_held_back() -> None:
    letters = banning("E so", stops=["END"])
    assert added(letters, "fog", " E", "N", "N") == ["fog", "", " ", "ENN"]


def test_a_character_that_tokens_split_is_taken_back_from_its_first_byte() -> None:
    letters = banning("€")
    assert added(letters, b"a\xe2", b"\x82", b"\xac") == ["", "", ""]
    assert letters.banned == 0
    letters.take_back()
    assert added(letters, b"a", "£") == ["a", "£"]


def test_half_a_character_before_a_phrase_is_whole_again_after_it() -> None:
    letters = banning("so")
    assert added(letters, b"a\xe2", b"\x82\xacso", ".") == ["", "a", ""]
    letters.take_back()
    assert added(letters, b"\x82\xac!") == ["€!"]


def test_where_only_the_last_token_can_be_changed_it_is_that_one_and_nothing_waits() -> None:
    letters = banning("a testament to", reach="token")
    assert added(letters, "It is a", " testament", " to") == ["It is a", " testament", ""]
    assert letters.banned == 2
    letters.take_back()
    assert added(letters, " of") == [" of"]


@given(st.text("ab €", max_size=20), st.integers(1, 3), st.lists(st.text("ab€ ", max_size=4), max_size=3))
def test_what_is_told_is_the_text_up_to_the_token_with_which_a_banned_phrase_begins(
    text: str, size: int, phrases: list[str]
) -> None:
    letters, came = banning(*phrases), ""
    tokens = [text.encode()[at : at + size] for at in range(0, len(text.encode()), size)]
    for token in tokens:
        came += letters.add(token) if letters.banned is None else ""
    came += letters.rest()
    banned = letters.banned
    letters.take_back()
    assert came + letters.rest() == b"".join(tokens[:banned]).decode(errors="ignore")
    assert (banned is None) == (Bans(phrases).matches(text + ".", 0) == [])


@pytest.mark.parametrize(
    ("text", "has_one"),
    [
        ("The fog", False),
        ("The fog lies.", False),
        ("The fog lies. ", False),
        ("The fog lies. I", True),
        ("“Go!” S", True),
    ],
)
def test_a_sentence_is_whole_when_something_follows_it(text: str, has_one: bool) -> None:
    letters = Letters(())
    letters.add(text.encode())
    assert letters.has_sentence is has_one


def test_by_sentence_nothing_is_given_but_whole_sentences() -> None:
    letters = Letters([], by_sentence=True)
    assert added(letters, "Fog", " falls", ".", " Rain", "!", " It") == ["", "", "Fog falls.", "", " Rain!", ""]
    assert letters.rest() == ""


def test_a_token_can_be_lost_where_nothing_of_it_was_given() -> None:
    letters = Letters([], by_sentence=True)
    added(letters, "Fog.", " It", " sea")
    assert letters.lose(2)
    letters.take_back()
    assert added(letters, " is", ".") == ["", " It is."]


def test_a_token_that_was_given_is_not_lost() -> None:
    letters = Letters([], by_sentence=True)
    added(letters, "Fog.")
    assert not letters.lose(0)
