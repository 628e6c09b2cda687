"""Ways out: of a place, or of what is left behind in it; and ways that are taken with something in hand.

Knows nothing of other verbs.
"""

from __future__ import annotations

from game.rules.actions import Action, Drop, Go, Put, Remove
from game.story.offers import action_words
from game.story.understanding.going import (
    direction_book,
    directions_here,
    exit_book,
    go,
    is_seen,
    way_back,
    way_words,
)
from game.story.understanding.nouns import read_nouns
from game.story.understanding.pieces import UNKNOWN, name_book, pieces_of
from game.story.understanding.readings import Reading, which
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases


def carry(scope: Scope, said: Tokens) -> Reading:
    """Return the step that is to be taken with something that is carried already: "carry it out"."""
    found = pieces_of(said, direction_book(scope), exit_book(scope), scope.names, scope.small)
    ways = [piece for piece in found if piece.meaning.ids and piece.meaning.ids <= directions_here(scope)]
    rest = tuple(token for piece in found if piece not in ways for token in said[piece.start : piece.end])
    phrase = read_nouns(scope, rest, scope.names)
    carried = {each.id for each in scope.carried}
    if phrase.unknown or len(phrase.nouns) != 1 or not carried & {*phrase.nouns[0].ids}:
        return None
    return go(scope, tuple(token for piece in ways for token in said[piece.start : piece.end])) if ways else None


def leave(scope: Scope, said: Tokens) -> Reading:
    """Return the step out of where the player is: the way out, the only way, or the way they came."""
    here = scope.world.places[scope.state.place]
    own = name_book([(here.id, (here.name, *here.aliases))], scope.words_of_names)
    found = pieces_of(said, own, way_words(scope, "back", ()), scope.small)
    unknown = [piece for piece in found if piece.kind == UNKNOWN]
    goal = phrases((*scope.sentences.particles["give"], *scope.sentences.particles["put"])).at(said, 0)
    pointing = phrases((*scope.sentences.particles["it"], *scope.sentences.particles["them"]))
    if pointing.at(said, 0) or (unknown and goal):
        return _left(scope, said)
    if not all(is_seen(scope, said[piece.start : piece.end]) for piece in unknown):
        return _left(scope, said)
    ways = [way.direction for way in scope.exits]
    if "out" in ways or len(ways) == 1:
        return Go("out" if "out" in ways else ways[0])
    return way_back(scope)


def _left(scope: Scope, said: Tokens) -> Reading:
    """Return the leaving of a thing here: its putting down, or the question where, if something here holds others."""
    phrase = read_nouns(scope, said, scope.names)
    carried = {each.id for each in scope.carried}
    things = [
        each for noun in phrase.nouns for each in noun.ids if each in carried and not scope.is_legal(Remove(each))
    ]
    if phrase.left or len(phrase.nouns) != 1 or len(things) != 1:
        return None
    holders = [Put(things[0], each.id) for each in scope.here if scope.is_legal(Put(things[0], each.id))]
    ways: tuple[Action, ...] = (Drop(things[0]), *holders)
    if len(ways) == 1:
        return ways[0]
    return which(scope, [action_words(scope.world, scope.sentences, scope.state, each) for each in ways])
