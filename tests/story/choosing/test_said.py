"""What a player's words hold by themselves."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from game.story.choosing.candidates import abouts
from game.story.choosing.said import Said
from game.story.sentences import sentences_for
from game.story.understanding.scope import Scope
from tests.kit import inn, play

WORLD = inn()
STATE = play(WORLD).state
TOLD = frozenset(word for each in abouts(WORLD, STATE) for word in each.told)


def said(words: str, verbs: Mapping[str, tuple[str, ...]] | None = None) -> Said:
    return Said(Scope(WORLD, sentences_for("en", verbs=verbs), STATE, words=words), TOLD)


def test_the_verb_that_words_begin_with_stands_after_what_is_polite() -> None:
    assert "take" in said("could you please take the moon").verbs
    assert "take" not in said("the moon I take").verbs


def test_a_verb_is_held_anywhere_by_the_stems_of_its_words() -> None:
    assert said("now collect the thing").held("take") == {"collec"}
    assert said("the thing").held("take") == frozenset()


def test_a_verb_may_have_its_noun_between_its_parts() -> None:
    verbs = {"take": ("hoick … up",)}
    assert said("hoick that lamp right up", verbs).held("take") == {"hoick", "up"}
    assert said("hoick that lamp", verbs).held("take") == frozenset()


def test_what_is_named_is_in_reach() -> None:
    assert said("the brass lamp and the moon").named == (frozenset({"lamp"}),)


@pytest.mark.parametrize(("words", "asks"), [("what is this", True), ("the lamp?", True), ("see what this is", False)])
def test_a_question_begins_or_ends_like_one(words: str, asks: bool) -> None:
    assert said(words).is_question == asks


@pytest.mark.parametrize("words", ["what happens if I light the lamp?", "I don't take the lamp", "should I light it"])
def test_what_is_only_thought_of_is_doubted(words: str) -> None:
    assert said(words).is_doubted
    assert not said("I had better take it").is_doubted


@pytest.mark.parametrize(
    ("words", "told"),
    [("the lamp falls over", True), ("anna sings a song", True), ("I fall over", False), ("the lamp please", False)],
)
def test_what_others_do_is_told_and_no_command(words: str, told: bool) -> None:
    assert said(words).is_told == told


def test_what_no_rule_knows_says_so_at_the_beginning_alone() -> None:
    assert said("try to juggle the lamp").beyond
    assert not said("take what they juggle").beyond


def test_words_that_nothing_here_is_told_in_are_strange() -> None:
    assert said("lift the zeppelin").strange == 0.5
    assert said("lift the lamp").strange == 0.0


def test_long_words_are_as_long_as_longer_ones() -> None:
    assert said("one two three").length < said("word " * 12).length == said("word " * 40).length == 1.0
