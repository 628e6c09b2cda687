"""What is left unsaid in Chinese where only one thing can be meant."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "before", "action"),
    [
        ("戴上", ("拿草帽",), "wear hat"),
        ("摘了吧", ("拿草帽", "戴上草帽"), "remove hat"),
        ("把它摘下来", ("拿草帽", "戴上草帽"), "remove hat"),
        ("点上", ("拿铁皮灯",), "light lamp"),
        ("书信插篮子里", (), "put letter basket"),
        ("书信送你了", (), "give letter rose"),
    ],
)
def test_only_one_thing_can_be_meant(words: str, before: tuple[str, ...], action: str) -> None:
    assert meant(words, *before) == action


@pytest.mark.parametrize("words", ["拿着", "丢一样东西", "穿上"])
def test_what_may_be_several_is_asked(words: str) -> None:
    assert meant(words) in ("?", "-")


@pytest.mark.parametrize(
    "words", ["这里都有些什么", "打量一下四周", "看看这地方", "看看花园", "周围有什么东西", "这是什么鬼地方"]
)
def test_what_is_here_is_a_look_around(words: str) -> None:
    assert meant(words) == "look"
