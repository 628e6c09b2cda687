"""Which tellings of a turn were liked, and over which."""

from __future__ import annotations

from game.storage.records import Telling
from game.story.passages import Passage, format_passages
from game.tune.played.liking import liked_of

Found = list[tuple[int, str, list[int]]]


def take(number: int, rating: int = 0, *, narrator: str = "model", text: str = "Rain.") -> Telling:
    passage = Passage("telling", text, source="player" if narrator == "player" else "model")
    return Telling(1, number, format_passages([passage]), narrator, "m", 1, rating=rating)


def liked(*tellings: Telling, chosen: int, is_left: bool = False) -> Found:
    """Return what is liked, by its number, why, and the numbers of what was liked less."""
    found = liked_of(tellings, chosen, is_left=is_left)
    return [(each.telling.alternative, each.why, [other.alternative for other in each.over]) for each in found]


def test_what_was_only_told_is_not_liked() -> None:
    assert liked(take(1), chosen=1, is_left=True) == []


def test_a_plus_is_liked_over_every_minus_of_the_turn() -> None:
    assert liked(take(1, -1), take(2, 1), take(3, -1), take(4), chosen=4) == [(2, "rated", [1, 3])]


def test_a_telling_that_the_story_went_on_from_is_taken_among_the_others() -> None:
    assert liked(take(1), take(2), chosen=2, is_left=True) == [(2, "chosen", [1])]


def test_the_last_told_is_not_taken_before_the_story_goes_on_and_an_earlier_one_is() -> None:
    assert liked(take(1), take(2), chosen=2) == []
    assert liked(take(1), take(2), chosen=1) == [(1, "chosen", [2])]


def test_a_plus_that_was_taken_is_liked_over_all_that_have_none() -> None:
    assert liked(take(1), take(2, 1), take(3, 1), chosen=2) == [(2, "rated", [1]), (3, "rated", [])]


def test_what_was_given_a_minus_is_never_liked() -> None:
    assert liked(take(1, -1), take(2, -1), chosen=1, is_left=True) == []


def test_what_the_author_told_is_liked_for_a_plus_alone_and_never_liked_less() -> None:
    assert liked(take(1, narrator="authored"), take(2), take(3), chosen=3, is_left=True) == [(3, "chosen", [2])]
    assert liked(take(1, -1, narrator="authored"), take(2, 1), chosen=2) == [(2, "rated", [])]
    assert liked(take(1, 1, narrator="authored"), chosen=1) == [(1, "rated", [])]


def test_an_edit_is_liked_over_the_telling_that_it_was_made_of() -> None:
    tellings = (
        take(1, text="A dog sleeps."),
        take(2, text="Rain falls."),
        take(3, narrator="player", text="A dog slept."),
    )
    assert liked(*tellings, chosen=3) == [(3, "edited", [1])]


def test_of_several_edits_the_last_that_is_kept_counts() -> None:
    edits = take(2, narrator="player"), take(3, 1, narrator="player"), take(4, -1, narrator="player")
    assert liked(take(1), *edits, chosen=2) == [(3, "edited", [1])]


def test_an_edit_that_was_left_again_is_not_liked() -> None:
    assert liked(take(1), take(2, narrator="player"), chosen=1) == []
