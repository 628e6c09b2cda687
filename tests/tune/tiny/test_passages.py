"""A world's texts as turns of a game."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from game.authoring.told import told_by_kind
from game.rules.apply import begin_run
from game.story.model import Message
from game.tune.tiny.passages import Passage, passages_of, readings
from tests.kit import inn
from tests.worlds.test_shipped import SHIPPED

MORE = """
[thing.coin]
name = "coin"
at = "hall"
look = "{paid: Thin. | Thick.} You have {coins}."
here = "{paid: It shines.}"
take = '''It is cold.

You keep it.'''
"""


def told(more: str = "") -> dict[str, list[tuple[str, str]]]:
    """Return what is told in the inn, by subject: the player's words and the text."""
    found: dict[str, list[tuple[str, str]]] = {}
    for passage in passages_of(inn(more)):
        found.setdefault(passage.subject.removeprefix("inn "), []).append((passage.words, passage.text))
    return found


def test_a_text_answers_the_words_by_which_the_game_offers_it() -> None:
    found = told()
    assert ("Look around", "The fire is out.") in found["place hall"]
    assert ("Go up: the room", "The stairs are barred.") in found["place hall"]
    assert found["thing table"] == [("Take the oak table", "It is bolted down.")]
    assert found["scene bill"] == [
        ("", "Anna holds out a hand."),
        ("Pay her", "She counts them twice."),
        ("Ask for time", "She sighs."),
    ]


def test_people_speak_as_they_do_in_the_game() -> None:
    anna = told()["person anna"]
    assert ("Talk to Anna", "Anna: “Mind the step.”") in anna
    assert ("Ask Anna about the guest", "Anna: “He is a bishop, that one.”") in anna
    assert ("Give the brass lamp to Anna", "Anna hangs the lamp on its hook.") in anna


def test_every_wording_is_told_on_one_line_with_values_as_they_are_at_first() -> None:
    assert told(MORE)["thing coin"] == [
        ("", "It shines."),
        ("Look closely at the coin", "Thin. You have 3."),
        ("Look closely at the coin", "Thick. You have 3."),
        ("Take the coin", "It is cold. You keep it."),
    ]


def test_a_text_that_never_changes_is_read_once() -> None:
    world = inn()
    assert list(readings(world.places["yard"].look, begin_run(world, 0).state)) == ["Rain."]


def test_what_is_told_of_itself_has_no_words_of_the_players() -> None:
    assert Passage("", "", "Rain.").messages() == (Message("assistant", "Rain."),)
    assert Passage("", "Wait", "Rain.").messages() == (Message("user", "Wait"), Message("assistant", "Rain."))


@pytest.mark.parametrize("name", SHIPPED)
def test_no_word_that_a_player_can_be_told_is_missing(name: str) -> None:
    world = SHIPPED[name]
    heard = _words(text for passage in passages_of(world) for text in (passage.words, passage.text))
    assert not _words(text for texts in told_by_kind(world).values() for text in texts) - heard


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"\w+", text)}
