"""Words as they are spelled within a sentence."""

from __future__ import annotations

from game.story.rewording.spelling import names_in, spelled_words


def test_only_names_keep_the_capital_that_begins_a_sentence() -> None:
    assert spelled_words("Fog lies on Mira. Mira waits.", {"mira"}) == {"fog", "lies", "on", "Mira", "waits"}
    assert spelled_words("PRIVATE, says the door.", ()) == {"PRIVATE", "says", "the", "door"}


def test_a_name_has_its_capital_within_a_sentence_or_stands_before_one() -> None:
    named = names_in("Brother Anselm sits. The Dorothea lies by Ness.", {"the"})
    assert named == {"brother", "anselm", "dorothea", "ness"}
