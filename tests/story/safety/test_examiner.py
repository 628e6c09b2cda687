"""A model asked whether a sentence may be shown."""

from __future__ import annotations

from threading import Event

import pytest

from game.errors import ModelError
from game.story.safety.examiner import Examiner
from game.story.safety.filter import Withheld
from tests.scripted import ScriptedModel


@pytest.mark.parametrize(
    ("answer", "withheld"),
    [
        ("no", None),
        (" No.", None),
        ("yes", Withheld("judged")),
        ("Perhaps", Withheld("judged")),
        ("", Withheld("judged")),
    ],
)
def test_only_a_plain_no_lets_a_sentence_pass(answer: str, withheld: Withheld | None) -> None:
    assert Examiner(ScriptedModel([answer]), ["spiders"], Event(), language="en")("Eight legs.") == withheld


def test_what_cannot_be_asked_is_not_shown() -> None:
    assert Examiner(ScriptedModel([ModelError("gone")]), ["spiders"], Event(), language="en")("Rain.") == Withheld(
        "judged"
    )


def test_the_question_is_short_and_drawn_without_chance() -> None:
    model = ScriptedModel(["no"])
    Examiner(model, ["spiders", "my old school"], Event(), language="en")(" Rain.")
    (request,) = model.requests
    assert (request.slot, request.max_tokens, request.sampling.temperature) == ("check", 3, 0)
    assert "never to read of: spiders, my old school." in request.messages[0].text
    assert request.messages[-1].text == "Rain."
