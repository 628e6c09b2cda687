"""The command `world check`: everything that is wrong with a world, each with its place.

Knows nothing of how a finding is made.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from game.authoring.inspect import inspect, inspect_deeply, inspect_translation
from game.cli.printed import JsonOption, print_json
from game.cli.world.explore import SecondsOption, StatesOption
from game.cli.world.found import WorldArgument, world_path
from game.loader.diagnostics import Diagnostics, summary
from game.loader.load import languages_of, load_project

DeepOption = Annotated[bool, typer.Option("--deep", help="Also play every way the story can go, as `explore` does.")]


def check(
    world: WorldArgument,
    deep: DeepOption = False,
    states: StatesOption = 200_000,
    seconds: SecondsOption = 60.0,
    as_json: JsonOption = False,
) -> None:
    """Show every error and warning of a world. Its translations are read too; leaves with 1 if there are errors."""
    path = world_path(world)
    project = load_project(path)
    if deep:  # first, since only so many findings are shown and these are the gravest
        inspect_deeply(project, path, states=states, seconds=seconds)
    inspect(project)
    reports = [project.report, *(_translation(path, language) for language in languages_of(path))]
    findings = list(dict.fromkeys(each for report in reports for each in report.sorted()))
    if as_json:
        print_json([asdict(each) for each in findings])
    else:
        for each in findings:
            typer.echo(each.render() + "\n")
        typer.echo(summary(findings, left_out=sum(report.left_out for report in reports)))
    raise typer.Exit(1 if any(report.has_errors() for report in reports) else 0)


def _translation(path: Path, language: str) -> Diagnostics:
    """Return the report of what a translation adds to a world."""
    project = load_project(path, language=language)
    inspect_translation(project, language)
    return project.report
