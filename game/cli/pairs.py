"""The commands `loreloom tune pairs …`: blind pairs for readers, and what came of them.

Knows nothing of how texts are told, or of how anything is printed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.printed import JsonOption
from game.cli.sources import FromOption, ModelOption

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Have readers judge blindly what a model says.")

SheetArgument = Annotated[Path, typer.Argument(metavar="SHEET", help="Where the sheet is written, as Markdown.")]
ReaderArgument = Annotated[
    Path, typer.Argument(metavar="ANSWERS", help='What a reader wrote: {"1": "A", "2": "B", "3": "="}.')
]


@app.command("write")
def write(
    sheet: SheetArgument,
    adapter: Annotated[
        Path, typer.Option(metavar="FILE", help="What the model was taught: it tells without and with it.")
    ],
    model: ModelOption = None,
    key: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where whose texts they are is written; beside the sheet without."),
    ] = None,
    count: Annotated[
        int, typer.Option("--pairs", min=2, help="Half of them touches, half of them people's lines.")
    ] = 60,
    seed: Annotated[int, typer.Option(help="Decides what is drawn: the texts, and their order.")] = 7,
    from_: FromOption = None,
) -> None:
    """Write pairs of texts, a model's without and with an adapter, so that nobody sees whose is whose; and the key."""
    from game.cli import preferred  # noqa: PLC0415 - whoever plays needs nothing of this

    preferred.write_held_out(preferred.files_of(sheet, key), model, adapter, count=count, seed=seed, folder=from_)


@app.command("score")
def score(
    key: Annotated[Path, typer.Argument(metavar="KEY", help="What was written beside the sheet.")],
    first: ReaderArgument,
    second: ReaderArgument,
    as_json: JsonOption = False,
) -> None:
    """Say what two readers preferred, each and both together, and how far they agree."""
    from game.cli import preferred  # noqa: PLC0415 - whoever plays needs nothing of this

    preferred.print_score(key, first, second, as_json=as_json)
