"""Ways by what the place tells of them: 沿着坡道下去 where a ramp runs down in the east.

Knows nothing of verbs. Only for scripts without spaces, which are held against a telling by pairs of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from game.rules.actions import Go
from game.rules.world import Exit
from game.story.lexicon import is_spaced, plain
from game.story.understanding.pieces import SMALL, UNKNOWN, Piece
from game.story.understanding.readings import Reading
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import BROKEN, Tokens, find, phrases, spelled, tokens

_TOLD = ("up", "down")
_SENTENCE = re.compile(r"[。；！？.;!?\n]+")


def way_told(scope: Scope, said: Tokens, found: tuple[Piece, ...]) -> Reading:
    """Return the step along the only way of which the place tells all that is not a known way in words of going."""
    words = [*_merged(found), *(piece for piece in found if piece.meaning.ids)]
    if not words or BROKEN in said or is_spaced(spelled(said)):
        return None
    ways = {way for way, told in _told(scope) if all(_is_told(scope, said, each, told) for each in words)}
    return Go(ways.pop()) if len(ways) == 1 else None


def _merged(found: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield what is unknown in a row as one piece, a single character with the small word after it: 拱门."""
    start = -1
    for number, piece in enumerate(found):
        start = piece.start if start < 0 and piece.kind == UNKNOWN else start
        after = found[number + 1] if number + 1 < len(found) else None
        if piece.kind != UNKNOWN or (after and after.kind == UNKNOWN):
            continue
        is_short = after is not None and after.kind == SMALL and piece.end - start == 1
        yield Piece(piece.meaning, start, after.end if is_short and after else piece.end)
        start = -1


def before_purpose(scope: Scope, said: Tokens) -> Iterator[Tokens]:
    """Yield what stands before each word that may begin what one goes for: 去酒馆喝一杯 is 去酒馆."""
    purposes = phrases(scope.sentences.particles["purposes"])
    yield from (said[:place] for place in range(len(said) - 1, 0, -1) if purposes.at(said, place))


def _told(scope: Scope) -> tuple[tuple[str, Tokens], ...]:
    """Return the ways of which a sentence of the place's look tells, where it tells of one alone, with the sentence."""
    look = scope.world.places[scope.state.place].look.read(scope.state)
    return _told_in(look, tuple((way.direction, tuple(_names(scope, way))) for way in scope.exits))


@lru_cache(maxsize=64)
def _told_in(look: str, ways: tuple[tuple[str, tuple[Tokens, ...]], ...]) -> tuple[tuple[str, Tokens], ...]:
    sentences = [tokens(sentence) for sentence in _SENTENCE.split(look)]
    told = [(sentence, [way for way, names in ways if _holds(sentence, names)]) for sentence in sentences]
    return tuple((named[0], sentence) for sentence, named in told if len(named) == 1)


def _holds(sentence: Tokens, names: Iterable[Tokens]) -> bool:
    return any(find(sentence, name) >= 0 for name in names)


def _names(scope: Scope, way: Exit) -> Iterator[Tokens]:
    place = scope.world.places[way.to]
    names = (way.name, place.name, *place.aliases, *scope.sentences.directions.get(way.direction, ()))
    return (tokens(name) for name in names if plain(name))


def _is_told(scope: Scope, said: Tokens, piece: Piece, told: Tokens) -> bool:
    """Return whether a sentence holds a word in pairs, or says "up" or "down" as a direction does."""
    if not piece.meaning.ids:
        word = said[piece.start : piece.end]
        return len(word) > 1 and {*pairwise(word)} <= {*pairwise(told)}
    words = (word for way in _TOLD if way in piece.meaning.ids for word in scope.sentences.directions[way])
    return any(find(told, tokens(word)) >= 0 for word in words)
