"""The ways in which one thing of a sentence, and no more, can change its place: a phrase in a part, or a part.

Knows nothing of other sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from game.story.lexicon import singular
from game.story.rewording.clauses import pieces_of
from game.story.rewording.orders import orders_of
from game.story.rewording.sentence import Sentence
from game.story.rewording.words import Words, in_one_form, is_aside, listed


def shifted(sentence: Sentence, language: str) -> Iterator[Sentence]:
    """Yield a sentence with a phrase of one of its parts put elsewhere there, or with its two parts exchanged."""
    if not sentence.is_plain:
        return
    parts = sentence.parts
    for place, part in enumerate(parts):
        if _stand_alone(parts[: place + 1], language):
            yield from (
                replace(sentence, parts=(*parts[:place], each, *parts[place + 1 :])) for each in _turned(part, language)
            )
    if len(parts) == 2:
        yield from _exchanged(sentence, language)


def share_words(one: Iterable[Words], other: Iterable[Words], language: str) -> bool:
    """Return whether what is named in one is named in the other again, so that one has to come first."""
    small = frozenset().union(*listed(language).values())
    said = (frozenset(in_one_form(_lower(chain(*parts)), language)) - small for parts in (one, other))
    first, second = (frozenset(map(singular, words)) for words in said)
    return not first.isdisjoint(second)


def _exchanged(sentence: Sentence, language: str) -> Iterator[Sentence]:
    """Yield it with its two parts exchanged; a phrase that says where or how needs no pause behind the rest."""
    first, second = sentence.parts
    if is_aside(_lower(first), language):
        yield replace(sentence, parts=((*second, *first),), gaps=())
    elif listed(language)["pointing"].isdisjoint(second) and not share_words([first], [second], language):
        yield replace(sentence, parts=(second, first))


def _stand_alone(parts: Sequence[Words], language: str) -> bool:
    """Return whether the first and the last of some parts are said of something by themselves, and list nothing."""
    turning = listed(language)["turning"]
    return not any(turning.isdisjoint(part) for part in (parts[0], parts[-1]))


def _turned(part: Words, language: str) -> Iterator[Words]:
    """Yield the words of a part with its two sides exchanged, around a word or none, where they say the same so."""
    pieces = pieces_of(" ".join(part), language)
    orders = orders_of(pieces[0], language) if len(pieces) == 1 else ()
    for at, to in _cuts(part, language):
        turned = (*part[to:], *part[at:to], *part[:at])
        if in_one_form(_lower(turned), language) in orders and not share_words([part[:at]], [part[to:]], language):
            yield turned


def _cuts(part: Words, language: str) -> Iterator[tuple[int, int]]:
    """Yield where two sides of a part begin to be parted, and end; what clings to the word behind it stays there."""
    clinging = listed(language)["clinging"]
    for at in range(1, len(part)):
        yield from ((at, to) for to in (at, at + 1) if to < len(part) and clinging.isdisjoint(part[at - 1 : to]))


def _lower(words: Iterable[str]) -> list[str]:
    return [word.lower().replace("’", "'") for word in words]
