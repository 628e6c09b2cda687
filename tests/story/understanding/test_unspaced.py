"""The order in which words without spaces are read: what goes before what, and where it is asked."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize("words", ["选第一个", "第一项", "一", "那就选第一个吧", "1"])
def test_an_offer_is_taken_by_its_number_in_words(words: str) -> None:
    assert meant(words) == meant("1")


def test_there_is_no_offer_of_so_high_a_number() -> None:
    assert meant("第二十个") == "-"


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("国王怎么样？", "talk rose king"),
        ("草帽是什么做的？", "examine hat"),
        ("草帽上有什么字吗", "examine hat"),
        ("罗斯长什么样", "examine rose"),
        ("客厅", "go in"),
    ],
)
def test_a_thing_is_looked_at_and_a_topic_is_asked_about(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize(
    "words",
    [
        "砸了那盏铁皮灯",
        "偷走花园",
        "本来想拿铁皮灯的",
        "明天再拿铁皮灯",
        "我不想拿铁皮灯",
        "这盏灯真好看",
        "今天天气不错",
        "给我讲个笑话",
        "把草帽吃了",
    ],
)
def test_what_cannot_be_done_or_is_only_said_is_nothing(words: str) -> None:
    assert meant(words) == "-"


@pytest.mark.parametrize("words", ["不就是那盏铁皮灯吗，拿上", "要不先拿上铁皮灯", "不急，先拿铁皮灯"])
def test_a_word_of_denial_may_deny_nothing(words: str) -> None:
    assert meant(words) == "take lamp"
