"""From tokens' bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.llm.worker.letters import Letters


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
