"""Things that nobody can come by: nowhere for good, or asked for and never to be had.

Knows nothing of how what may happen is found out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.rules.state import NOWHERE
from game.rules.world import Thing


def lost_things(survey: Survey) -> Iterator[Remark]:
    """Yield the things and people that are nowhere, and that no effect brings anywhere."""
    world = survey.world
    for name in [name for name in (*world.things, *world.people) if _is_lost(survey, name)]:
        kind = "thing" if name in world.things else "person"
        message = f"'{name}' is nowhere, and nothing brings it anywhere"
        hint = f"say where with 'at', or let an effect bring it: place({name}) = …"
        yield Remark("W107", message, (kind, name), hint)
    for name in [name for name in world.things if _is_within(survey, name)]:
        message = f"'{name}' is within itself, and so nowhere that a player comes to"
        yield Remark("W107", message, ("thing", name, "at"), "let it be at a place, or at something that is")


def unheld_things(survey: Survey) -> Iterator[Remark]:
    """Yield the things that are at something which nothing can be in or on."""
    things = survey.world.things
    for name, thing in things.items():
        holder = things.get(thing.at)
        if holder is not None and holder.holds is None and not _is_within(survey, name):
            hint = f'give \'{holder.id}\' holds = "in", or holds = "on"'
            yield Remark("W118", f"'{name}' is at '{holder.id}', which holds nothing", ("thing", name, "at"), hint)


def things_never_had(survey: Survey) -> Iterator[Remark]:
    """Yield the things that are asked for and can never be had, and those shut away for good."""
    asked_for = {each.thing for person in survey.world.people.values() for each in person.accepts}
    asked_for |= {thing.key for thing in survey.world.things.values() if thing.key}
    for name, thing in survey.world.things.items():
        if survey.happens(f"has({name})") or _is_lost(survey, name):
            continue
        if name in asked_for or f"has({name})" in survey.read:
            message = f"'{name}' can never be had, though something asks for it"
            yield Remark("W114", message, ("thing", name), _why(survey, thing))
        elif thing.portable and thing.at in survey.world.things and not _is_open(survey, thing.at):
            yield Remark("W114", f"'{name}' can never be had", ("thing", name), _why(survey, thing))


def _is_lost(survey: Survey, name: str) -> bool:
    found = survey.world.things.get(name) or survey.world.people[name]
    is_brought = f"place({name})" in survey.ranges.settings or bool(getattr(found, "schedule", ()))
    return found.at == NOWHERE and not is_brought


def _is_within(survey: Survey, name: str) -> bool:
    """Return whether a thing is at the beginning within itself."""
    passed: set[str] = set()
    at = name
    while at in survey.world.things and at not in passed:
        passed.add(at)
        at = survey.world.things[at].at
    return at == name


def _is_open(survey: Survey, holder: str) -> bool:
    return survey.happens(f"open({holder})") or not survey.happens(f"reached({holder})")


def _why(survey: Survey, thing: Thing) -> str:
    """Return why a thing is never had, as far as it can be said."""
    brought = f"place({thing.id}) = you"
    if not thing.portable:
        return f"it is not portable; let an effect bring it: {brought}"
    if survey.happens(f"bare({thing.id})"):
        return "its own `when` never holds"
    if thing.at in survey.world.people:
        return f"nobody can take it from '{thing.at}'; let an effect bring it: {brought}"
    if thing.at in survey.world.things and not _is_open(survey, thing.at):
        key = survey.world.things[thing.at].key
        which = "which only it would open" if key == thing.id else f"whose key '{key}' can never be had either"
        return f"it is locked in '{thing.at}', {which}"
    return f"nobody comes to where it is: '{thing.at}'"
