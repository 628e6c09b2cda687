"""What a phrase is made of: names, parts of names, small words, joining words, and what nothing explains.

Knows nothing of verbs, nor of what can be done with what is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.story.lexicon import is_spaced, plain, singular
from game.story.sentences import Sentences
from game.story.understanding.tokens import BROKEN, Tokens, tokens

NAME, PART, ALIKE, SMALL, UNKNOWN = "name", "part", "alike", "small", "unknown"
NAMING = (NAME, PART, ALIKE)
"""A name, a word of one, or a noun that may stand for it."""

PRONOUNS = ("it", "this", "person", "them")
ALL, BUT = "all", "but"
AT = "at"
"""What stands after a noun where another is: 桌上的灯."""
JOINS = ("and", "from", "put", "give", "with", BUT)

_LONGEST = 10
_COST = {NAME: 10, PART: 16, ALIKE: 18, SMALL: 12, UNKNOWN: 1_000}
_JOIN_COST = 11

Book = Mapping[Tokens, "Meaning"]


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a language knows of names: the words that are none by themselves, and groups of nouns that mean the same."""

    ignoring: frozenset[str]
    groups: tuple[tuple[str, ...], ...]

    def alike_of(self, name: Tokens) -> frozenset[Tokens]:
        """Return the nouns that may stand for a name, or for the last word of one."""
        alike = _alike(self.groups)
        return alike.get(name, frozenset()) | alike.get(name[-1:], frozenset())


def name_words(sentences: Sentences) -> NameWords:
    """Return what a language knows of names."""
    small = frozenset((*sentences.particles["articles"], *sentences.particles["small"]))
    return NameWords(small, tuple(sentences.alike.values()))


@lru_cache(maxsize=8)
def _alike(groups: tuple[tuple[str, ...], ...]) -> Mapping[Tokens, frozenset[Tokens]]:
    alike: dict[Tokens, frozenset[Tokens]] = {}
    for group in groups:
        same = frozenset(map(tokens, group))
        for noun in same:
            alike[noun] = alike.get(noun, frozenset()) | same - {noun}
    return alike


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase can be in a noun phrase: its kind, and for names the ids of what bears it."""

    kind: str
    ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what was said, from one token to before another."""

    meaning: Meaning
    start: int
    end: int

    @property
    def kind(self) -> str:
        """Return what kind of piece it is."""
        return self.meaning.kind


_UNKNOWN = Meaning(UNKNOWN)


def small_book(sentences: Sentences) -> Book:
    """Return a language's small and joining words."""
    kinds = (*PRONOUNS, ALL, AT, *JOINS)
    said = tuple((kind, sentences.particles.get(kind, ())) for kind in kinds)
    return _small_book((*sentences.particles["articles"], *sentences.particles["fillers"]), said)


@lru_cache(maxsize=8)
def _small_book(small: tuple[str, ...], kinds: tuple[tuple[str, tuple[str, ...]], ...]) -> Book:
    book = {(BROKEN,): Meaning(SMALL), **{tokens(word): Meaning(SMALL) for word in small}}
    for kind, words in kinds:
        book.update({tokens(word): Meaning(kind) for word in words})
    return book


def name_book(named: Iterable[tuple[str, Sequence[str]]], words: NameWords) -> Book:
    """Return the names of what is given with its ids, their single words, and nouns that may stand for them."""
    return _name_book(tuple((each, tuple(names)) for each, names in named), words)


@lru_cache(maxsize=512)
def _name_book(named: tuple[tuple[str, tuple[str, ...]], ...], words: NameWords) -> Book:
    whole: dict[Tokens, set[str]] = {}
    parts: dict[Tokens, set[str]] = {}
    others: dict[Tokens, set[str]] = {}
    for each, names in named:
        for name in names:
            full = without_articles(tokens(name), words.ignoring)
            whole.setdefault(full, set()).add(each)
            for part in _parts_of(name, words.ignoring):
                parts.setdefault(part, set()).add(each)
            for other in (*words.alike_of(full), *_other_numbers(full)):
                others.setdefault(other, set()).add(each)
    book = {other: Meaning(ALIKE, frozenset(ids)) for other, ids in others.items()}
    book.update({part: Meaning(PART, frozenset(ids)) for part, ids in parts.items()})
    book.update({name: Meaning(NAME, frozenset(ids)) for name, ids in whole.items() if name})
    return book


def _other_numbers(name: Tokens) -> tuple[Tokens, ...]:
    """Return a name in the plural where it is in the singular, and the other way round."""
    if not name or not is_spaced(name[-1]):
        return ()
    one = singular(name[-1])
    return ((*name[:-1], one if one != name[-1] else f"{one}s"),)


def without_articles(said: Tokens, small: frozenset[str]) -> Tokens:
    """Return tokens without the small words that they begin with, unless they are nothing else."""
    first = next((place for place, token in enumerate(said) if token not in small), 0)
    return said[first:]


@lru_cache(maxsize=8_192)
def _parts_of(name: str, ignoring: frozenset[str]) -> tuple[Tokens, ...]:
    words = plain(name).split()
    spaced = [tokens(word) for word in words if word not in ignoring and (len(word) > 2 or not is_spaced(word))]
    unspaced = [part for word in words if not is_spaced(word) for part in _ends_of(tokens(word))]
    return tuple(dict.fromkeys((*spaced, *unspaced)))


def _ends_of(name: Tokens) -> tuple[Tokens, ...]:
    """Return what a name without spaces is cut short to: its last character, and its first and last two of more."""
    return (name[:2], name[-2:], name[-1:]) if len(name) > 2 else (name[-1:],)


def pieces_of(said: Tokens, *books: Book) -> tuple[Piece, ...]:
    """Return the pieces of a phrase with the least unexplained, then the fewest; earlier books count first."""
    best: list[tuple[int, tuple[Piece, ...]]] = [(0, ())]
    for end in range(1, len(said) + 1):
        options = [_after(best[end - 1], Piece(_UNKNOWN, end - 1, end))]
        for start in range(max(0, end - _LONGEST), end):
            meaning = next((book[said[start:end]] for book in books if said[start:end] in book), None)
            if meaning is not None:
                options.append(_after(best[start], Piece(meaning, start, end)))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][1]


def _after(so_far: tuple[int, tuple[Piece, ...]], piece: Piece) -> tuple[int, tuple[Piece, ...]]:
    return so_far[0] + _COST.get(piece.kind, _JOIN_COST), (*so_far[1], piece)
