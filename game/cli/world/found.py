"""How the world commands find the world they are about, and print what they found as JSON.

Knows nothing of any single command.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from game.loader.find import find_world
from game.settings import load_settings, worlds_folders

WorldArgument = Annotated[str, typer.Argument(help="The name of a world, or the path of its file or folder.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def world_path(name: str) -> Path:
    """Return the path of a world, given by name or as a path. Raises WorldError when there is none."""
    return find_world(name, worlds_folders(load_settings(), cwd=Path.cwd()))


def print_json(value: Any) -> None:
    """Print a value as indented JSON."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))
