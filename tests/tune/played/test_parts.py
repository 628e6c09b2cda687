"""Tellings in parts, as a model is asked for them."""

from __future__ import annotations

import json
from dataclasses import asdict

from game.storage.records import Telling
from game.story.gating.account import Account
from game.story.model import Done
from game.story.passages import Passage, format_passages, words_of
from game.story.sentences import sentences_for
from game.tune.played.parts import Part, told_parts, written_parts

LINE = Passage("line", "We are full.", speaker="anna", source="model")
TOUCH = Passage("touch", "Rain taps.", source="model")
PLACE = Passage("place", "By the wall stands a bed.", "the room", source="model")
RESULT = Passage("result", "You wait.")
NOTICE = Passage("notice", "New quest: A bed.")


def telling(*passages: Passage, details: str = "") -> Telling:
    return Telling(2, 1, format_passages(passages), "blend", "m", 1, details)


def written(*texts: str, over: Telling | None) -> list[Part]:
    edit = telling(*(Passage("telling", text, source="player") for text in texts))
    return list(written_parts(edit, over, shown))


def shown(passage: Passage) -> str:
    return words_of(passage, sentences_for("en"), str.capitalize)


def test_only_what_a_model_told_is_a_part() -> None:
    assert list(told_parts(telling(RESULT, LINE, TOUCH, NOTICE))) == [
        Part("line", "person:anna", "We are full."),
        Part("ambience", "touch", "Rain taps."),
    ]


def test_a_place_told_again_is_a_retelling() -> None:
    assert list(told_parts(telling(PLACE, Passage("place", "Anna is here.")))) == [
        Part("retelling", "retelling", "By the wall stands a bed.")
    ]


def test_a_scene_that_the_author_had_to_end_is_none() -> None:
    done = Done("stop", 1, 1, 1, 0.1, 0.2, slot="narrator", account=Account(is_given_up=True))
    details = json.dumps([asdict(done)])
    assert list(told_parts(telling(Passage("telling", "You come", source="model"), LINE, details=details))) == [
        Part("line", "person:anna", "We are full.")
    ]


def test_a_touch_that_was_rewritten_is_a_touch() -> None:
    assert written("You wait.", "Hail taps.", over=telling(RESULT, TOUCH, NOTICE)) == [
        Part("ambience", "touch", "Hail taps.")
    ]


def test_a_line_that_was_rewritten_is_what_is_said() -> None:
    over = telling(RESULT, LINE)
    assert written("You wait.", "Anna: “No bed.”", over=over) == [Part("line", "person:anna", "No bed.")]
    assert written("You wait.", "She sighs. “No bed.”", over=over) == [Part("line", "person:anna", "No bed.")]


def test_all_else_that_was_rewritten_is_a_scene_without_what_others_are_asked_for() -> None:
    over = telling(RESULT, LINE, TOUCH)
    assert written("You wait long.", "Anna: “We are full.”", "Rain taps.", over=over) == [
        Part("scene", "narrator", "You wait long.")
    ]
    assert written("You wait.", "A clock strikes.", "Anna: “We are full.”", "Rain taps.", over=over) == [
        Part("scene", "narrator", "You wait.\n\nA clock strikes.")
    ]


def test_an_edit_that_left_all_as_it_was_has_no_part() -> None:
    assert written("You wait.", "Anna: “We are full.”", "Rain taps.", over=telling(RESULT, LINE, TOUCH)) == []


def test_an_edit_of_a_turn_that_nobody_told_is_a_scene() -> None:
    assert written("You wait.", over=None) == [Part("scene", "narrator", "You wait.")]


def test_an_edit_that_leaves_something_out_is_a_scene() -> None:
    over = telling(Passage("telling", "You wait.\n\nA clock strikes.", source="model"))
    assert written("You wait.", over=over) == [Part("scene", "narrator", "You wait.")]
