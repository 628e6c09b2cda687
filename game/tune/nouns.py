"""What a text told another way has lost of what was named, and what it names beside: found by closed lists of words.

Knows nothing of grammar. A word that is in no list of what names nothing is taken for a name of something, unless it
ends as deeds that are done do, and ways of doing them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from game.story.guarding.stems import stem
from game.story.lexicon import is_spaced, mentions_form, plain
from game.story.parting import known_words
from game.story.prompt import word_lists

_UNNAMING = re.compile(r"\w{4,}(?:ed|ly)$")


def missing(retold: str, keep: Iterable[str]) -> Iterator[str]:
    """Yield those of some words that are in no form in a text."""
    yield from (word for word in keep if not mentions_form(plain(retold), plain(word)))


def added(retold: str, text: str, language: str) -> Iterator[str]:
    """Yield the words by which retold names what the text it is of does not, each once."""
    known = _unnaming(language)
    own = {stem(word) for word in known_words(text, known)}
    for word in dict.fromkeys(known_words(retold, known)):
        if is_spaced(word) and not _is_known(word, known) and stem(word) not in own:
            yield word
        if not is_spaced(word) and word not in known and word not in text:
            yield word


def _is_known(word: str, known: Collection[str]) -> bool:
    return stem(word) in known or word.partition("'")[0] in known or _UNNAMING.match(word) is not None


@cache
def _unnaming(language: str) -> frozenset[str]:
    """Return the words of a language that name nothing: as they are, and by their stems."""
    tables = (word_lists("retelling", "words", language), word_lists("retelling", "unnaming", language))
    words = frozenset().union(*(each for table in tables for each in table.values()))
    return words | {stem(word) for word in words if is_spaced(word)}
