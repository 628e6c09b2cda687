"""What is kept out of a run after a passage was taken back."""

from __future__ import annotations

import pytest

from game.story.safety.lists import house_lists
from game.story.safety.steering import MOST_WORDS, Steering, telling_words

TOLD = "The butcher lifts his cleaver, and a spider crosses the brass lamp beside Anna."


def test_the_telling_words_are_neither_common_nor_names() -> None:
    assert telling_words(TOLD, spared=["Anna", "brass lamp"]) == ("butcher", "lifts", "cleaver", "spider", "crosses")


def test_a_chinese_word_is_likely_the_two_characters_after_a_small_one() -> None:
    assert telling_words("屠夫举起了砍刀，蜘蛛爬过铜灯。", spared=["铜灯"]) == ("屠夫", "砍刀", "蜘蛛")


def test_a_run_keeps_away_from_topics_and_words() -> None:
    steering = Steering().away_from(TOLD, house_lists(), spared=["Anna", "brass lamp"])
    assert (steering.topics, steering.words[:2], steering.passages) == (("spiders",), ("butcher", "lifts"), 1)


def test_what_is_taken_back_adds_up() -> None:
    once = Steering(("blood",), ("cleaver",), 1)
    twice = once.away_from("蜘蛛。", house_lists(), spared=())
    assert twice == Steering(("blood", "spiders"), ("cleaver", "蜘蛛"), 2)


def test_of_many_words_the_newest_are_kept() -> None:
    steering = Steering()
    for number in range(200):
        word = "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")
        steering = steering.away_from(f"{word}q.", house_lists(), spared=())
    assert len(steering.words) == MOST_WORDS
    assert steering.words[-1] == "abjjq"


def test_it_is_named_by_its_topics_or_else_by_the_newest_words() -> None:
    steering = Steering().away_from("The butcher lifts his cleaver and grins widely.", house_lists(), spared=())
    assert steering.named(house_lists()) == ("lifts", "cleaver", "grins", "widely")
    assert steering.away_from("A spider.", house_lists(), spared=()).named(house_lists()) == ("spiders",)


STEERED = Steering(words=("butcher", "cleaver", "grins", "屠夫", "砍刀"))


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        ("The butcher grins.", True),
        ("The cleaver is in the butcher's other hand.", True),
        ("The butcher is here.", False),
        ("Across the market the butcher, whose shop has windows of painted glass, grins.", False),
        ("屠夫又举起砍刀。", True),
        ("屠夫走了。", False),
        ("It rains.", False),
    ],
)
def test_it_returns_in_a_sentence_that_says_half_of_the_same(sentence: str, again: bool) -> None:
    assert STEERED.returns_in(sentence, share=0.5) == again
