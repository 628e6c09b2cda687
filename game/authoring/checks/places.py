"""Places that nobody comes to, and ways that nobody comes back by.

Knows nothing of how what may happen is found out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.authoring.logic.literals import PLAYER, Literal

_LEAD = "let a way of another place lead to it, or an effect: place(you) = {}"


def unreached_places(survey: Survey) -> Iterator[Remark]:
    """Yield the places that no way and no effect leads to which may come about."""
    led_to = {way.to for place in survey.world.places.values() for way in place.exits.values()}
    for name in survey.world.places:
        if not survey.happens(f"visited({name})"):
            message = f"nothing leads to the place '{name}'"
            if name in led_to:
                message += " but what never happens, or places that nothing leads to"
            yield Remark("W101", message, ("place", name), _LEAD.format(name))


def ways_without_return(survey: Survey) -> Iterator[Remark]:
    """Yield the exits of places that a player comes to into places from which no way leads back."""
    places = survey.world.places
    group = _groups({name: [way.to for way in place.exits.values()] for name, place in places.items()})
    for name, place in places.items():
        for way in place.exits.values() if survey.happens(f"visited({name})") else ():
            if group[way.to] != group[name] and not _ends_in(survey, way.to):
                message = f"no way leads back from '{way.to}' to '{name}'"
                hint = f"give '{way.to}' an exit that leads back, unless nobody is to come back"
                yield Remark("W102", message, ("place", name, "exits", way.direction), hint)


def _ends_in(survey: Survey, place: str) -> bool:
    """Return whether the story is over as soon as the player is in a place."""
    there = (Literal(PLAYER, "==", place),)
    endings = (each.when.source for each in survey.world.endings.values())
    return any(not survey.decider.can_fail(each, given=there) for each in endings)


def _groups(onward: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return for each place one that stands for all that lead to it and back (Kosaraju's algorithm)."""
    back: dict[str, list[str]] = {name: [] for name in onward}
    for name, places in onward.items():
        for place in places:
            back[place].append(name)
    seen: set[str] = set()
    order = [each for name in onward for each in _finished(name, onward, seen)]
    seen = set()
    return {each: name for name in reversed(order) for each in _finished(name, back, seen)}


def _finished(start: str, ways: Mapping[str, Sequence[str]], seen: set[str]) -> list[str]:
    """Return the places newly reached from one, each after all that are reached through it; seen grows by them."""
    if start in seen:
        return []
    seen.add(start)
    finished: list[str] = []
    stack = [(start, iter(ways[start]))]
    while stack:
        _, rest = stack[-1]
        onward = next((each for each in rest if each not in seen), None)
        if onward is None:
            finished.append(stack.pop()[0])
        else:
            seen.add(onward)
            stack.append((onward, iter(ways[onward])))
    return finished
