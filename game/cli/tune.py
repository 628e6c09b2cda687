"""The command `tune data`: the examples that a model is taught by, counted, held against the rules, and written out.

Knows nothing of how they are printed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.printed import JsonOption

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Teach a model the jobs it can do truly.")

FromOption = Annotated[
    Path | None,
    typer.Option("--from", metavar="FOLDER", help="Take the examples in the folders of FOLDER, not the game's own."),
]
ToOption = Annotated[
    Path | None,
    typer.Option("--to", metavar="FOLDER", help="Write both sides into FOLDER, without the rows that have a fault."),
]


@app.callback()
def tune() -> None:
    """Teach a model the jobs it can do truly."""


@app.command("data")
def data(from_: FromOption = None, to: ToOption = None, as_json: JsonOption = False) -> None:
    """Count the examples, by kind and side, and name every fault; leaves with 1 if there are any."""
    from game.cli import examples  # noqa: PLC0415 - whoever plays needs nothing of what a model is taught by

    counts, faults = examples.look_at_examples(from_, to)
    (examples.print_record if as_json else examples.print_table)(counts, faults)
    raise typer.Exit(1 if faults else 0)
