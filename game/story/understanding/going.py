"""Ways: a direction, a place or a way by its name, back, and onward, read into a step that can be taken.

Knows nothing of other verbs.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.rules.actions import Action, Drop, Go, Put
from game.rules.world import Exit
from game.story.lexicon import is_spaced, mentions_form, plain
from game.story.offers import action_words
from game.story.understanding.landmarks import before_purpose, way_told
from game.story.understanding.neighbours import freed, others, people_there
from game.story.understanding.nouns import read_nouns
from game.story.understanding.pieces import (
    NAME,
    NAMING,
    PART,
    SMALL,
    UNKNOWN,
    Book,
    Meaning,
    Piece,
    name_book,
    pieces_of,
)
from game.story.understanding.readings import Problem, Reading, not_here, which, which_of
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import BROKEN, Tokens, spelled, tokens

_VERTICAL = ("up", "down", "in", "out")


def direction(scope: Scope, said: Tokens) -> Reading:
    """Return the step in a direction, for words that are one and nothing more; or that there is no such way."""
    found = pieces_of(said, _directions(scope), _words(scope, "back", ()))
    ways = [piece for piece in found if piece.kind == NAME]
    if len(ways) != 1 or any(piece.kind == UNKNOWN for piece in found):
        return None
    (way,) = ways[0].meaning.ids
    if any(each.direction == way for each in scope.exits):
        return Go(way)
    return _through_the_door(scope, way) or way_told(scope, said, found) or _no_such(scope, way)


def _no_such(scope: Scope, way: str) -> Problem:
    return Problem(scope.sentences.say("no_such_exit", noun=scope.sentences.direction(way)))


def _through_the_door(scope: Scope, way: str) -> Reading:
    """Return the step that "in" or "out" means where no way is called so: the one between indoors and outdoors."""
    places = scope.world.places
    indoors = places[scope.state.place].indoors
    if way != ("out" if indoors else "in"):
        return None
    ways = [each.direction for each in scope.exits if places[each.to].indoors != indoors]
    return Go(ways[0]) if len(ways) == 1 else which_of(scope, ways) if ways else None


def go(scope: Scope, said: Tokens) -> Reading:
    """Return the step that words after a verb of going name, or that there is no such way."""
    back, onward = (scope.sentences.particles[key] for key in ("back", "onward"))
    if not said:
        return _some_way(scope)
    if spelled(said) in onward:
        return _onward(scope)
    books = (_directions(scope), _exits(scope), others(scope), _words(scope, "back", back), scope.small)
    found = freed(pieces_of(said, *books))
    named = _meant(scope, said, found)
    if BROKEN not in said and all(piece.kind == SMALL for piece in found):
        return _some_way(scope)
    seen = (_is_seen(scope, said[piece.start : piece.end]) for piece in found if piece.kind == UNKNOWN)
    if not all(seen) or (not named and any(piece.kind == UNKNOWN for piece in found)):
        return way_told(scope, said, found) or _for_something(scope, said) or _no_way(scope, said, found)
    if any(piece.kind == "back" for piece in found) and not named:
        return _back(scope)
    if len(named) > 1:
        return which_of(scope, named)
    return Go(named[0]) if named else way_told(scope, said, found) or _no_way(scope, said, found)


def _for_something(scope: Scope, said: Tokens) -> Reading:
    """Return the step that words name before they say what it is for."""
    steps = (go(scope, first) for first in before_purpose(scope, said) if _names_a_way(scope, first))
    return next((step for step in steps if isinstance(step, Go)), None)


def _names_a_way(scope: Scope, said: Tokens) -> bool:
    found = pieces_of(said, _directions(scope), _exits(scope), _words(scope, "back", ()), scope.small)
    return any(piece.kind in NAMING for piece in found) and not any(piece.kind == UNKNOWN for piece in found)


def climb(scope: Scope, said: Tokens) -> Reading:
    """Return the step up, down, in or out that words after a verb of climbing name; no other way is climbed."""
    reading = go(scope, said)
    return reading if not isinstance(reading, Go) or reading.direction in _VERTICAL else None


def leave(scope: Scope, said: Tokens) -> Reading:
    """Return the step out of where the player is: the way out, the only way, or the way they came."""
    here = scope.world.places[scope.state.place]
    own = name_book([(here.id, (here.name, *here.aliases))], scope.words_of_names)
    found = pieces_of(said, own, _words(scope, "back", ()), scope.small)
    if not all(_is_seen(scope, said[piece.start : piece.end]) for piece in found if piece.kind == UNKNOWN):
        return _left(scope, said) if is_spaced(spelled(said)) else None
    ways = [way.direction for way in scope.exits]
    if "out" in ways or len(ways) == 1:
        return Go("out" if "out" in ways else ways[0])
    return _back(scope)


def _is_seen(scope: Scope, said: Tokens) -> bool:
    """Return whether the place as it looks now holds a word that names nothing in reach: it may say more of a way."""
    if said in scope.names:
        return False
    return mentions_form(plain(scope.world.places[scope.state.place].look.read(scope.state)), spelled(said))


def _left(scope: Scope, said: Tokens) -> Reading:
    """Return the leaving of a thing here: its putting down, or the question where, if something here holds others."""
    phrase = read_nouns(scope, said, scope.names)
    carried = {each.id for each in scope.carried}
    things = [each for noun in phrase.nouns for each in noun.ids if each in carried]
    if phrase.left or len(phrase.nouns) != 1 or len(things) != 1:
        return None
    holders = [Put(things[0], each.id) for each in scope.here if scope.is_legal(Put(things[0], each.id))]
    ways: tuple[Action, ...] = (Drop(things[0]), *holders)
    if len(ways) == 1:
        return ways[0]
    return which(scope, [action_words(scope.world, scope.sentences, scope.state, each) for each in ways])


def _no_way(scope: Scope, said: Tokens, found: tuple[Piece, ...]) -> Reading:
    missing = [way for piece in found if piece.kind == NAME for way in piece.meaning.ids]
    lost = [way for way in missing if way in scope.sentences.directions and way not in _ways(scope)]
    if lost and not any(piece.kind == UNKNOWN for piece in found):
        return _through_the_door(scope, lost[0]) or _no_such(scope, lost[0])
    return not_here(scope, said, key="no_such_exit") if said else None


def _ways(scope: Scope) -> set[str]:
    return {way.direction for way in scope.exits}


def _meant(scope: Scope, said: Tokens, found: tuple[Piece, ...]) -> list[str]:
    """Return the ways that all names agree on; "up", "in" and the like may say how one goes where a name says."""
    meant = [piece for piece in found if piece.kind in NAMING]
    firm = [piece for piece in meant if not _is_loose(piece)]
    if len(meant) == 1 and meant[0].kind == PART and not _ends_a_name(scope, said, meant[0]):
        return []  # "sea" alone is no sea wall
    ways = _agreed(scope, meant) if meant else []
    return ways or (_agreed(scope, firm) if firm else [])


def way_alone(scope: Scope, said: Tokens) -> Reading:
    """Return the step to a place that is all that is named, and is the name of nothing else."""
    found = pieces_of(said, _exits(scope), scope.small)
    is_way = said not in scope.names and all(piece.kind in (NAME, SMALL) for piece in found)
    way = named_way(scope, said) if is_way else ""
    return Go(way) if way else None


def named_way(scope: Scope, said: Tokens) -> str:
    """Return the way that words hold the whole name of, whatever else they say, if it is the only one."""
    found = pieces_of(said, _exits(scope), scope.small)
    ways = {way for piece in found if piece.kind == NAME for way in piece.meaning.ids}
    return ways.pop() if len(ways) == 1 else ""


def _ends_a_name(scope: Scope, said: Tokens, piece: Piece) -> bool:
    """Return whether a word is the last one of a way's or a place's name."""
    word = said[piece.start : piece.end]
    places = scope.world.places
    ways = [way for way in scope.exits if way.direction in piece.meaning.ids]
    names = (name for way in ways for name in (way.name, places[way.to].name, *places[way.to].aliases))
    return any(tokens(name)[-len(word) :] == word for name in names)


def _is_loose(piece: Piece) -> bool:
    return piece.meaning.ids <= {*_VERTICAL}


def _agreed(scope: Scope, pieces: Iterable[Piece]) -> list[str]:
    ways = [way.direction for way in scope.exits]
    for piece in pieces:
        ways = [way for way in ways if way in piece.meaning.ids]
    return ways


def _back(scope: Scope) -> Reading:
    """Return the step back, where the way that was gone last leads from a neighbour to here."""
    gone = next((each.direction for each in reversed(scope.recent) if isinstance(each, Go)), "")
    ways = [way.direction for way in scope.exits if _leads_here(scope, way, gone)]
    if len(ways) == 1:
        return Go(ways[0])
    return _some_way(scope)


def _some_way(scope: Scope) -> Reading:
    """Return the only way there is, or the question which one is meant."""
    only = [way.direction for way in scope.exits]
    if not only:
        return None
    return Go(only[0]) if len(only) == 1 else which_of(scope, only)


def _leads_here(scope: Scope, way: Exit, gone: str) -> bool:
    led = scope.world.places[way.to].exits.get(gone)
    return led is not None and led.to == scope.state.place


def _onward(scope: Scope) -> Reading:
    gone = next((each for each in reversed(scope.recent) if isinstance(each, Go)), None)
    if gone is not None and scope.is_legal(gone):
        return gone
    return _some_way(scope)


def _directions(scope: Scope) -> Book:
    """Return the words for directions, and the author's own directions."""
    own = {tokens(way.direction): Meaning(NAME, frozenset({way.direction})) for way in scope.exits}
    return {**own, **_direction_words(tuple(scope.sentences.directions.items()))}


@lru_cache(maxsize=8)
def _direction_words(directions: tuple[tuple[str, tuple[str, ...]], ...]) -> Book:
    return {tokens(word): Meaning(NAME, frozenset({way})) for way, words in directions for word in words}


def _exits(scope: Scope) -> Book:
    places = scope.world.places
    named = [
        (way.direction, [name for name in (way.name, places[way.to].name, *places[way.to].aliases) if name])
        for way in scope.exits
    ]
    return {**people_there(scope), **name_book(named, scope.words_of_names)}


def _words(scope: Scope, kind: str, words: tuple[str, ...]) -> Book:
    particles = scope.sentences.particles
    return _small_words((*particles["ways"], *particles["articles"]), kind, words)


@lru_cache(maxsize=16)
def _small_words(small: tuple[str, ...], kind: str, words: tuple[str, ...]) -> Book:
    ways = {tokens(word): Meaning(SMALL) for word in small}
    return {**ways, **{tokens(word): Meaning(kind) for word in words}}
