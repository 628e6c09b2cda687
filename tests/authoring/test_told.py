"""What a player can be told, by kind."""

from __future__ import annotations

from game.authoring.told import told_by_kind
from tests.kit import inn


def test_every_wording_of_a_text_is_told() -> None:
    assert told_by_kind(inn())["places"][:3] == ("The fire is out.", "never", "The stairs are barred.")


def test_what_only_a_model_reads_is_not_told() -> None:
    people = told_by_kind(inn())["people"]
    assert "He is a bishop, that one." in people
    assert "The guest upstairs is a bishop." not in people


def test_choices_are_told_apart_from_their_scenes() -> None:
    told = told_by_kind(inn())
    assert told["scenes"] == ("Anna holds out a hand.",)
    assert told["choices"] == ("Pay her", "Ask for time", "She counts them twice.", "She sighs.")


def test_conditions_within_braces_are_no_words() -> None:
    told = told_by_kind(inn('[thing.cup]\nname = "cup"\nat = "hall"\nlook = "{paid: Full. | Dry.} Worth {coins}."'))
    assert told["things"][-1] == "Full. Dry. Worth 1."
