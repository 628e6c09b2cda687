"""The options that say which model is meant and which examples, as several commands have them.

Knows nothing of what is done with either.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FromOption = Annotated[
    Path | None,
    typer.Option("--from", metavar="FOLDER", help="Take the examples in the folders of FOLDER, not the game's own."),
]
ModelOption = Annotated[
    str | None, typer.Option(metavar="NAME|PATH", help="A catalogue name or a GGUF file; without it, what tells.")
]
