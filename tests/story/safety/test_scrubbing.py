"""What is kept of how a telling was made."""

from __future__ import annotations

from game.story.safety.lists import house_lists
from game.story.safety.scrubbing import scrubbed
from game.story.safety.wishes import Limits, wishes_for

LIMITS = wishes_for("everyone", house_lists(), lines=("spiders",)).limits()
HEARD = ({"sentence": "It rains.", "n": 1}, {"sentence": "Rain. A spider.", "n": 2.5})


def test_a_text_that_may_not_be_shown_is_emptied_and_all_else_kept() -> None:
    heard = [{"sentence": "It rains.", "n": 1}, {"sentence": "", "n": 2.5}]
    assert scrubbed([{"slot": "narrator", "heard": HEARD}, None], LIMITS) == [
        {"slot": "narrator", "heard": heard},
        None,
    ]


def test_what_a_model_was_asked_is_an_authors_whom_no_rating_bounds() -> None:
    made = [{"asked": "They killed him."}, {"asked": "A spider."}, {"sentence": "They killed him."}]
    assert scrubbed(made, LIMITS) == [{"asked": "They killed him."}, {"asked": ""}, {"sentence": ""}]


def test_of_what_a_model_was_asked_only_the_lines_go_that_may_not_be_shown() -> None:
    made = {"asked": "The player: wait\nStay away from: spiders.\nTell it."}
    assert scrubbed(made, LIMITS) == {"asked": "The player: wait\nTell it."}


def test_with_nothing_to_keep_back_all_is_kept() -> None:
    assert scrubbed("A spider.", Limits()) == "A spider."
