"""The shape of an example: how long it may be, of how many sentences, and what has to be in it.

Knows nothing of what it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from game.story.lexicon import plain
from game.story.prose import is_complete, sentences_in, words_in
from game.tune.examples import Ambience, Choosing, Example, Line, Retelling, Telling, given, told
from game.tune.speech import spoken_in

_LENGTHS: Mapping[type[Example], range] = {
    Ambience: range(5, 29),
    Line: range(1, 46),
    Retelling: range(5, 91),
    Telling: range(8, 91),
}
"""In words: those of a touch, of a line and of a scene that the game would show."""
_SENTENCES = range(1, 6)
_ANY = range(1, 99)


def misshapen(example: Example) -> Iterator[str]:
    """Yield what is wrong with the shape of an example."""
    if any(text != text.strip() or "\n" in text for text in (*given(example), told(example))):
        yield "a text has spaces around it, or lines in it"
    match example:
        case Choosing():
            yield from _choosing(example)
        case Ambience():
            yield from _told(example, example.tell, range(1, 2))
        case Line():
            yield from _told(example, spoken_in(example.tell), _ANY)
        case Telling() | Retelling():
            yield from _told(example, example.tell, _SENTENCES)


def _told(example: Example, text: str, sentences: range) -> Iterator[str]:
    """Yield what is wrong with the words that a model is to write."""
    if not text:
        yield "nothing is told, or nothing of it is spoken"
        return
    if not is_complete(text):
        yield "it does not end where a sentence ends"
    if len(sentences_in(text)) not in sentences:
        yield f"it has {len(sentences_in(text))} sentences"
    if len(words_in(text)) not in _LENGTHS[type(example)]:
        yield f"it has {len(words_in(text))} words"


def _choosing(example: Choosing) -> Iterator[str]:
    """Yield the commands that are there twice, the words that are, and what words mean that cannot be done."""
    yield from (f"'{each}' can be done twice" for each in _doubles(example.can))
    yield from (f"'{each}' is said twice" for each in _doubles(plain(said.words) for said in example.said))
    for said in example.said:
        if not said.words.strip():
            yield "nothing is said"
        if said.means is not None and said.means not in example.can:
            yield f"'{said.words}' means '{said.means}', which cannot be done"


def _doubles(texts: Iterable[str]) -> Iterator[str]:
    return (text for text, count in Counter(texts).items() if count > 1)
