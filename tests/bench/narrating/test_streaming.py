from __future__ import annotations

from game.story.model import Done
from tests.bench.narrating.streaming import Painting, _compared

_DONE = Done("stop", prompt_tokens=100, read_tokens=10, written_tokens=12, first_token_s=0.1, total_s=2.0)


def test_the_speed_is_taken_from_the_first_painting_with_words_not_from_the_screen_before_it() -> None:
    paintings = [
        Painting(0.0, "The old telling."),
        Painting(1.0, ""),
        Painting(5.0, "Fog stands here."),
        Painting(6.0, "Fog stands here. It is cold."),
        Painting(7.0, "Fog stands here. It is cold."),
    ]
    assert _compared(paintings, _DONE, tokens_a_second=4.0).shown == 3.0


def test_both_speeds_are_in_words() -> None:
    paintings = [Painting(0.0, ""), Painting(1.0, "Fog stands here."), Painting(2.0, "Fog stands here. It is cold.")]
    assert _compared(paintings, _DONE, tokens_a_second=4.0).bare == 2.0
