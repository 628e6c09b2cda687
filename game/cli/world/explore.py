"""The command `world explore`: a search of a world's states, and what it found.

Knows nothing of how a world is searched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

from game.authoring.explore.plays import explore_at_random
from game.authoring.explore.report import Report, Stuck, Words
from game.authoring.explore.search import explore as search
from game.cli.printed import JsonOption, print_json
from game.cli.world.found import WorldArgument, world_path
from game.errors import WorldError
from game.loader.load import build_project, read_sources

StatesOption = Annotated[int, typer.Option("--states", min=1, help="Search so many states at most.")]
SecondsOption = Annotated[float, typer.Option("--seconds", min=0.0, help="Search so long at most.")]
RandomOption = Annotated[int, typer.Option("--random", min=0, help="Play so many times at random instead.")]
SeedOption = Annotated[int, typer.Option("--seed", help="The seed of the random plays.")]


def explore(
    world: WorldArgument,
    states: StatesOption = 200_000,
    seconds: SecondsOption = 60.0,
    plays: RandomOption = 0,
    seed: SeedOption = 1,
    as_json: JsonOption = False,
) -> None:
    """Try everything that can be done in a world. Finds endings out of reach, soft locks, and what is never met."""
    path = world_path(world)
    project = build_project(read_sources(path))
    project.report.raise_errors()
    if project.world is None:
        raise WorldError(f"{path} is not a world; run: loreloom world check {world}")
    if plays:
        report = explore_at_random(project, project.world, path, plays=plays, seed=seed)
    else:
        report = search(project, project.world, path, states=states, seconds=seconds)
    if as_json:
        print_json(_record(report))
    else:
        typer.echo("\n".join(_lines(report)))
    raise typer.Exit(0 if report.is_sound else 1)


def _lines(report: Report) -> Iterator[str]:
    yield _summary(report)
    for each in report.endings:
        if each.path is not None:
            yield f"REACHED {each.ending}: {_shown(each.path)}"
        elif report.complete:
            yield f"UNREACHABLE {each.ending}"
    yield from _stuck("SOFT LOCK", "from which no ending can be reached", report.soft_locks)
    yield from _stuck("DEAD END", "that lead nowhere else", report.dead_ends)
    yield from (f"UNTESTED {each}" for each in report.untested if each.kind != "ending")
    yield from (f"{'NOT REACHED' if report.plays else 'NOT DECIDED'} {each}" for each in report.not_decided)


def _summary(report: Report) -> str:
    took = f"in {report.seconds:.1f} s, {report.speed:,} a second"
    if report.plays:
        return f"{report.plays:,} plays through {report.states:,} states {took}."
    whole = "all there are" if report.complete else "not all there are"
    return f"{report.states:,} states, {whole}, {took}."


def _stuck(name: str, which: str, stuck: Stuck) -> Iterator[str]:
    if stuck.path is not None:
        yield f"{name} {stuck.count:,} states {which}; the first: {_shown(stuck.path)}"


def _shown(path: Words) -> str:
    return " > ".join(path) or "at the very beginning"


def _record(report: Report) -> dict[str, Any]:
    return {
        "complete": report.complete,
        "states": report.states,
        "seconds": round(report.seconds, 3),
        "states_per_second": report.speed,
        "endings": [
            {"id": each.ending.id, "reached": each.path is not None, "path": each.path} for each in report.endings
        ],
        "soft_locks": _stuck_record(report.soft_locks),
        "dead_ends": _stuck_record(report.dead_ends),
        "untested": [asdict(each) for each in report.untested],
        "not_decided": report.not_decided,
    }


def _stuck_record(stuck: Stuck) -> dict[str, Any]:
    return {"count": stuck.count, "decided": stuck.decided, "path": stuck.path}
