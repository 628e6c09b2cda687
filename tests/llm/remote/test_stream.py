"""What is in a stream, and what is passed over."""

from __future__ import annotations

from typing import Any

import pytest

from game.llm.remote.stream import Echo, Usage, reason_in, text_in, usage_in
from tests.llm.remote.acting import delta, finish


def test_a_piece_of_text_and_a_reason_are_found() -> None:
    assert (text_in(delta("Fog.")), reason_in(delta("Fog."))) == ("Fog.", "")
    assert (text_in(finish("length")), reason_in(finish("length"))) == ("", "length")


@pytest.mark.parametrize(
    "value",
    [
        None,
        42,
        "text",
        [],
        {},
        {"choices": []},
        {"choices": None},
        {"choices": [None]},
        {"choices": [{"delta": None}]},
        {"choices": [{"delta": {"content": None}, "finish_reason": 3}]},
        {"choices": [{"delta": {"reasoning_content": "Let me think"}}]},
        {"usage": None},
        {"usage": {"prompt_tokens": "many"}},
    ],
)
def test_what_is_not_as_it_should_be_is_passed_over(value: Any) -> None:
    assert (text_in(value), reason_in(value), usage_in(value)) == ("", "", None)


@pytest.mark.parametrize(
    ("details", "cached"),
    [({}, 0), ({"cached_tokens": 30}, 30), ({"cached_tokens": None}, 0), ({"cached_tokens": 99}, 40)],
)
def test_what_a_reply_has_cost_is_found(details: dict[str, Any], cached: int) -> None:
    usage = {"prompt_tokens": 40, "completion_tokens": 7, "prompt_tokens_details": details}
    assert usage_in({"choices": [], "usage": usage}) == Usage(40, cached, 7)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["The fog", " lifts. A bell."], " A bell."),
        (["The ", "fog", " lifts.", " A bell."], " A bell."),
        ([" A bell."], " A bell."),
        (["The f", "erry."], "The ferry."),
        (["The fog"], "The fog"),
        (["The fog lifts.", "The fog lifts."], "The fog lifts."),
    ],
)
def test_words_to_go_on_from_are_not_told_twice(pieces: list[str], text: str) -> None:
    echo = Echo("The fog lifts.")
    assert "".join([*map(echo.pass_on, pieces), echo.rest()]) == text


def test_without_words_to_go_on_from_all_passes() -> None:
    echo = Echo("")
    assert [echo.pass_on("a"), echo.pass_on(""), echo.rest()] == ["a", "", ""]
