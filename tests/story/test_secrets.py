"""Secrets of a world, and a world's own words for verbs."""

from __future__ import annotations

import pytest

from game.errors import WorldError
from game.story.guard import vocabulary_of
from game.story.scene import scene_of
from game.story.sentences import sentences_for
from tests.kit import inn, play

EN = sentences_for("en")
KEPT = inn("""
[[secret]]
id = "tunnel"
text = "A tunnel leads to the abbey."
keys = ["abbey"]
[[secret]]
id = "rats"
text = "Rats came up it."
keys = ["rats"]
when = "visited(cellar)"
[[rule]]
after = "examine lamp"
do = ["revealed(tunnel) = true"]
[verbs]
take = ["nick"]
""")


def test_a_secret_is_in_no_prompt_before_it_is_revealed() -> None:
    assert scene_of(KEPT, EN, play(KEPT).state).lore == ()
    assert scene_of(KEPT, EN, play(KEPT, "look at lamp").state).lore == ("A tunnel leads to the abbey.",)


def test_its_condition_opens_it_too() -> None:
    assert scene_of(KEPT, EN, play(KEPT, "take lamp", "down").state).lore == ("Rats came up it.",)


def test_its_keys_are_kept_until_then() -> None:
    assert vocabulary_of(KEPT, play(KEPT).state).closed == {"abbey", "rats", "bishop"}
    assert vocabulary_of(KEPT, play(KEPT, "look at lamp").state).closed == {"rats", "bishop"}


def test_a_worlds_own_verb_is_understood() -> None:
    assert play(KEPT, "nick the lamp").state.where["lamp"] == "you"


def test_a_verb_that_the_game_lacks_is_refused() -> None:
    with pytest.raises(WorldError, match="there is no verb 'tak'"):
        inn('[verbs]\ntak = ["nick"]')
