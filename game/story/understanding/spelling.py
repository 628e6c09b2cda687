"""Spelling mended: a word that is nearly one we know, and only one, becomes it.

Knows nothing of what words mean. A word that is known stays as it is, so that no verb becomes another.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from game.story.lexicon import is_spaced
from game.story.sentences import Sentences
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import Tokens, tokens

_SHORTEST = 4
_LONG = 7


def mended(scope: Scope, said: Tokens) -> Tokens:
    """Return the words with each unknown one that is nearly a known one in its place."""
    if not all(map(is_spaced, said)):
        return _mended_names(scope, said)
    grammar = _grammar(scope.sentences)
    names = frozenset(token for text in _names(scope) for token in tokens(text))
    return tuple(each if each in grammar or each in names else _nearest(each, grammar, names) for each in said)


def _nearest(word: str, grammar: frozenset[str], names: frozenset[str]) -> str:
    """Return the only known word that an unknown one nearly spells, or the word itself."""
    if len(word) < _SHORTEST - 1 or not word.isalpha():
        return word
    slips = (each for each in grammar if each not in (f"{word}s", word.removesuffix("s")))  # "reminds" commands nothing
    near = {each for each in names if _is_near(word, each)} or {each for each in slips if _is_slip(word, each)}
    return near.pop() if len(near) == 1 else word


def _is_slip(word: str, known: str) -> bool:
    """Return whether letters were left out, doubled or swapped: with one exchanged it may well be another verb."""
    if sorted(word) == sorted(known) and word[0] == known[0]:
        return OSA.distance(word, known, score_cutoff=1) <= 1
    if len(known) < _SHORTEST or len(word) < _SHORTEST or word[0] != known[0] or len(word) == len(known):
        return False
    return OSA.distance(word, known, score_cutoff=1) <= 1


def _is_near(word: str, known: str) -> bool:
    most = 2 if min(len(word), len(known)) >= _LONG else 1
    return (
        len(known) >= _SHORTEST <= len(word)
        and word[0] == known[0]
        and OSA.distance(word, known, score_cutoff=most) <= most
    )


def _names(scope: Scope) -> Iterator[str]:
    for each in scope.near:
        yield from names_now(each)
    for choice in scope.choices:
        yield choice.text
    for way in scope.exits:
        place = scope.world.places[way.to]
        yield from (way.name, place.name, *place.aliases)


def _grammar(sentences: Sentences) -> frozenset[str]:
    tables = (sentences.verbs, sentences.particles, sentences.directions, sentences.kin)
    return _words_of(tuple(words for table in tables for words in table.values()))


@lru_cache(maxsize=8)
def _words_of(groups: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(token for words in groups for word in words for token in tokens(word))


def _mended_names(scope: Scope, said: Tokens) -> Tokens:
    """Return Chinese words with names of three characters and more mended where one character is another."""
    names = {tokens(text) for each in scope.near for text in names_now(each)}
    found = [(start, name) for name in names if len(name) > 2 for start in _nearly(said, name)]
    if len({name for _, name in found}) != 1:
        return said
    start, name = found[0]
    return (*said[:start], *name, *said[start + len(name) :])


def _nearly(said: Tokens, name: Tokens) -> Iterator[int]:
    for start in range(len(said) - len(name) + 1):
        part = said[start : start + len(name)]
        if sum(one != other for one, other in zip(part, name, strict=True)) == 1 and part[0] == name[0]:
            yield start
