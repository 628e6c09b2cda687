"""What is left to say of the author's words after some of them were told by the model."""

from __future__ import annotations

import pytest

from game.story.beats import Beat
from game.story.gating.remainder import Measure, remainder
from game.story.sentences import sentences_for
from tests.kit import inn

WORLD = inn()
MEASURE = Measure.of(WORLD, sentences_for("en"))
HALL = Beat("place", "The fire is out. The brass lamp is here. Anna is here.", title="the hall")
STAIRS = Beat("result", "The stairs are barred.")


def left(beats: list[Beat], shown: str) -> list[tuple[str, str]]:
    """Return the kinds and texts of what is left of beats after shown."""
    return [(each.passage.kind, each.passage.text) for each in remainder(beats, shown, MEASURE)]


def test_where_nothing_was_shown_all_is_left_under_its_title() -> None:
    (opened,) = remainder([HALL], "", MEASURE)
    assert (opened.passage.text, opened.passage.title) == (HALL.text, "the hall")


def test_a_beat_that_was_told_is_not_told_again() -> None:
    assert left([STAIRS, HALL], "Somebody has barred the stairs.") == [("place", HALL.text)]


def test_of_a_beat_that_was_told_in_part_the_rest_is_left_without_a_title() -> None:
    (opened,) = remainder([HALL], "The fire has gone out, and Anna looks up at you.", MEASURE)
    assert (opened.passage.text, opened.passage.title) == ("The brass lamp is here.", "")


def test_nothing_is_left_where_all_was_told() -> None:
    assert left([STAIRS], "You try the stairs, but they are barred.") == []


@pytest.mark.parametrize("shown", ["A lamp of brass gives light.", "Anna is here by the brass rail."])
def test_a_thing_or_a_person_that_was_not_named_was_not_told(shown: str) -> None:
    lamp = Beat("result", "Anna takes the brass lamp.")
    assert left([lamp], shown) == [("result", lamp.text)]


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_a_speech_is_told_or_left_whole(marks: str) -> None:
    speech = f"{marks[0]}The stairs are barred. Wait until morning, or sleep on straw.{marks[1]} He coughs."
    assert left([Beat("result", speech)], "You hear that the stairs are barred. He coughs.") == [
        ("result", f"{marks[0]}The stairs are barred. Wait until morning, or sleep on straw.{marks[1]}")
    ]


def test_another_name_for_it_will_do() -> None:
    assert left([Beat("result", "You take the brass lamp.")], "You take the light.") == []


def test_in_chinese_pairs_of_signs_are_its_words() -> None:
    measure = Measure.of(WORLD, sentences_for("zh"))
    assert measure.is_told("楼梯被挡住了。", "楼梯被人挡住了，上不去。")
    assert not measure.is_told("楼梯被挡住了。", "雨下个不停。")


def test_a_chinese_speech_is_left_whole() -> None:
    measure = Measure.of(WORLD, sentences_for("zh"))
    (opened,) = remainder([Beat("result", "她说：「楼梯挡住了。等到天亮再来吧，先生。」雨停了。")], "雨停了。", measure)
    assert opened.passage.text == "她说：「楼梯挡住了。等到天亮再来吧，先生。」"
