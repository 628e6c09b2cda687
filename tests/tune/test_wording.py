"""Words that no example may teach."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.tune.examples import Example
from game.tune.wording import puppeted, worn
from tests.tune.made import ALL, AMBIENCE, CHOOSING, LINE, RETELLING, TELLING


@pytest.mark.parametrize("example", ALL)
def test_a_good_example_has_none(example: Example) -> None:
    assert not [*worn(example), *puppeted(example)]


@pytest.mark.parametrize("phrase", ["a tapestry of", "a cacophony of"])
def test_worn_phrases_of_the_prompts_and_of_the_guard_are_named(phrase: str) -> None:
    assert list(worn(replace(AMBIENCE, tell=f"The rain is {phrase} drops."))) == [phrase]


def test_a_phrase_of_the_author_may_be_kept() -> None:
    told = "It is a tapestry of threads."
    assert not list(worn(replace(RETELLING, text="A tapestry of threads hangs here.", tell=told)))


def test_nobody_is_spoken_to_in_ambience() -> None:
    assert list(puppeted(replace(AMBIENCE, tell="Rain finds your collar."))) == ["your"]


@pytest.mark.parametrize("told", ["The forge is cold, and you decide to leave.", "You shiver. The forge is cold."])
def test_a_deed_that_the_player_did_not_do_is_named(told: str) -> None:
    assert list(puppeted(replace(TELLING, tell=told)))


def test_a_feeling_is_named() -> None:
    assert list(puppeted(replace(TELLING, tell="The forge is cold, and your heart sinks."))) == ["your heart"]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("You decide to leave.", "The forge is cold, and you decide to leave."),
        ("You take the poker.", "You lift the poker off the bricks."),
        ("You enter the smithy.", "You come into the smithy and you see the forge."),
    ],
)
def test_what_the_player_did_is_theirs_in_other_words_too(event: str, told: str) -> None:
    assert not list(puppeted(replace(TELLING, event=event, tell=told)))


def test_a_person_may_speak_of_what_the_player_does_and_a_telling_beside_it_not() -> None:
    assert not list(puppeted(replace(LINE, tell='"You decide, then you tell me."')))
    assert list(puppeted(replace(LINE, tell='Odo looks on, and you nod. "Not today."'))) == ["and you nod"]


def test_a_choice_has_no_words_of_the_models_own() -> None:
    assert not list(puppeted(CHOOSING))
