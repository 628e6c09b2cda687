"""The words of a text as they are compared when it is told another way, and the lists that say how it hangs together.

Knows nothing of clauses. The lists are in prompts/, by language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from game.story.parting import known_words
from game.story.prompt import word_lists
from game.story.reading import unit_of
from game.story.rewording.spelling import WORD
from game.story.tables import prompts_in

THE = "the"
"""Every article, and it alone."""
Words = tuple[str, ...]

_NUMBER = re.compile(r"\d+")


def words_of(text: str, language: str) -> list[str]:
    """Return the words of a text in lower case; of a run without spaces what the lists know, and what is between."""
    if parts_by_spaces(language):
        return [word.lower().replace("’", "'") for word in WORD.findall(text)]
    known = frozenset().union(*listed(language).values(), *_alike(language))
    return [*known_words(text, known), *_NUMBER.findall(text)]


def in_one_form(words: Iterable[str], language: str) -> Words:
    """Return words, each in the form that stands for all that may be in its place."""
    articles, forms = listed(language)["articles"], _forms(language)
    return tuple(THE if word in articles else forms.get(word, word) for word in words)


def is_aside(words: Sequence[str], language: str) -> bool:
    """Return whether words are nothing but phrases that say where or how: "on the wall", "out of the fog"."""
    lists = listed(language)
    relations = lists["relations"]
    if not words or words[0] not in relations or words[-1] in relations or not lists["turning"].isdisjoint(words):
        return False
    return all(before in relations | lists["binding"] for before, word in pairwise(words) if word == THE)


def parts_by_spaces(language: str) -> bool:
    """Return whether spaces part the words of a language."""
    return unit_of(language) == "words"


def listed(language: str) -> Mapping[str, frozenset[str]]:
    """Return the lists by the names that they have under [retelling.words]."""
    return word_lists("retelling", "words", language)


@cache
def _alike(language: str) -> tuple[Words, ...]:
    """Return the words that may stand for one another, those that do side by side; all are meant by the first."""
    return tuple(tuple(row.split()) for row in prompts_in(language)["retelling"]["alike"])


@cache
def _forms(language: str) -> Mapping[str, str]:
    return {word: row[0] for row in _alike(language) for word in row}
