"""Whether an example is true to what it is told from: it names nobody else, has its own sky, and keeps what it must.

Knows nothing of how it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.stems import stem, words_of
from game.story.prompt import word_lists
from game.story.prose import words_in
from game.tune.examples import Ambience, Example, Retelling, given, told
from game.tune.nouns import missing
from game.tune.wording import lexicon
from game.tune.words import listed

_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_COMPARED = re.compile(r"\b(?:like|as) .*|\b(?:smell|smells|scent|scents|smelling) of .*")
"""From here on a sentence speaks of what is not there."""
_BEFORE_A_NOUN = re.compile(r"\b(?:a|an|the|some|one|old|young) $")
_PLURAL = ("s", "men")


def invented(example: Example) -> Iterator[str]:
    """Yield the names in what is told that are in nothing it is told from; and, of ambience, whoever is in it."""
    known = {stem(word) for text in given(example) for word in words_of(text)}
    common = listed("nobody").union(*word_lists("line", "words").values())
    for name in names_in(told(example)):
        if stem(name.lower()) not in known and name.lower() not in common:
            yield name
    if isinstance(example, Ambience):
        yield from dict.fromkeys(_people(_COMPARED.sub("", example.tell.lower())))


def names_in(text: str) -> list[str]:
    """Return the words of a text that have a capital, but for those that begin a sentence."""
    return _CAPITAL.findall(text)


def _people(text: str) -> Iterator[str]:
    """Yield the words for people in a sentence where nobody may be."""
    yield from (
        word for word in words_in(text) if word in word_lists("touch", "never")["people"] - listed("impersonal")
    )
    for found in lexicon().pattern("strangers").finditer(text):
        is_noun = found.group().endswith(_PLURAL) or _BEFORE_A_NOUN.search(text[: found.start()])
        if is_noun and found.group() not in listed("beasts"):
            yield found.group()


def contradicted(example: Example) -> Iterator[str]:
    """Yield the words of a sentence of ambience that are of another hour or weather than it is given."""
    if not isinstance(example, Ambience) or "indoors" in example.weather:
        return
    words, weather = set(words_in(_COMPARED.sub("", example.tell.lower()))), set(words_in(example.weather))
    other = {word for part in ("day", "night") if example.hour in listed(part) for word in listed(f"unseen_by_{part}")}
    if weather & listed("dry") and not weather & listed("wet"):
        other |= listed("wet")
    yield from sorted(words & other - weather)


def lost(example: Example) -> Iterator[str]:
    """Yield what a retelling was to keep, and lost."""
    if isinstance(example, Retelling):
        yield from missing(example.tell, example.keep)
