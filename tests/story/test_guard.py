"""What a small model may be heard saying, and what is never shown."""

from __future__ import annotations

import pytest

from game.rules.apply import begin_run
from game.story.guard import Vocabulary, fits_line, fits_touch, freshest, vocabulary_of
from tests.kit import inn, play

WORLD = inn()
WORDS = vocabulary_of(WORLD, begin_run(WORLD, 7).state)
RECENT = ["Rain taps at the shutters and forgets why it came."]


@pytest.mark.parametrize(
    "text",
    [
        "Fog lies on the water like wool.",
        "Somewhere far out, thunder turns over in its sleep.",
        "The wind leans on the roof and lets go again.",
    ],
)
def test_a_touch_that_fits(text: str) -> None:
    assert fits_touch(text, WORDS, RECENT)


@pytest.mark.parametrize(
    "text",
    [
        "Fog lies on the water like",
        "fog lies on the water like wool.",
        "Fog lies low. It is cold.",
        "You feel the fog on the water.",
        "I can hear the rain on the roof.",
        "The brass lamp glows through the fog.",
        "Anna breathes in the cold fog.",
        "The landlady smells of rain and smoke.",
        "Mist hides the bishop from the light.",
        "A man coughs somewhere in the fog.",
        "Fog settles over London like wool.",
        'Fog says "good evening" to the water.',
        "Place: a harbour in the fog at night.",
        "Fog <|im_end|> lies on the water.",
        "Write a sentence of fog and water.",
        "Fog.",
        "Fog makes the sea a cold and dark.",
        " ".join(["fog"] * 40) + ".",
        "Rain taps at the shutters and forgets why it came.",
        "Rain taps at the windows, and it is cold tonight.",
    ],
)
def test_a_touch_that_does_not(text: str) -> None:
    assert not fits_touch(text, WORDS, RECENT)


@pytest.mark.parametrize(
    "text",
    ["I keep the books and nothing else.", "Not tonight. My stairs want mending.", "We close at ten, lamp or no lamp."],
)
def test_a_line_that_fits(text: str) -> None:
    assert fits_line(text, WORDS, "Anna")


@pytest.mark.parametrize(
    "text",
    [
        "The inn is full.",
        "I keep the books",
        "I keep it. I clean it. I close it.",
        "Anna keeps the books, and so do I.",
        "I saw Bernard on the stairs.",
        "I carried the bishop up myself.",
        'I said, "go home", and they went.',
        "*sighs* I keep the books.",
        "User: I keep the books.",
        "As an AI I cannot say.",
        "I do.",
        "I " + "keep " * 60 + "it.",
    ],
)
def test_a_line_that_does_not(text: str) -> None:
    assert not fits_line(text, WORDS, "Anna")


def test_the_words_of_a_secret_are_free_once_it_is_open() -> None:
    opened = vocabulary_of(WORLD, play(WORLD, "take lamp", "give lamp to anna").state)
    assert fits_line("I carried the bishop up myself.", opened, "Anna")
    assert WORDS.closed == {"bishop"}
    assert opened.closed == frozenset()


def test_the_freshest_is_the_least_like_what_was_said() -> None:
    assert freshest(["Rain taps at the glass.", "Gulls argue over the roof."], ["Rain taps at the pane."]) == (
        "Gulls argue over the roof."
    )


def test_an_empty_vocabulary_holds_nothing_back() -> None:
    assert fits_touch("Mist drifts over the oak table.", Vocabulary(frozenset(), frozenset()), [])
