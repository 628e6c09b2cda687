"""A scene's choice by its gist: said in other words, and not taken for another deed."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("让她瞧瞧这封书信", "choose show"),
        ("掏出书信请她过目", "choose show"),
        ("把书信亮给她", "choose show"),
        ("让罗斯瞅一眼书信", "choose show"),
        ("桥上哪儿去了？", "choose where"),
        ("打听一下桥的下落", "choose where"),
        ("罗斯，桥怎么走？", "choose where"),
    ],
)
def test_a_choice_is_found_in_other_words(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize("words", ["把书信撕了", "把桥炸了", "在书信上画只乌龟", "要是书信丢了呢", "书信真好看"])
def test_another_deed_with_the_same_thing_is_no_choice(words: str) -> None:
    assert not meant(words).startswith("choose")


def test_it_is_asked_whether_a_thing_is_handed_over_or_shown() -> None:
    assert meant("把书信拿给她") == "?"
