"""How a retelling is asked for."""

from __future__ import annotations

import pytest

from game.story.model import Message
from game.story.rewording.asking import retelling_messages, retelling_prefix, retelling_request
from tests.kit import inn

TEXT = "The fire is out. A lamp stands on the sill."


def test_a_prompt_ends_with_the_worlds_style_and_the_text_alone() -> None:
    world = inn('[world.voice]\nstyle = "dry"\navoid = ["a tapestry"]\n')
    request = retelling_request(world, TEXT, seed=3)
    assert request.messages[-1] == Message("user", f"Style: dry.\nText: {TEXT}")
    assert (request.seed, request.candidates, request.stop) == (3, 4, ("\n",))
    assert request.sampling.banned[0] == "a tapestry"


def test_no_word_of_the_text_counts_as_repeated() -> None:
    assert {"fire", "lamp", "sill"} <= set(retelling_request(inn(), TEXT, seed=3).sampling.spared)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_every_retelling_begins_with_can_be_read_ahead(language: str) -> None:
    prefix = retelling_prefix(language)
    asked = retelling_messages("", TEXT, language=language)
    assert (prefix.messages, prefix.max_tokens) == (asked[:-1], 0)
