"""The two small jobs of a model beside the author's words, as data in and out: what of its texts can be used.

Knows nothing of models that are asked, or of turns. What passes no filter is not used.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.story.guard import Vocabulary, claims_nothing, fits_line, fits_touch, unclaiming_words
from game.story.parting import known_words
from game.story.prose import is_complete, joined, sentences_in, whole_sentences
from game.story.reading import count_words, unit_of
from game.story.scene import Scene, Speaker
from game.story.sky import is_sayable, sayable_words
from game.story.surroundings import strange_words

_QUOTES = "\"“”'‘’「」 \t"
_SHORT_LINE = 8


def usable_touches(
    texts: Sequence[str], scene: Scene, vocabulary: Vocabulary, recent: Sequence[str], *, trusted: bool
) -> list[str]:
    """Return the touches in a model's texts that can be shown; of a model that is not trusted, only closed words."""
    touches = (first_sentence(text) for text in texts)
    return [
        touch for touch in touches if fits_touch(touch, vocabulary, recent) and (trusted or _is_closed(touch, scene))
    ]


def usable_lines(
    texts: Sequence[str], speaker: Speaker, vocabulary: Vocabulary, said: Sequence[str], *, trusted: bool
) -> list[str]:
    """Return the lines in a model's texts that can be shown; of a model not trusted, only what claims nothing."""
    lines = (spoken_part(text) for text in texts)
    return [
        line
        for line in lines
        if fits_line(line, vocabulary, speaker.name)
        and line not in said
        and (trusted or claims_nothing(line, speaker, vocabulary))
    ]


def touch_words(scene: Scene, vocabulary: Vocabulary, *, trusted: bool) -> frozenset[str]:
    """Return the words that a touch is held to: none, that is to any, for a model that is trusted.

    Nor is a model held to any of a language that parts none by spaces, which it cannot be while it draws.
    """
    if trusted or unit_of(scene.language) == "characters":
        return frozenset()
    words = sayable_words(hour=scene.hour, weather=scene.weather, language=scene.language)
    return words - strange_words(scene) - vocabulary.names


def line_words(speaker: Speaker, vocabulary: Vocabulary, *, trusted: bool) -> frozenset[str]:
    """Return the words that a line is held to, likewise."""
    if trusted or unit_of(speaker.language) == "characters":
        return frozenset()
    return unclaiming_words(speaker, vocabulary)


def _is_closed(touch: str, scene: Scene) -> bool:
    """Return whether a touch holds words of the list alone, all of this hour, this weather and this kind of place."""
    strange = strange_words(scene)
    is_here = strange.isdisjoint(known_words(touch, strange))
    return is_here and is_sayable(touch, hour=scene.hour, weather=scene.weather, language=scene.language)


def first_sentence(text: str) -> str:
    """Return the first sentence of what a model wrote for a touch."""
    return next(iter(sentences_in(text.strip(_QUOTES))), "")


def spoken_part(text: str) -> str:
    """Return the first whole sentence, and the second if that is short, without the marks models put around speech."""
    sentences = sentences_in(whole_sentences(text.strip(_QUOTES)).strip(_QUOTES))
    is_short = 0 < count_words(sentences[:1]) < _SHORT_LINE
    return joined(sentences[: 2 if is_short else 1])


def is_touch_told(text: str) -> bool:
    """Return whether nothing that follows text can change the touch in it."""
    sentences = sentences_in(text)
    has_ended = text[-1:].isspace() or text.endswith("。")  # After another mark there may be one more.
    return len(sentences) > 1 or bool(sentences and is_complete(sentences[0]) and has_ended)


def is_line_told(text: str) -> bool:
    """Return whether nothing that follows text can change the line in it."""
    sentences = sentences_in(text)
    return len(sentences) > 2 or (len(sentences) == 2 and count_words(sentences[:1]) >= _SHORT_LINE)
