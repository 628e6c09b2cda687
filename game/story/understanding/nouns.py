"""Noun phrases: which things and people are named, joined how, with pronouns resolved; and what is left over.

Knows nothing of verbs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from game.story.understanding.pieces import (
    ALIKE,
    ALL,
    AT,
    JOINS,
    NAME,
    NAMING,
    PRONOUNS,
    SMALL,
    UNKNOWN,
    Book,
    Piece,
    pieces_of,
)
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, spelled, tokens

_MOST_ADJECTIVES = 2
_OWNED = ("s",)


@dataclass(frozen=True, slots=True)
class Noun:
    """What one noun can mean: ids, the likeliest first where ranked (a pronoun), else all alike.

    joined is the kind of word before it, such as "from"; nothing where none stands there.
    """

    ids: tuple[str, ...]
    said: str
    joined: str = ""
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The nouns of a phrase in order, and the tokens that nothing explains. all is whether it says "all".

    before are those of the unknown that stand before a name, adjectives those of them that nothing parts from it: "the
    grandfather clock". strung says that something unknown follows an "and": another deed, it may be.
    """

    nouns: tuple[Noun, ...]
    unknown: Tokens = ()
    all: bool = False
    before: Tokens = ()
    adjectives: Tokens = ()
    strung: bool = False

    @property
    def left(self) -> Tokens:
        """Return what one deed on one thing leaves unexplained: what nothing explains, and what is excepted."""
        return (*self.unknown, *(token for noun in self.joined("but") for token in tokens(noun.said)))

    def joined(self, *how: str) -> tuple[Noun, ...]:
        """Return the nouns that are joined in one of these ways."""
        return tuple(noun for noun in self.nouns if noun.joined in how)

    @property
    def only(self) -> Noun | None:
        """Return the one noun that is said, perhaps in several ways: "the names on the stone"."""
        same = self.nouns[:1] if len({noun.ids for noun in self.nouns}) == 1 else ()
        return same[0] if same else None


def read_nouns(scope: Scope, said: Tokens, *books: Book) -> NounPhrase:
    """Return what a phrase names, in these books of names before the small words."""
    pieces = pieces_of(said, *books, scope.small)
    unknown = tuple(token for each in pieces if each.kind == UNKNOWN for token in said[each.start : each.end])
    return NounPhrase(
        tuple(_grouped(scope, said, pieces)),
        unknown,
        any(each.kind == ALL for each in pieces),
        _before(said, pieces),
        _adjectives(said, pieces),
        any(one.kind == "and" and other.kind == UNKNOWN for one, other in pairwise(pieces)),
    )


def _before(said: Tokens, pieces: tuple[Piece, ...]) -> Tokens:
    """Return the unknown tokens that stand right before a name."""
    held: list[str] = []
    found: list[str] = []
    for piece in pieces:
        held = [*held, *said[piece.start : piece.end]] if piece.kind == UNKNOWN else held
        if piece.kind == NAME:
            found += held
        if piece.kind not in (UNKNOWN, SMALL):
            held = []
    return tuple(found)


def _adjectives(said: Tokens, pieces: tuple[Piece, ...]) -> Tokens:
    """Return the unknown tokens, two at most, that nothing parts from a name after them."""
    found: list[str] = []
    for place, piece in enumerate(pieces):
        if piece.kind in (NAME, ALIKE):
            near = list(takewhile(lambda each: _may_describe(said, each), reversed(pieces[:place])))
            words = [said[each.start] for each in reversed(near) if each.kind == UNKNOWN]
            found += words if len(words) <= _MOST_ADJECTIVES else []
    return tuple(found)


def _may_describe(said: Tokens, piece: Piece) -> bool:
    """Return whether a piece before a name may be part of what describes it: "mum's letter"."""
    return piece.kind == UNKNOWN or said[piece.start : piece.end] == _OWNED


def _grouped(scope: Scope, said: Tokens, pieces: tuple[Piece, ...]) -> Iterator[Noun]:
    """Yield a noun for each run of pieces that name the same, in order."""
    noun: Noun | None = None
    joined = ""
    for number, piece in enumerate(pieces):
        if piece.kind == AT and noun:
            yield replace(noun, joined="from")
            noun = None
        elif piece.kind in JOINS:
            yield from _closed(noun)
            noun, joined = None, piece.kind
        elif piece.kind in NAMING:
            both = noun and not noun.ranked and tuple(each for each in noun.ids if each in piece.meaning.ids)
            if noun and both:
                noun = replace(noun, ids=both, said=f"{noun.said} {spelled(said[piece.start : piece.end])}")
                continue
            yield from _closed(noun)
            noun = Noun(tuple(sorted(piece.meaning.ids)), spelled(said[piece.start : piece.end]), joined)
            joined = ""
        elif piece.kind in PRONOUNS and not _points_at(piece, pieces[number + 1 :]):
            yield from _closed(noun)
            ids, ranked = _meant_by(scope, piece.kind)
            noun = Noun(ids, spelled(said[piece.start : piece.end]), joined, ranked=ranked)
            joined = ""
    yield from _closed(noun)


def _closed(noun: Noun | None) -> tuple[Noun, ...]:
    return (noun,) if noun else ()


def _points_at(piece: Piece, following: Sequence[Piece]) -> bool:
    """Return whether a word such as "that" stands before the noun it points at, and for nothing itself."""
    following = [each for each in following if each.kind not in (SMALL, UNKNOWN)]
    return piece.kind in ("this", "them") and bool(following) and following[0].kind in NAMING


def _meant_by(scope: Scope, kind: str) -> tuple[tuple[str, ...], bool]:
    """Return what a pronoun can stand for, and whether the likeliest is first."""
    things = [each.id for each in (*scope.carried, *scope.here)]
    people = [each.id for each in scope.people]
    among = {"person": people, "them": [*things, *people]}.get(kind, things)
    last = tuple(each for each in scope.spoken_of if each in among)
    if kind == "person":
        return last[:1] or tuple(people), bool(last)
    return last, True
