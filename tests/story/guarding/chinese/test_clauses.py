"""What a clause denies, tries or compares is not so; what only looks denied is."""

from __future__ import annotations

import pytest

from game.story.guarding.chinese.clauses import clauses_in, subject_of
from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.said import Said

ZH = lexicon_of("zh")


@pytest.mark.parametrize(
    ("sentence", "is_so"),
    [
        ("门推开了。", True),
        ("你没有推开门。", False),
        ("你想推开门。", False),
        ("门像是要推开似的。", False),
        ("没走几步门就推开了。", True),
        ("门像纸糊的一样推开了。", True),
    ],
)
def test_what_is_denied_tried_or_compared_is_not_so(sentence: str, *, is_so: bool) -> None:
    clause = next(clauses_in(Said(sentence, ZH)))
    assert clause.is_so(ZH, clause.text.index("推开")) is is_so


@pytest.mark.parametrize(("before", "subject"), [("一下子就", ""), ("骨碌碌", ""), ("雾已经", "雾"), ("乔里又", "乔")])
def test_a_subject_is_what_is_left_without_adverbs(before: str, subject: str) -> None:
    assert subject_of(ZH, before)[:1] == subject
