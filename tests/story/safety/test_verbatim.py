"""Texts that must not be repeated word for word."""

from __future__ import annotations

import pytest

from game.story.safety.verbatim import NOTHING_PROTECTED, Protected

POEM = (
    "The owl came down to the quiet shore and asked the tide for the time, and the tide, being rude as ever, said four."
)
CHINESE = "夜里猫头鹰落在安静的岸边，向潮水打听时辰；潮水没有礼貌，只说四点，就再也不肯开口，一直到天亮。"
GUARD = Protected([POEM, CHINESE])


def words(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


def test_twelve_words_in_a_row_may_be_repeated_and_thirteen_may_not() -> None:
    assert not GUARD.are_repeated(words(POEM, 12))
    assert GUARD.are_repeated(words(POEM, 13))


def test_twenty_four_characters_in_a_row_may_be_repeated_and_one_more_may_not() -> None:
    assert not GUARD.are_repeated("夜里猫头鹰落在安静的岸边，向潮水打听时辰；潮水没有礼")
    assert GUARD.are_repeated("夜里猫头鹰落在安静的岸边，向潮水打听时辰；潮水没有礼貌")


@pytest.mark.parametrize("text", [POEM.upper(), POEM.replace(" ", "\n"), POEM.replace(",", " — "), f"So: {POEM}!"])
def test_case_spaces_and_signs_make_no_difference(text: str) -> None:
    assert GUARD.are_repeated(text)


def test_the_row_may_have_begun_in_what_was_shown() -> None:
    first, second = words(POEM, 8), " ".join(POEM.split()[8:14])
    assert not GUARD.are_repeated(second)
    assert GUARD.are_repeated(second, after=f"Rain. {first}")


def test_a_word_between_parts_the_row() -> None:
    assert not GUARD.are_repeated(f"{words(POEM, 9)} again {' '.join(POEM.split()[9:20])}")


def test_the_most_words_can_be_fewer() -> None:
    assert Protected([POEM], most=1).are_repeated("an owl came by, the quiet shore")
    assert not Protected([POEM], most=1).are_repeated("down shore tide")


def test_a_text_shorter_than_the_row_protects_nothing() -> None:
    assert not Protected(["The owl came down."]).are_repeated("The owl came down.")


def test_nothing_protected_is_false() -> None:
    assert not NOTHING_PROTECTED
    assert GUARD


def test_two_that_protect_hold_each_by_its_own_number() -> None:
    both = GUARD.joined(Protected(["salt on the sill"], most=2))
    assert both.are_repeated("Salt on the floor.")
    assert not both.are_repeated("The owl came down to the shore.")
    assert both.are_repeated(POEM)
