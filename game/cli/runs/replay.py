"""The command `runs replay`: the story as it was told, at the pace at which it is read; no model is asked.

Knows nothing of how it is paced.
"""

from __future__ import annotations

import shutil
import sys
import time
from typing import Annotated

import typer

from game.archive.naming import find_turn
from game.archive.pace import paced, speed_of
from game.archive.retelling import retell
from game.cli.runs.found import RunArgument, SavesOption, looked_at

TurnOption = Annotated[
    str | None, typer.Option("--turn", metavar="TURN", help="Up to this turn: a number, a bookmark, or @ID as shown.")
]
SpeedOption = Annotated[int | None, typer.Option(min=10, max=10_000, help="Words a minute; without it, as one reads.")]
InstantOption = Annotated[bool, typer.Option("--instant", help="Wait for nothing, as where there is no terminal.")]


def replay(
    run: RunArgument,
    turn: TurnOption = None,
    speed: SpeedOption = None,
    instant: InstantOption = False,
    saves: SavesOption = None,
) -> None:
    """Play back the story of a run, up to where it stands. Ctrl+C leaves."""
    with looked_at(run, saves) as (snapshot, worlds):
        story = retell(snapshot, worlds, find_turn(snapshot, turn))
    is_watched = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if is_watched else None
    try:
        for piece in paced(story, speed=speed or speed_of(story.language), width=width):
            if is_watched and not instant:
                time.sleep(piece.wait_s)
            sys.stdout.write(piece.text)
            sys.stdout.flush()
    except KeyboardInterrupt:
        typer.echo()
