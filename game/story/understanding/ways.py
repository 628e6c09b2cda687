"""Books of the words for ways: directions, where the ways out lead and who is there, and the small words beside them.

Knows nothing of which way is meant.
"""

from __future__ import annotations

from functools import lru_cache

from game.story.understanding.neighbours import people_there
from game.story.understanding.pieces import NAME, SMALL, Book, Meaning, name_book
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import tokens


def directions_here(scope: Scope) -> set[str]:
    """Return the directions of the ways out."""
    return {way.direction for way in scope.exits}


def direction_book(scope: Scope) -> Book:
    """Return the words for directions, and the author's own directions."""
    own = {tokens(way.direction): Meaning(NAME, frozenset({way.direction})) for way in scope.exits}
    return {**own, **_direction_words(tuple(scope.sentences.directions.items()))}


@lru_cache(maxsize=8)
def _direction_words(directions: tuple[tuple[str, tuple[str, ...]], ...]) -> Book:
    return {tokens(word): Meaning(NAME, frozenset({way})) for way, words in directions for word in words}


def exit_book(scope: Scope) -> Book:
    """Return the names of the ways out, and of where they lead."""
    places = scope.world.places
    named = [
        (way.direction, [name for name in (way.name, places[way.to].name, *places[way.to].aliases) if name])
        for way in scope.exits
    ]
    return {**people_there(scope), **name_book(named, scope.words_of_names)}


def way_words(scope: Scope, kind: str, words: tuple[str, ...]) -> Book:
    """Return words as a kind of their own, and the small words that may stand beside a way."""
    particles = scope.sentences.particles
    return _small_words((*particles["ways"], *particles["articles"], *particles["weather"]), kind, words)


@lru_cache(maxsize=16)
def _small_words(small: tuple[str, ...], kind: str, words: tuple[str, ...]) -> Book:
    ways = {tokens(word): Meaning(SMALL) for word in small}
    return {**ways, **{tokens(word): Meaning(kind) for word in words}}
