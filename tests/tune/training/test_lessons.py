"""What is taught at once, spelled by letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from game.story.model import Message
from game.story.prompt import choosing_question
from game.tune.examples import Choosing, kind_of
from game.tune.rows import our_rows
from game.tune.training.lessons import SAYINGS, Choice, Speller, Writing, a_pass, choices, preferences, writings
from tests.tune.made import PLAYED


def prompt(messages: Sequence[Message]) -> list[int]:
    return [*"\n".join(each.text for each in messages).encode(), 0]


SPELLER = Speller(prompt, lambda text: [*text.encode(), 0])
EXAMPLES = [row.example for row in our_rows()]
SITUATION = next(each for each in EXAMPLES if isinstance(each, Choosing))


def test_words_and_commands_are_spelled_as_in_the_games_own_question() -> None:
    (lesson,) = choices([SITUATION], SPELLER)
    said = SITUATION.said[3]
    asked = prompt(choosing_question(said.words, SITUATION.can).messages)
    assert [*lesson.trunk, *lesson.sayings[3].words] == asked
    assert [*lesson.trunk, *lesson.unsaid] == prompt(choosing_question("", ()).messages)
    means = lesson.sayings[3].means
    assert (None if means is None else bytes(lesson.commands[means][:-1]).decode()) == said.means


@pytest.mark.parametrize("kind", ["ambience", "line", "retelling"])
def test_what_all_prompts_begin_with_is_spelled_once(kind: str) -> None:
    some = [each for each in EXAMPLES if kind_of(each) == kind][:5]
    lesson = writings(kind, some, SPELLER)
    assert lesson is not None
    assert len(lesson.trunk) > 200
    assert len(lesson.pairs) == len(some)
    assert all(words and answer for words, answer in lesson.pairs)


def test_of_what_is_not_written_there_is_no_lesson() -> None:
    assert writings("line", [], SPELLER) is None


def test_what_was_liked_stands_beside_each_that_was_liked_less() -> None:
    (first, second) = preferences([replace(PLAYED, over=("Hail.", "Snow."))], SPELLER)
    assert bytes(first.prompt[:-1]).decode() == "Tell it.\nWeather: rain."
    assert [bytes(each[:-1]).decode() for each in (first.better, first.worse, second.worse)] == [
        "Rain taps.",
        "Hail.",
        "Snow.",
    ]
    assert a_pass([first], Random(1)) == [first]


def test_a_pass_holds_everything_once_in_an_order_of_its_own() -> None:
    (situation,) = choices([SITUATION], SPELLER)
    lessons = (situation, Writing("line", [1], tuple(([each], [each]) for each in range(20))))
    parts, again, other = (a_pass(lessons, Random(seed)) for seed in (1, 1, 2))
    assert parts == again != other
    said = [saying for part in parts if isinstance(part, Choice) for saying in part.sayings]
    assert sorted(said, key=repr) == sorted(situation.sayings, key=repr)
    assert all(len(part.sayings) <= SAYINGS for part in parts if isinstance(part, Choice))
    assert sum(len(part.pairs) for part in parts if isinstance(part, Writing)) == 20
