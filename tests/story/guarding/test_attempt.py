"""What the player tried is known by its words, its things, its way, and what changed hands by it."""

from __future__ import annotations

from tests.story.guarding.stage import moment_of


def test_a_thing_that_is_refused_is_what_was_tried() -> None:
    attempt = moment_of("take stone trough").attempt
    assert attempt.verb == "take"
    assert attempt.things == {"trough"}
    assert "trough" in attempt.words


def test_a_way_that_is_refused_is_known_with_what_is_in_it() -> None:
    attempt = moment_of("go north").attempt
    assert attempt.place == "lane"
    assert {"lan", "gat"} <= attempt.words


def test_what_is_taken_is_gained_and_what_is_given_is_lost() -> None:
    assert moment_of("go in", "go up", "take iron key").attempt.gained == {"key"}
    assert moment_of("give letter to joan").attempt.lost == {"letter"}


def test_nothing_is_tried_by_looking_around() -> None:
    attempt = moment_of().attempt
    assert not attempt.verb
    assert not attempt.place
    assert not attempt.things
