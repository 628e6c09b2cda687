"""Which is meant where words are a choice by their gist and a command, a topic or a look as well."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("给她看看书信", "choose show"),
        ("罗斯，桥到哪儿去了", "choose where"),
        ("问她桥在什么地方", "choose where"),
        ("看看书信", "examine letter"),
        ("把书信送给她", "give letter rose"),
    ],
)
def test_a_choice_goes_before_what_is_not_said_outright(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize(
    ("words", "action"),
    [("水井里有什么？", "talk rose well"), ("问罗斯水井", "talk rose well"), ("铁皮灯怎么样？", "examine lamp")],
)
def test_a_topic_that_is_named_is_asked_about_and_a_thing_is_looked_at(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize("words", ["晚上好，女士", "罗斯您好", "您好，园丁"])
def test_who_is_greeted_is_spoken_to(words: str) -> None:
    assert meant(words) == "talk rose"
