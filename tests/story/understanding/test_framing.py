"""What stands around a command, and what says that nothing is to be done."""

from __future__ import annotations

import pytest

from game.story.sentences import sentences_for
from game.story.understanding.framing import is_negated, is_weighed, stages
from game.story.understanding.tokens import tokens

EN, ZH = sentences_for("en"), sentences_for("zh")


@pytest.mark.parametrize("words", ["please take it", "I think I will take it now", "could you please take it for me"])
def test_the_bare_command_is_among_the_stages(words: str) -> None:
    assert ("take", "it") in stages(EN, tokens(words))


def test_the_words_as_they_are_come_first() -> None:
    assert next(iter(stages(EN, tokens("please wait")))) == ("please", "wait")


def test_however_much_is_said_the_stages_are_few() -> None:
    assert len(list(stages(ZH, tokens("我" * 90)))) < 12


@pytest.mark.parametrize(
    ("words", "negated"), [("别拿灯", True), ("我不想拿灯", True), ("绳子结不结实", False), ("是不是灯", False)]
)
def test_a_question_that_offers_both_denies_nothing(words: str, *, negated: bool) -> None:
    assert is_negated(ZH, tokens(words)) is negated


@pytest.mark.parametrize("words", ["taking it", "how about putting it down", "start by looking around"])
def test_what_is_being_done_is_commanded(words: str) -> None:
    assert any(stage[0] in ("take", "put", "look") for stage in stages(EN, tokens(words)))


@pytest.mark.parametrize("words", ["why do not i take it", "take it before it is not there", "why not wait"])
def test_what_only_sounds_like_a_denial_is_none(words: str) -> None:
    assert not is_negated(EN, tokens(words))


def test_a_deed_on_a_condition_is_only_weighed() -> None:
    assert is_weighed(EN, tokens("i would take it if it was mine"))
    assert not is_weighed(EN, tokens("see if it is open"))


def test_a_deed_may_only_be_weighed() -> None:
    assert is_weighed(EN, tokens("should I take it"))
    assert not is_weighed(EN, tokens("take it"))
