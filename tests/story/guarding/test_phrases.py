"""Many phrases are found in one reading, whole words where words have spaces between them."""

from __future__ import annotations

from game.story.guarding.phrases import phrase_pattern


def test_the_longest_phrase_at_a_place_is_found() -> None:
    found = phrase_pattern(["is", "is gone", "is gone for good"], is_spaced=True).search("it is gone for good")
    assert found is not None
    assert found.group() == "is gone for good"


def test_a_phrase_is_no_part_of_a_word() -> None:
    assert phrase_pattern(["art"], is_spaced=True).search("start the cart") is None


def test_a_star_stands_for_the_rest_of_a_word() -> None:
    assert phrase_pattern(["refus*"], is_spaced=True).search("he refuses it")


def test_a_tilde_stands_for_up_to_three_words() -> None:
    pattern = phrase_pattern(["waves ~aside"], is_spaced=True)
    assert pattern.search("he waves aside")
    assert pattern.search("he waves the old letter aside")
    assert pattern.search("he waves the old letter and you aside") is None


def test_a_space_stands_for_any_number_of_spaces() -> None:
    assert phrase_pattern(["as if"], is_spaced=True).search("as  if")


def test_without_spaces_a_phrase_is_found_anywhere() -> None:
    assert phrase_pattern(["推不开"], is_spaced=False).search("门推不开。")


def test_no_phrases_are_found_nowhere() -> None:
    assert phrase_pattern([], is_spaced=True).search("anything") is None


def test_what_a_regular_expression_would_read_otherwise_is_taken_as_it_stands() -> None:
    assert phrase_pattern(["what?", "a.b"], is_spaced=False).search("axb") is None
