"""Banned phrases, found in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.llm.worker.bans import Bans, Match


def found(text: str, *phrases: str, start: int = 0) -> list[Match]:
    return Bans(phrases).matches(text, start)


def test_a_phrase_is_whole_when_its_last_word_has_ended() -> None:
    assert found("It was a testament to", "a testament to") == [(7, "spelled")]
    assert found("It was a testament to ", "a testament to") == [(7, "whole")]


@pytest.mark.parametrize("text", ["a testament today", "a testament too.", "data testament to us"])
def test_words_that_only_hold_a_phrase_are_no_phrase(text: str) -> None:
    assert not found(text, "a testament to")


def test_a_phrase_may_have_begun_at_the_end_of_a_text() -> None:
    assert found("fog, a test", "a testament to") == [(5, "begun")]
    assert found("fog, a ", "a testament to") == [(5, "begun")]
    assert not found("fog, a tent", "a testament to")


@pytest.mark.parametrize(
    "text",
    ["CAN’T HELP BUT ", "can't\u00a0help  but ", "Can‘t\nhelp but\u2009", "can't h\u00adelp but.", "ｃan't help but "],
)
def test_case_and_kinds_of_signs_and_spaces_make_no_difference(text: str) -> None:
    assert found(f"You {text}", "can’t help but") == [(4, "whole")]


def test_dashes_are_one_kind() -> None:
    assert found("bone–white.", "bone-white") == [(0, "whole")]


def test_a_phrase_that_ends_in_a_sign_is_whole_at_once() -> None:
    assert found("And yet...", "and yet…") == [(0, "whole")]


def test_a_script_without_spaces_has_no_ends_of_words() -> None:
    assert found("他不禁笑了", "不禁") == [(1, "whole")]
    assert found("用ai做", "AI") == [(1, "whole")]


def test_the_letter_before_the_start_counts() -> None:
    assert not found("oxbow ", "bow", start=2)
    assert found("ox bow ", "bow", start=3) == [(3, "whole")]


def test_all_that_may_have_begun_is_found() -> None:
    assert found("once at a", "at a loss", "a loss of") == [(5, "begun"), (8, "begun"), (8, "begun")]


def test_nothing_is_banned_by_phrases_of_nothing() -> None:
    assert not Bans(["", " ", "\u200b"])


@given(st.text("ab ’'", max_size=20), st.lists(st.text("ab '", max_size=4), max_size=3))
def test_what_is_whole_had_begun_where_it_begins_at_every_letter_of_it(text: str, phrases: list[str]) -> None:
    bans = Bans(phrases)
    whole = [match.at for match in bans.matches(text, 0) if match.stage == "whole"]
    for at in whole:
        assert text[at].isspace() is False
        assert at in [match.at for match in bans.matches(text[: at + 1], 0)]
