"""A scene's choices, by words of the author's that are not shown."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.rules.actions import Choose, format_action
from game.rules.apply import begin_run
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for
from tests.kit import INN

ALIASES = 'aliases = ["Settle up", "Part with some silver"]'
NAMED = parse_world(INN.replace('id = "pay"', f'id = "pay"\n{ALIASES}'), name="inn.toml")


def heard(words: str) -> str:
    """Return what words mean at the inn, where paying has other words too."""
    parsed = parse(NAMED, sentences_for("en"), begin_run(NAMED, 7).state, words)
    return format_action(parsed.action) if isinstance(parsed, Understood) else parsed.sentence


@pytest.mark.parametrize("words", ["settle up", "Settle up!", "let's settle up, please", "part with some silver"])
def test_a_choice_is_found_by_its_aliases(words: str) -> None:
    assert heard(words) == format_action(Choose("pay"))


def test_a_question_which_is_put_in_the_words_that_are_shown() -> None:
    text = INN.replace('text = "Pay her"', 'text = "Pay her"\naliases = ["Settle the bill"]')
    text = text.replace('text = "Ask for time"', 'text = "Ask for time"\naliases = ["Settle the bill tomorrow"]')
    world = parse_world(text, name="inn.toml")
    parsed = parse(world, sentences_for("en"), begin_run(world, 7).state, "settle")
    assert not isinstance(parsed, Understood)
    assert parsed.sentence == "Do you mean Pay her or Ask for time?"


def test_leaving_may_be_the_choice_to_leave_something_behind() -> None:
    text = INN.replace('text = "Pay her"', 'text = "Leave her to her sums"').replace('east = "yard"\n', "")
    world = parse_world(text, name="inn.toml")
    parsed = parse(world, sentences_for("en"), begin_run(world, 7).state, "walk away")
    assert not isinstance(parsed, Understood)
    assert parsed.sentence.startswith("Do you mean Leave her to her sums or ")


def test_an_idiom_may_stand_for_two_words() -> None:
    text = INN.replace('text = "Ask for time"', 'text = "Say nothing of the bill"')
    world = parse_world(text, name="inn.toml")
    parsed = parse(world, sentences_for("en"), begin_run(world, 7).state, "I won't breathe a word about the bill")
    assert isinstance(parsed, Understood)
    assert isinstance(parsed.action, Choose)
