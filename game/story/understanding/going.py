"""Ways: a direction, a place or a way by its name, back, and onward, read into a step that can be taken.

Knows nothing of other verbs.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.actions import Go
from game.rules.world import Exit
from game.story.lexicon import mentions_form, plain
from game.story.understanding.landmarks import before_purpose, way_told
from game.story.understanding.neighbours import freed, others, whoever_is_there
from game.story.understanding.pieces import (
    NAME,
    NAMING,
    PART,
    SMALL,
    UNKNOWN,
    Piece,
    pieces_of,
    without_articles,
)
from game.story.understanding.readings import Problem, Reading, not_here, which_of
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import BROKEN, Tokens, phrases, spelled, tokens
from game.story.understanding.ways import direction_book, directions_here, exit_book, way_words

_VERTICAL = ("up", "down", "in", "out")


def direction(scope: Scope, said: Tokens) -> Reading:
    """Return the step in a direction, for words that are one and nothing more; or that there is no such way."""
    found = pieces_of(said, direction_book(scope), way_words(scope, "back", ()))
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


def place(scope: Scope, said: Tokens) -> Reading:
    """Return the step to a place or along a way, for words that are its name and nothing else: "pub!"."""
    bare = without_articles(said, scope.ignoring)
    known = exit_book(scope).get(bare)
    if known is None or known.kind == PART or bare in scope.names:
        return None
    ways = [way.direction for way in scope.exits if way.direction in known.ids]
    return Go(ways[0]) if len(ways) == 1 else which_of(scope, ways) if ways else None


def go(scope: Scope, said: Tokens) -> Reading:
    """Return the step that words after a verb of going name, or that there is no such way."""
    back, onward = (scope.sentences.particles[key] for key in ("back", "onward"))
    if not said:
        return _way_of_the_verb(scope) or _some_way(scope)
    if spelled(said) in onward:
        return _onward(scope)
    names = {**whoever_is_there(scope), **exit_book(scope)}
    books = (direction_book(scope), names, others(scope), way_words(scope, "back", back), scope.small)
    found = freed(pieces_of(said, *books))
    named = _meant(scope, said, found)
    if BROKEN not in said and all(piece.kind == SMALL for piece in found):
        return _some_way(scope)
    unknown = [said[piece.start : piece.end] for piece in found if piece.kind == UNKNOWN]
    seen = (is_seen(scope, each) or (named and _is_elsewhere(scope, each)) for each in unknown)
    if not all(seen) or (not named and any(piece.kind == UNKNOWN for piece in found)):
        return way_told(scope, said, found) or _for_something(scope, said) or _no_way(scope, said, found)
    if any(piece.kind == "back" for piece in found) and not named:
        return way_back(scope)
    if len(named) > 1:
        return which_of(scope, named)
    return Go(named[0]) if named else way_told(scope, said, found) or _no_way(scope, said, found)


def _for_something(scope: Scope, said: Tokens) -> Reading:
    """Return the step that words name before they say what it is for."""
    steps = (go(scope, first) for first in before_purpose(scope, said) if _names_a_way(scope, first))
    return next((step for step in steps if isinstance(step, Go)), None)


def _names_a_way(scope: Scope, said: Tokens) -> bool:
    found = pieces_of(said, direction_book(scope), exit_book(scope), way_words(scope, "back", ()), scope.small)
    return any(piece.kind in NAMING for piece in found) and not any(piece.kind == UNKNOWN for piece in found)


def _way_of_the_verb(scope: Scope) -> Reading:
    """Return the step that a verb itself says, where it says all: "step inside"."""
    words = (word for each in scope.sentences.directions.values() for word in each)
    length = phrases(tuple(words)).at_end(scope.said)
    way = direction(scope, scope.said[-length:]) if length else None
    return way if isinstance(way, Go) else None


def climb(scope: Scope, said: Tokens) -> Reading:
    """Return the step up, down, in or out that words after a verb of climbing name; no other way is climbed.

    Of several ways it is the one up, unless the words speak of going down.
    """
    reading = go(scope, said)
    if isinstance(reading, Problem) and reading.asks:
        down = phrases((*scope.sentences.directions["down"], "descend")).held_by(scope.said)
        upright = go(scope, (*said, *tokens(scope.sentences.direction("down" if down else "up"))))
        reading = upright if isinstance(upright, Go) else reading
    return reading if not isinstance(reading, Go) or reading.direction in _VERTICAL else None


def _is_elsewhere(scope: Scope, said: Tokens) -> bool:
    """Return whether words name somebody who is not here, and may be whom one goes to see."""
    meaning = scope.absent.get(said)
    return meaning is not None and bool(meaning.ids & {*scope.world.people})


def is_seen(scope: Scope, said: Tokens) -> bool:
    """Return whether the place as it looks now holds a word that names nothing in reach: it may say more of a way."""
    if said in scope.names:
        return False
    return mentions_form(plain(scope.world.places[scope.state.place].look.read(scope.state)), spelled(said))


def _no_way(scope: Scope, said: Tokens, found: tuple[Piece, ...]) -> Reading:
    missing = [way for piece in found if piece.kind == NAME for way in piece.meaning.ids]
    lost = [way for way in missing if way in scope.sentences.directions and way not in directions_here(scope)]
    if lost and not any(piece.kind == UNKNOWN for piece in found):
        return _through_the_door(scope, lost[0]) or _no_such(scope, lost[0])
    return not_here(scope, said, key="no_such_exit") if said else None


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
    found = pieces_of(said, exit_book(scope), scope.small)
    is_way = said not in scope.names and all(piece.kind in (NAME, SMALL) for piece in found)
    way = named_way(scope, said) if is_way else ""
    return Go(way) if way else None


def named_way(scope: Scope, said: Tokens) -> str:
    """Return the way that words hold the whole name of, whatever else they say, if it is the only one."""
    found = pieces_of(said, exit_book(scope), scope.small)
    ways = {way for piece in found if piece.kind == NAME for way in piece.meaning.ids}
    return ways.pop() if len(ways) == 1 else ""


def _ends_a_name(scope: Scope, said: Tokens, piece: Piece) -> bool:
    """Return whether a word is the last one of a way's or a place's name."""
    word = said[piece.start : piece.end]
    places = scope.world.places
    ways = [way for way in scope.exits if way.direction in piece.meaning.ids]
    names = (name for way in ways for name in (way.name, places[way.to].name, *places[way.to].aliases))
    return any(_head(scope, tokens(name))[-len(word) :] == word for name in names)


def _head(scope: Scope, name: Tokens) -> Tokens:
    """Return a name up to what only says where the way leads: "the steps" of "the steps to the upper square"."""
    particles = scope.sentences.particles
    joins = phrases((*particles["from"], *particles["put"], *particles["give"], "of", "along"))
    return name[: next((place for place in range(1, len(name)) if joins.at(name, place)), len(name))]


def _is_loose(piece: Piece) -> bool:
    return piece.meaning.ids <= {*_VERTICAL}


def _agreed(scope: Scope, pieces: Iterable[Piece]) -> list[str]:
    ways = [way.direction for way in scope.exits]
    for piece in pieces:
        ways = [way for way in ways if way in piece.meaning.ids]
    return ways


def way_back(scope: Scope) -> Reading:
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
