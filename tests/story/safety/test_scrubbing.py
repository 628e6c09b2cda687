"""What is kept of how a telling was made."""

from __future__ import annotations

from game.story.safety.filter import NO_FILTER, Filter
from game.story.safety.scrubbing import scrubbed
from game.story.safety.topics import topic_of_words

SPIDERS = Filter((("line", topic_of_words("spider")),))
MADE = [
    {"slot": "narrator", "heard": ({"sentence": "It rains.", "n": 1}, {"sentence": "Rain. A spider.", "n": 2.5})},
    None,
]


def test_a_text_that_may_not_be_shown_is_emptied_and_all_else_kept() -> None:
    heard = [{"sentence": "It rains.", "n": 1}, {"sentence": "", "n": 2.5}]
    assert scrubbed(MADE, SPIDERS) == [{"slot": "narrator", "heard": heard}, None]


def test_with_nothing_to_keep_back_all_is_kept() -> None:
    assert scrubbed(MADE[0]["slot"], NO_FILTER) == "narrator"  # type: ignore[index]
