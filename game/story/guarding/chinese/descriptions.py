"""Whether a Chinese sentence says of something the contrary of what the author says of it this turn.

Knows nothing of what happened: contraries are words (open and shut), numbers, and what there is or is none of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from game.rules.events import Examined
from game.story.guarding.chinese.clauses import Clause, clauses_in
from game.story.guarding.chinese.counts import counted_otherwise
from game.story.guarding.chinese.existence import exists_otherwise
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.prose import sentences_in

CONTRARIES = (
    ("so_open", "so_shut"),
    ("so_lit", "so_dark"),
    ("so_whole", "so_broken"),
    ("so_clear", "so_blurred"),
    ("so_full", "so_empty"),
    ("so_wet", "so_dry"),
    ("so_warm", "so_cold"),
    ("so_moving", "so_still"),
    ("so_loud", "so_silent"),
    ("so_many", "so_none"),
    ("so_harmed", "so_unharmed"),
    ("so_by_somebody", "so_by_nobody"),
    ("so_even", "so_uneven"),
    ("so_ajar", "so_locked"),
)
# So little does the author say that it can be about one thing alone.
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Told:
    """A clause of the author's: its pairs of characters, and which sides of which contraries it is on."""

    pairs: frozenset[str]
    sides: frozenset[str]


def contradicts(moment: Moment, said: Said) -> str:
    """Return the words of a sentence that say the contrary of the author's, or nothing."""
    theirs = _told(moment.notes.text, moment.lexicon.language)
    subject = frozenset(_subject(moment))
    matter = moment.reading.matter
    before = frozenset[str]()
    for clause in clauses_in(said):
        mine = _of(moment.lexicon, clause)
        mine, before = Told(mine.pairs | before, mine.sides), mine.pairs
        is_of_it = any(word in clause.text for word in subject) or (bool(matter.verb) and matter.is_named(clause.text))
        is_of_it |= len(moment.notes.text) < _SHORT and bool(mine.sides & {"so_harmed", "so_unharmed"})
        if any(_are_contrary(mine, each, is_of_it=is_of_it) for each in theirs) and not _are_agreed(mine, theirs):
            return clause.text.strip()
    return next(chain(exists_otherwise(moment, said), counted_otherwise(moment, said)), "")


def _subject(moment: Moment) -> Iterator[str]:
    """Yield the words by which what is looked at closely is called."""
    for event in moment.events:
        if isinstance(event, Examined) and (thing := moment.world.things.get(event.target)):
            yield from (thing.name, thing.name[-1], *thing.aliases)


def _are_contrary(one: Told, other: Told, *, is_of_it: bool) -> bool:
    """Return whether two clauses that speak of the same are on the two sides of a contrary."""
    return any(_other(side) in other.sides for side in one.sides) and (is_of_it or bool(one.pairs & other.pairs))


def _are_agreed(one: Told, others: tuple[Told, ...]) -> bool:
    return any(one.sides & each.sides and one.pairs & each.pairs for each in others)


@cache
def _other(side: str) -> str:
    sides = dict(CONTRARIES)
    return sides.get(side) or next(one for one, other in CONTRARIES if other == side)


def _of(lexicon: Lexicon, clause: Clause) -> Told:
    sides, spoken = set[str](), set[str]()
    for key in (each for pair in CONTRARIES for each in pair):
        for found in lexicon.pattern(key).finditer(clause.text):
            if clause.is_real(lexicon, found.start()):
                sides.add(key if clause.is_so(lexicon, found.start()) else _other(key))
                spoken.update(_pairs(found.group()))
    return Told(frozenset(_telling(lexicon, clause.text)) - spoken, frozenset(sides))


@lru_cache(maxsize=64)
def _told(text: str, language: str) -> tuple[Told, ...]:
    lexicon = lexicon_of(language)
    parts = (Said(part, lexicon) for line in text.splitlines() for part in sentences_in(line))
    told = (_of(lexicon, clause) for said in parts for clause in clauses_in(said))
    return tuple(each for each in told if each.sides)


def _telling(lexicon: Lexicon, text: str) -> Iterator[str]:
    yield from (pair for pair in _pairs(text) if not lexicon.find("grammar", pair))


def _pairs(text: str) -> Iterator[str]:
    yield from (text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha())
