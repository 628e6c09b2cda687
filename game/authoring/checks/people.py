"""People whom a model would voice alike, and people who cannot tell each other what they are to pass on.

Knows nothing of models.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.loader.positions import Path
from game.rules.state import NOWHERE
from game.rules.world import Knowledge

_ALIKE = 88.0
_MOST = 200
"""How many people are compared, each with every other: nobody meets more."""


def like_voices(survey: Survey) -> Iterator[Remark]:
    """Yield the people who have nearly the voice of one before them."""
    voiced = [each for each in survey.world.people.values() if each.voice][:_MOST]
    for one, other in combinations(voiced, 2):
        if fuzz.token_sort_ratio(one.voice, other.voice, score_cutoff=_ALIKE):
            message = f"'{other.id}' has nearly the voice of '{one.id}'"
            hint = "say how they differ: what they speak of, how long, in which words"
            yield Remark("W108", message, ("person", other.id, "voice"), hint)


def vain_tells(survey: Survey) -> Iterator[Remark]:
    """Yield whom something is to be passed on to who is never where anybody is that may know it."""
    for name, person in survey.world.people.items():
        for number, known in enumerate(person.knows):
            for n, each in enumerate(known.tells):
                path: Path = ("person", name, "knows", number, "tells", n, "to")
                path = path if survey.beside(path, "to") else path[:-1]
                if why := _why_never(survey, known, each.to):
                    hint = "let one of them go where the other is, or leave it out"
                    yield Remark("W120", why, path, hint, length=len(each.to))


def _why_never(survey: Survey, known: Knowledge, person: str) -> str:
    """Return why a person can never be told something, or nothing where they can."""
    if person == known.person:
        return f"'{person}' knows '{known.id}' already"
    knowing = {known.person, *(each.to for each in known.tells)} - {person}
    if any(_places_of(survey, person) & _places_of(survey, each) for each in knowing):
        return ""
    return f"'{person}' is never where anybody is who knows '{known.id}'"


def _places_of(survey: Survey, person: str) -> frozenset[str]:
    """Return the places where a person may ever be."""
    told = f"place({person})="
    found = (mark.removeprefix(told) for mark in survey.may.happened if mark.startswith(told))
    return frozenset(found) - {NOWHERE}
