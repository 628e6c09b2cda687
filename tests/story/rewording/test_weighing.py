"""Which way to tell a text a model finds likeliest, and when none."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

import pytest

from game.llm.host import LlamaHost
from game.story.model import Message
from game.story.rewording.weighing import BEHIND, likeliest
from tests.kit import inn
from tests.llm.conftest import starter  # noqa: F401 - a fixture
from tests.scripted import ScriptedModel

WORLD = inn()
TEXT = "A bell hangs on the wall."
WAYS = ("On the wall hangs a bell.", "On the wall a bell hangs.")


def chosen(weights: dict[str, float], *, stop: Event | None = None) -> str:
    def weighs(messages: Sequence[Message], text: str) -> float:
        return -30.0 + 6 * weights.get(text, 0.0)  # nats a word, of six

    return likeliest(ScriptedModel(weighs=weighs), WORLD, WAYS, TEXT, stop or Event())


def test_the_likeliest_way_is_told() -> None:
    assert chosen({WAYS[1]: 0.1}) == WAYS[1]
    assert chosen({WAYS[0]: -0.01, WAYS[1]: -0.05}) == WAYS[0]


@pytest.mark.parametrize(("behind", "is_told"), [(BEHIND / 2, True), (2 * BEHIND, False)])
def test_one_far_behind_the_authors_own_words_is_not(behind: float, is_told: bool) -> None:
    assert bool(chosen(dict.fromkeys(WAYS, -behind))) == is_told


def test_nothing_is_told_where_a_model_cannot_say_or_is_stopped() -> None:
    stop = Event()
    stop.set()
    assert chosen({}, stop=stop) == ""
    assert likeliest(ScriptedModel(), WORLD, WAYS, TEXT, Event()) == ""


@pytest.mark.model
def test_the_starter_finds_out_what_nobody_says(starter: LlamaHost) -> None:  # noqa: F811 - the fixture
    text = "There is a small table in the room. A lamp stands on it."
    ways = (
        "A table is small there in the room. It on stands lamp a.",
        "There is a small table in the room. On it stands a lamp.",
    )
    assert likeliest(starter, WORLD, ways, text, Event()) == ways[1]
