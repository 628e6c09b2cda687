"""The command `world test`: plays a world's own paths, and shows where one is told otherwise than when it was recorded.

Knows nothing of how a path is played.
"""

from __future__ import annotations

import difflib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

from game.authoring.transcripts import Walked, recorded_path, walk
from game.cli.printed import JsonOption, print_json
from game.cli.world.found import WorldArgument, world_path
from game.loader.load import load_world

_NO_PATHS = "The world has no paths: write some as [[path]]."
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Tested:
    """What is said of one path. difference is a unified diff from the recorded transcript, without its head."""

    name: str
    failures: tuple[str, ...]
    difference: tuple[str, ...]
    recorded: bool

    @property
    def is_good(self) -> bool:
        return not self.failures and not self.difference


def play_paths(
    world: WorldArgument,
    bless: Annotated[bool, typer.Option("--bless", help="Record each path as it is told now.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Play every path of a world beside its record. Leaves with 1 if one fails or is told otherwise than recorded."""
    path = world_path(world)
    loaded = load_world(path)
    walked = [walk(loaded, route) for route in loaded.paths]
    if bless:
        _record(path, walked)
    tested = [_compared(path, each) for each in walked]
    if as_json:
        print_json([asdict(each) for each in tested])
    else:
        _print(tested)
    raise typer.Exit(0 if all(each.is_good for each in tested) else 1)


def _record(world: Path, walked: list[Walked]) -> None:
    """Write the transcripts of the paths that lead where they say."""
    for each in walked:
        if not each.failures:
            file = recorded_path(world, each.name)
            file.parent.mkdir(exist_ok=True)
            file.write_text(each.transcript, encoding="utf-8")


def _compared(world: Path, walked: Walked) -> Tested:
    file = recorded_path(world, walked.name)
    if not file.is_file():
        return Tested(walked.name, walked.failures, (), recorded=False)
    before, now = file.read_text(encoding="utf-8").splitlines(), walked.transcript.splitlines()
    _, _, *difference = difflib.unified_diff(before, now, lineterm="") if before != now else ("", "")
    return Tested(walked.name, walked.failures, tuple(difference), recorded=True)


def _print(tested: list[Tested]) -> None:
    for each in tested:
        state = "ok" if each.is_good else "failed"
        typer.echo(f"{state}: {each.name}{'' if each.recorded else ' (not recorded; --bless records it)'}")
        for failure in each.failures:
            typer.echo(f"  {failure}")
        for line in each.difference:
            typer.secho(f"  {line}", fg=_COLOURS.get(line[:1]))
    good = sum(each.is_good for each in tested)
    typer.echo(f"{good} of {len(tested)} paths are good." if tested else _NO_PATHS)
