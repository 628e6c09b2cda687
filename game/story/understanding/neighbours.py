"""Names among words of going, in scripts without spaces, that are no ways: things and people, here and next door.

Knows nothing of which way is taken.
"""

from __future__ import annotations

from functools import lru_cache

from game.story.lexicon import is_spaced
from game.story.understanding.pieces import UNKNOWN, Book, Meaning, Piece, name_book
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import Tokens, spelled, tokens

_OTHER, _HERE = "other", "here"


def others(scope: Scope) -> Book:
    """Return the longer names of things and people and of this place in scripts without spaces, which are no ways."""
    here = scope.world.places[scope.state.place]
    own = {tokens(name): Meaning(_HERE) for name in (here.name, *here.aliases) if not is_spaced(name)}
    return {**_others_of(tuple(scope.full_names)), **own}


@lru_cache(maxsize=8)
def _others_of(names: tuple[Tokens, ...]) -> Book:
    return {said: Meaning(_OTHER) for said in names if len(said) > 1 and not is_spaced(spelled(said))}


def freed(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces with what names something that is no way as unknown."""
    return tuple(Piece(Meaning(UNKNOWN), each.start, each.end) if each.kind == _OTHER else each for each in found)


def people_there(scope: Scope) -> Book:
    """Return the names of who is where a way leads, in scripts without spaces: one goes to them, and talks there."""
    book = whoever_is_there(scope)
    return {said: meaning for said, meaning in book.items() if len(said) > 1 and not is_spaced(spelled(said))}


def whoever_is_there(scope: Scope) -> Book:
    """Return the names of who is where a way leads, in any script."""
    people = scope.world.people.values()
    named = [
        (way.direction, [name for each in people if scope.state.holder(each.id) == way.to for name in names_now(each)])
        for way in scope.exits
    ]
    return name_book(named, scope.words_of_names)
