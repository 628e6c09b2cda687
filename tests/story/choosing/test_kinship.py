"""Words that mean much the same, by their stems."""

from __future__ import annotations

from game.story.choosing.kinship import Kinship
from game.story.choosing.stems import stem
from game.story.sentences import sentences_for

KINSHIP = Kinship(sentences_for("en"))


def test_words_of_one_group_are_akin_in_any_form() -> None:
    assert KINSHIP.akin(stem("sketching"), stem("draw"))
    assert not KINSHIP.akin(stem("sketching"), stem("shout"))


def test_a_word_of_no_group_is_akin_to_itself_alone() -> None:
    assert KINSHIP.akin("zeppel", "zeppel")
    assert not KINSHIP.akin("zeppel", "draw")


def test_nouns_that_stand_for_one_another_are_akin() -> None:
    assert KINSHIP.akin_to_any(stem("lantern"), [stem("table"), stem("lamp")])


def test_what_commands_are_made_of_is_known() -> None:
    assert {stem("take"), stem("north")} <= KINSHIP.known
    assert stem("zeppelin") not in KINSHIP.known
