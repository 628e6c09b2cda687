"""What a small model may be heard saying, and what is never shown."""

from __future__ import annotations

import pytest

from game.rules.apply import begin_run
from game.story.guard import (
    Vocabulary,
    claims_nothing,
    fits_line,
    fits_touch,
    freshest,
    unclaiming_words,
    vocabulary_of,
)
from game.story.scene import speaker_of
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
        "There's rain on the roof, and it's cold.",
        "There’s rain on the roof, and it’s cold.",
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
        "Soon you'll feel the cold rain on the old stones.",
        "Soon you’ll feel the cold rain on the old stones.",
        "Out in the fog he’s breathing slow and cold.",
        "Gareth breathes in the cold grey fog.",
        "Fog settles over Élise like wool.",
        "Mist hides the bishops from the water.",
        "The brass lamp glows through the fog.",
        "Anna breathes in the cold fog.",
        "The landlady smells of rain and smoke.",
        "Mist hides the bishop from the light.",
        "A man coughs somewhere in the fog.",
        "Fog settles over London like wool.",
        'Fog says "good evening" to the water.',
        "Fog says 'good evening' to the water.",
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
    [
        "I keep the books and nothing else.",
        "Not tonight. My stairs want mending.",
        "We close at ten, lamp or no lamp.",
        "I’m tired. Don’t ask me.",
        "She told me so. I'd believe her.",
        "Fourteen pots, I counted them. Nobody'll say why.",
        "SPEAK UP. I was a smith for forty years.",
        "Landlady, they call me, and worse.",
    ],
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
        "Gareth told me so himself.",
        "Isobel is dead. I buried her.",
        "I buried her. Isobel is dead.",
        "I never met Émile.",
        "I never met O'Brien.",
        "Émile I never met.",
        "I carried the bishop up myself.",
        "I never cared for bishops.",
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


def test_a_word_that_one_of_them_may_say_is_free_to_all() -> None:
    again = inn("""
[[person.anna.knows]]
id = "mitre"
topic = "the mitre"
keys = ["bishop"]
text = "The mitre is a bishop's."
say = "It is a bishop's."
""")
    assert vocabulary_of(again, begin_run(again, 7).state).closed == frozenset()


@pytest.mark.parametrize(
    ("line", "claims"),
    [("I don't know that.", False), ("I don’t know that.", False), ("I sold the horse.", True)],
)
def test_a_line_of_common_words_claims_nothing(line: str, claims: bool) -> None:
    assert claims_nothing(line, speaker_of(WORLD, begin_run(WORLD, 7).state, "anna"), WORDS) is not claims


def test_a_line_of_unclaiming_words_claims_nothing() -> None:
    anna = speaker_of(WORLD, begin_run(WORLD, 7).state, "anna")
    words = unclaiming_words(anna, WORDS)
    assert {"I", "don't", "know"} <= words
    assert not words & {"i", "horse", *WORDS.names}
    assert all(claims_nothing(word, anna, WORDS) for word in words)


def test_the_freshest_is_the_least_like_what_was_said() -> None:
    assert freshest(["Rain taps at the glass.", "Gulls argue over the roof."], ["Rain taps at the pane."]) == (
        "Gulls argue over the roof."
    )


def test_an_empty_vocabulary_holds_nothing_back() -> None:
    assert fits_touch("Mist drifts over the oak table.", Vocabulary(frozenset(), frozenset()), [])
