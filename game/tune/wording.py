"""Words that no example may teach: those that models have worn out, and deeds and feelings given to the player.

Knows nothing of what is true. The lists are the guard's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.stems import stem, stems_of
from game.story.prompt import worn_phrases
from game.tune.examples import Ambience, Choosing, Example, Line, Retelling, Telling, given, told
from game.tune.speech import without_speech

_PLAYER = re.compile(r"\b(?:you|your|yours|yourself|i|me|my|mine|we|us|our|ours)\b")
_YOU_DO = re.compile(r"(?:^|[.,;:] |\b(?:and|but|then|so) )you ((?:\w+ly )?[a-z]+)")


def worn(example: Example) -> Iterator[str]:
    """Yield the worn phrases of what is told, but for those that are in what it is told from."""
    text, known = folded(told(example)), folded(" ".join(given(example)))
    found = (lexicon().find("worn", text), *(each for each in worn_phrases() if each.lower() in text))
    kept = dict.fromkeys(words for words in found if words and words not in known)
    yield from (words for words in kept if not any(words in other for other in kept if other != words))


def puppeted(example: Example) -> Iterator[str]:
    """Yield the words that give the player words, thoughts, feelings or a deed that they did not do."""
    text = folded(told(example))
    match example:
        case Ambience():
            yield from _PLAYER.findall(text)
        case Line():
            yield from _deeds(without_speech(text), "")
        case Telling():
            yield from _deeds(text, folded(example.event))
        case Retelling():
            yield from _deeds(text, folded(example.text))
        case Choosing():
            return


def _deeds(text: str, event: str) -> Iterator[str]:
    """Yield what a telling has the player feel, or do beside what happened."""
    words = lexicon().find("your_heart", text)
    if words and words not in event:
        yield words
    happened = stems_of([event])
    for found in _YOU_DO.finditer(text):
        verb = stem(found[1].split()[-1])
        if lexicon().has("deeds", verb) and not _is_theirs(verb, happened):
            yield found.group().strip(" .,;:")


def _is_theirs(verb: str, happened: Collection[str]) -> bool:
    """Return whether a verb is the player's: what they did, in this word or another, or seeing, having and going."""
    done = (listed for key, listed in lexicon().words.items() if key.startswith("when_") and verb in listed)
    is_free = any(lexicon().has(key, verb) for key in ("perceiving", "moving"))
    return is_free or verb in happened or any(not listed.isdisjoint(happened) for listed in done)


def folded(text: str) -> str:
    """Return a text as the lists are written: in small letters, its quotation marks straight."""
    return text.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def lexicon() -> Lexicon:
    """Return the guard's lists for the language of the examples."""
    return lexicon_of("en")
