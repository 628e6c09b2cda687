"""What of a model's texts is used, and when it has said enough."""

from __future__ import annotations

import pytest

from game.rules.apply import begin_run
from game.story.guard import vocabulary_of
from game.story.jobs import (
    first_sentence,
    is_line_told,
    is_touch_told,
    spoken_part,
    usable_lines,
    usable_touches,
)
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from tests.kit import inn

WORLD = inn()
STATE = begin_run(WORLD, 7).state
WORDS = vocabulary_of(WORLD, STATE)
SCENE = scene_of(WORLD, sentences_for("en"), STATE)
ANNA = speaker_of(WORLD, STATE, "anna")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rain. It", True),
        ("Rain. ", True),
        ("Rain", False),
        ("Rain.", False),
        ("雨。", True),
        ("雨…", False),
        ("雨", False),
    ],
)
def test_a_touch_is_told_once_nothing_more_can_be_of_its_sentence(text: str, told: bool) -> None:
    assert is_touch_told(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I know. Mind the step. And", True),
        ("I keep the books here and nothing else at all. And", True),
        ("I know. Mind", False),
        ("我知道。小心", False),
        ("我把账本都放在这里了。别", True),
        ("I keep", False),
    ],
)
def test_a_line_is_told_once_nothing_more_can_be_used(text: str, told: bool) -> None:
    assert is_line_told(text) is told


def test_a_touch_is_the_first_sentence() -> None:
    assert first_sentence(' "Rain falls. It is cold."') == "Rain falls."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('"I know. Mind the step. Go."', "I know. Mind the step."),
        ("“我知道。小心台阶。走吧。”", "我知道。小心台阶。"),
        ("“我把账本都放在这里了。别的没有。”", "我把账本都放在这里了。"),
        ("I keep the books here and nothing else at all. Go.", "I keep the books here and nothing else at all."),
        ("I know. Mind the", "I know."),
        ("never ends", ""),
    ],
)
def test_a_line_is_what_was_said_whole(text: str, line: str) -> None:
    assert spoken_part(text) == line


def test_a_small_model_may_only_claim_nothing() -> None:
    texts = ["I never said so.", "I sold the horse in spring.", "I mind the step.", "I saw her go."]
    assert usable_lines(texts, ANNA, WORDS, [], trusted=False) == ["I never said so.", "I mind the step."]
    assert usable_lines(texts, ANNA, WORDS, [], trusted=True) == texts


def test_what_was_said_is_not_said_again() -> None:
    assert usable_lines(["I never said so."], ANNA, WORDS, ["I never said so."], trusted=True) == []


def test_a_small_model_may_only_touch_with_closed_words() -> None:
    texts = ["The night comes down on the roof.", "The night comes down on the palace of the king."]
    assert usable_touches(texts, SCENE, WORDS, [], trusted=False) == texts[:1]
    assert usable_touches(texts, SCENE, WORDS, [], trusted=True) == texts
