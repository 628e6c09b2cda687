"""The option that names a folder of examples, as several commands have it.

Knows nothing of what is in such a folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FromOption = Annotated[
    Path | None,
    typer.Option("--from", metavar="FOLDER", help="Take the examples in the folders of FOLDER, not the game's own."),
]
