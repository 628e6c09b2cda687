"""Spelling mended: a word that is nearly one we know, and only one, becomes it.

Knows nothing of what words mean. A word that is known stays as it is, so that no verb becomes another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from game.story.lexicon import is_spaced
from game.story.sentences import Sentences
from game.story.understanding.gist.senses import lexicon, parts_of
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.sounds import mishears, sound_alike, spelled_in_letters
from game.story.understanding.tokens import GAP, Tokens, tokens

_SHORTEST = 4
_LONG = 7
_MENDED = ("examine", "take", "drop", "give", "open", "close", "wear", "remove", "put", "wait")
"""Verbs without spaces that are put right: those whose words are long enough to be known by their sound."""


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
    """Return Chinese words with what only sounds like a name put right, or is one in letters; else such verbs."""
    said = _fronted(scope.sentences, said)
    spoken, known_places = {*said}, _known_places(scope, said)
    for known in (_unspaced(_names(scope)), _verbs(scope.sentences)):
        near = known if any(map(is_spaced, said)) else [name for name in known if not spoken.isdisjoint(name)]
        found = {(start, end, name) for name in near for start, end in _sounding_like(said, name)}
        found = {each for each in found if known_places.isdisjoint(_changed(said, *each))}
        longest = max((len(name) for _, _, name in found), default=0)
        found = {each for each in found if len(each[2]) == longest}
        if len({name for _, _, name in found}) == 1:
            start, end, name = min(found)
            return (*said[:start], *name, *said[end:])
    return said


def _changed(said: Tokens, start: int, end: int, name: Tokens) -> Iterator[int]:
    """Yield where a name in place of words would change them."""
    return (place for place in range(start, end) if said[place : place + 1] != name[place - start : place - start + 1])


def _known_places(scope: Scope, said: Tokens) -> frozenset[int]:
    """Return where words of more than one character stand that are known: nobody meant another by them."""
    places: set[int] = set()
    end = 0
    for part in parts_of(lexicon(scope.sentences), scope.full_names, said):
        start, end = end, end + len(part.said)
        if part.senses and len(part.said) > 1:
            places.update(range(start, end))
    return frozenset(places)


def _fronted(sentences: Sentences, said: Tokens) -> Tokens:
    """Return words that begin with what only sounds like 把 with that."""
    front = sentences.particles["fronting"][:1]
    if not front or said[0] == front[0] or not sound_alike(said[0], front[0]) or lexicon(sentences).of(said[:1]):
        return said
    return (*front, *said[1:])


def _sounding_like(said: Tokens, name: Tokens) -> Iterator[tuple[int, int]]:
    """Yield where words sound like a name and are not it, and where they are the name in letters."""
    for start in range(len(said) - len(name) + 1):
        if mishears(said[start : start + len(name)], name):
            yield start, start + len(name)
    letters = [place for place, token in enumerate(said) if is_spaced(token)]
    if letters and "".join(said[letters[0] : letters[-1] + 1]) in spelled_in_letters(name):
        yield letters[0], letters[-1] + 1


def _unspaced(names: Iterable[str]) -> frozenset[Tokens]:
    return frozenset(name for name in map(tokens, names) if len(name) > 1 and not any(map(is_spaced, name)))


def _verbs(sentences: Sentences) -> frozenset[Tokens]:
    return _long_verbs(tuple(sentences.verbs[verb] for verb in _MENDED))


@lru_cache(maxsize=8)
def _long_verbs(groups: tuple[tuple[str, ...], ...]) -> frozenset[Tokens]:
    return _unspaced(word for words in groups for word in words if GAP not in word)
