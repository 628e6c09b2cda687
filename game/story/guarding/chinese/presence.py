"""Whether somebody whom a Chinese sentence names is said to be elsewhere, or may be one of those who are here.

Knows nothing of what they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from game.rules.world import Person
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_HE, _SHE = "他", "她"
_THERE = re.compile(r"[在去回到往](?:了)?$")


def is_spoken_of(moment: Moment, said: Said, start: int, end: int) -> bool:
    """Return whether who is named from start to end is read of, not here, elsewhere, or one of those who are here."""
    before, after = said.bare[:start], said.bare[end:]
    if moment.lexicon.find("inscribed", before) or moment.lexicon.find("listed", before):
        return True
    if moment.lexicon.find("away", after) or _is_elsewhere(moment, said, end):
        return True
    return not said.speaker and _may_be_here(moment, said.bare[start:end])


def _is_elsewhere(moment: Moment, said: Said, end: int) -> bool:
    """Return whether the rest of a clause says that somebody is in another place."""
    _, clause_end = said.clause_at(max(end - 1, 0))
    rest = said.bare[end:clause_end]
    for named in moment.names.find(rest):
        is_place = all(name in moment.world.places for name in named.ids)
        if is_place and moment.after.place not in named.ids and _THERE.search(rest[: named.start]):
            return not moment.lexicon.find("alive", rest[named.end :])
    return False


def _may_be_here(moment: Moment, word: str) -> bool:
    """Return whether a word for any man or woman can mean one who is here."""
    genders = set(_genders(moment, word))
    return any(_gender(moment.world.people[name]) in genders for name in moment.people)


def _genders(moment: Moment, word: str) -> Iterator[str]:
    if any(word.endswith(each) for each in moment.lexicon.forms("men")):
        yield _HE
    if any(word.endswith(each) for each in moment.lexicon.forms("women")):
        yield _SHE


@lru_cache(maxsize=256)
def _gender(person: Person) -> str:
    """Return the pronoun that the author has for a person, or nothing."""
    read = (person.here, person.look, *(known.text for known in person.knows))
    told = "".join(
        (person.about, person.voice, *(each.text for text in read for each in text.variants), *person.aliases)
    )
    he, she = told.count(_HE) + told.count("男"), told.count(_SHE) + told.count("女")
    return "" if he == she else _HE if he > she else _SHE
