"""How the world commands find the world they are about.

Knows nothing of any single command.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.loader.find import find_world
from game.settings import load_settings, worlds_folders

WorldArgument = Annotated[str, typer.Argument(help="The name of a world, or the path of its file or folder.")]


def world_path(name: str) -> Path:
    """Return the path of a world, given by name or as a path. Raises WorldError when there is none."""
    return find_world(name, worlds_folders(load_settings(), cwd=Path.cwd()))
