"""The orders that the words of a clause may come in without saying anything else.

Knows nothing of the other clauses of a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.rewording.clauses import Clause
from game.story.rewording.words import THE, Words, is_aside, listed


def orders_of(clause: Clause, language: str) -> frozenset[Words]:
    """Return the orders that the words of a clause may come in, its own among them.

    What says where or how may come first or last, and then a verb that turns may stand on either side of its subject.
    Nothing is moved in a clause that has another in it.
    """
    words = clause.words
    if clause.is_set or not listed(language)["fixing"].isdisjoint(words):
        return frozenset({words})
    return frozenset({words, *_fronted(words, language), *_ended(words, language), *_swapped(words, language)})


def _fronted(words: Words, language: str) -> Iterator[Words]:
    """Yield them with what says where or how at their end put first."""
    for at in range(1, len(words)):
        first, rest = words[at:], words[:at]
        if not is_aside(first, language):
            continue
        yield first + rest
        if len(rest) > 1 and rest[-1] in listed(language)["turning"]:
            yield (*first, rest[-1], *rest[:-1])


def _ended(words: Words, language: str) -> Iterator[Words]:
    """Yield them with what says where or how at their beginning put last."""
    for at in range(1, len(words)):
        last, rest = words[:at], words[at:]
        if not is_aside(last, language):
            continue
        if rest[0] == THE and last[-1] not in listed(language)["binding"]:
            yield rest + last
        if len(rest) > 1 and rest[0] in listed(language)["turning"]:
            yield (*rest[1:], rest[0], *last)


def _swapped(words: Words, language: str) -> Iterator[Words]:
    """Yield them with what is before and behind the one word that stands between its two sides exchanged."""
    places = [place for place, word in enumerate(words) if word in listed(language)["parting"]]
    if len(places) == 1 and 0 < places[0] < len(words) - 1:
        yield (*words[places[0] + 1 :], words[places[0]], *words[: places[0]])
