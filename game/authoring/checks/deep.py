"""What a search of a world found, as remarks with their places; what a limit kept it from deciding is one of them.

Knows nothing of how a world is searched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.authoring.explore.parts import Met, paths_of
from game.authoring.explore.report import Report, Stuck
from game.loader.positions import Path
from game.rules.world import World

_WORLD: Path = ("world", "start")
# The key of each kind of part that a finding points at; the others are pointed at themselves.
_KEYS = {"scene": "id", "choice": "text", "ending": "id", "knowledge": "id", "offer": "text"}
_BEFORE = "look at its condition, and at what would have to happen before"
_FURTHER = "search further, with --states and --seconds"
_STUCK = "the first of {:,} states {}: {}"


def found_by_search(survey: Survey, report: Report) -> Iterator[Remark]:
    """Yield what a report says of a world; those of W201 and W202 are certain to be mistakes.

    An ending that the search did not reach and one of the world's own paths does is not in question: the report has it.
    """
    places = {(kind, name): _pointed(kind, path) for kind, name, path in paths_of(survey.world)}
    yield from _endings(survey, report, places)
    locks, ends = report.soft_locks, report.dead_ends
    if locks.path is not None:
        hint = "let a way lead on from here, or an ending end it"
        yield _stuck("W202", "from which no ending can be reached", locks, places, hint)
    if ends.path is not None and ends.path != locks.path:
        yield _stuck("W203", "in which nothing leads anywhere else", ends, places, "let something go on, or end it")
    if report.complete:
        yield from _never_met(survey.world, report, places)
    else:
        yield from _not_decided(report)


def _endings(survey: Survey, report: Report, places: Mapping[Met, Path]) -> Iterator[Remark]:
    for ending in [each.ending.id for each in report.endings if each.path is None]:
        path = places["ending", ending]
        if report.complete:
            message = f"no play reaches the ending '{ending}': {report.states:,} states were searched, all there are"
            yield Remark("W201", message, path, _BEFORE)
        elif not survey.happens(f"ended({ending})"):
            message = f"no play reaches the ending '{ending}': what it waits for never happens"
            yield Remark("W201", message, path, _BEFORE)
        else:
            message = f"not decided: the ending '{ending}' was not reached in the {report.states:,} states searched"
            yield Remark("W205", message, path, _FURTHER)


def _stuck(code: str, which: str, stuck: Stuck, places: Mapping[Met, Path], hint: str) -> Remark:
    way = " > ".join(stuck.path or ()) or "the very beginning"
    path = places.get(stuck.last, _WORLD) if stuck.last is not None else _WORLD
    return Remark(code, _STUCK.format(stuck.count, which, way), path, hint)


def _never_met(world: World, report: Report, places: Mapping[Met, Path]) -> Iterator[Remark]:
    """Yield what no play comes to; a way that is shut for good, by the one word, is meant to be."""
    shut = {
        f"{place.id} {way.direction}"
        for place in world.places.values()
        for way in place.exits.values()
        if way.when is not None and way.when.source.strip() == "false"
    }
    for part in report.untested:
        if part.kind != "ending" and not (part.kind == "exit" and part.id in shut):
            path = places[part.kind, part.id]
            yield Remark("W204", f"no play comes to the {part.kind} '{part.id}'", path, _BEFORE)


def _not_decided(report: Report) -> Iterator[Remark]:
    unmet = sum(part.kind != "ending" for part in report.untested)
    found = "more soft locks than were found" if report.soft_locks.count else "soft locks beyond the states searched"
    message = f"not decided: whether there are {found}; it looked at {report.states:,} states"
    yield Remark("W205", message, _WORLD, _FURTHER)
    if unmet:
        message = f"not decided: whether a play comes to {unmet:,} parts of the world that the search did not meet"
        yield Remark("W205", message, _WORLD, _FURTHER)


def _pointed(kind: str, path: Path) -> Path:
    return (*path, _KEYS[kind]) if kind in _KEYS else path
