"""The command `world check`: everything that is wrong with a world, each with its place.

Knows nothing of how a finding is made.
"""

from __future__ import annotations

from dataclasses import asdict

import typer

from game.cli.world.found import JsonOption, WorldArgument, print_json, world_path
from game.loader.load import build_project, read_sources


def check(world: WorldArgument, as_json: JsonOption = False) -> None:
    """Show every error and warning of a world; leaves with 1 if there are errors."""
    report = build_project(read_sources(world_path(world))).report
    findings = report.sorted()
    if as_json:
        print_json([asdict(each) for each in findings])
    else:
        for each in findings:
            typer.echo(each.render() + "\n")
        typer.echo(report.summary())
    raise typer.Exit(1 if report.has_errors() else 0)
