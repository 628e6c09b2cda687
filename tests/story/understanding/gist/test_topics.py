"""Topics by their gist: what is asked in other words of whom it concerns."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("国王今年多大了？", "talk rose king"),
        ("你见过国王没有", "talk rose king"),
        ("问问她那口水井怎么了", "talk rose well"),
        ("跟园丁聊聊国王", "talk rose king"),
    ],
)
def test_a_topic_is_found_in_a_question(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize("words", ["罗斯您好", "你好呀，园丁", "跟园丁打个招呼", "找罗斯搭个话"])
def test_a_greeting_is_about_no_topic(words: str) -> None:
    assert meant(words) == "talk rose"


@pytest.mark.parametrize("words", ["他们在说什么呢", "我上回见过国王", "换了我早就搬走了"])
def test_what_others_do_and_what_was_is_nothing(words: str) -> None:
    assert meant(words) == "-"
