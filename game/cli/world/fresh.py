"""Where a new world goes, and how it is written there: with the schema beside it that editors know the format from.

Knows nothing of what is in a world.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from game.authoring.schema import schema_text
from game.cli.written import write_new
from game.errors import SettingsError

SCHEMA = ".loreloom-schema.json"
FOLDER = Path("worlds")


def check_free(world: Path) -> None:
    """Raise SettingsError where a folder has the name of a new world's file: both were one world."""
    if world.with_suffix("").exists():
        raise SettingsError(f"There is a world at {world.with_suffix('')} already; choose another name.")


def write_world(world: Path, text: str, schema: Path) -> bool:
    """Write a new world, and the schema where there is none; return whether that was written. Raises SettingsError."""
    write_new(world, text)
    is_first = not schema.exists()
    if is_first:
        write_new(schema, schema_text())
    return is_first


def address_of(schema: Path, folder: Path) -> str:
    """Return how a world's file names the schema: seen from its folder, and escaped as an address is."""
    seen = Path(os.path.relpath(schema, folder)).as_posix()
    return quote(seen if seen.startswith("../") else f"./{seen}")


def played(world: Path) -> str:
    """Return how a world is named to play it from here: by its name where the game looks for it, or as a path."""
    return world.stem if world.parent == FOLDER else str(world)
