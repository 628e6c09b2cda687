"""What is said before a noun without spaces and only tells which one is meant: 立在海里的那座塔 is 塔.

Knows nothing of verbs, nor whether what is told of the noun is true.
"""

from __future__ import annotations

from game.story.lexicon import is_spaced
from game.story.understanding.pieces import NAMING, Book
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import BROKEN, Tokens, phrases, spelled, tokens

_LONGEST = 8


def bare(scope: Scope, said: Tokens) -> Tokens:
    """Return words without what modifies the names of what is in reach; as they are where they are parted by spaces."""
    if is_spaced(spelled(said)):
        return said
    kept: Tokens = ()
    start = place = 0
    while place < len(said):
        if end := _end_of_modifier(scope, said, start, place):
            place = start = end
            continue
        if length := _boundary(scope, said, start, place):
            kept = (*kept, *said[start : place + length])
            start = place = place + length
            continue
        place += 1
    return (*kept, *said[start:])


def _end_of_modifier(scope: Scope, said: Tokens, start: int, place: int) -> int:
    """Return where a name begins that all from start modifies, if a word such as 的 or 那座 ends at it; else 0."""
    length = phrases(scope.sentences.particles["modifying"]).at(said, place)
    end = place + length
    return end if length and place > start and _is_named(scope, said[end:]) else 0


def _boundary(scope: Scope, said: Tokens, start: int, place: int) -> int:
    """Return how many tokens take what no modifier reaches across: a cut, 把, or 放进 and the like after a noun."""
    if said[place] == BROKEN:
        return 1
    particles = scope.sentences.particles
    return phrases(particles["parting"] if place > start else particles["fronting"]).at(said, place)


def _is_named(scope: Scope, said: Tokens) -> bool:
    """Return whether words begin with a name of one thing or person in reach: of two, a modifier may tell which."""
    lengths = range(min(_LONGEST, len(said)), 0, -1)
    name = next((said[:length] for length in lengths if _is_name(scope.names, said[:length])), ())
    called = [each for each in scope.near if any(tokens(known)[-len(name) :] == name for known in names_now(each))]
    return bool(name) and len(called) <= 1


def _is_name(names: Book, said: Tokens) -> bool:
    return said in names and names[said].kind in NAMING
