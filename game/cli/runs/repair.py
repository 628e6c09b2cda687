"""The command `runs repair`: makes a new run of what is whole in a damaged one, and says what was saved and lost.

Knows nothing of how it is found.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from game.errors import SaveError, WorldError
from game.loader.find import find_world
from game.loader.load import load_world
from game.rules.apply import RULES_VERSION
from game.rules.state import parse_state
from game.settings import load_settings, saves_folder, worlds_folders
from game.storage.records import Meta, Turn, WorldCopy
from game.storage.salvage import Salvaged, salvage
from game.story.clean import clean

_DEFAULT_LANGUAGE = "en"


def repair(
    run: Annotated[str, typer.Argument(help="WORLD/NAME, NAME where only one world has it, or the path of its file.")],
    output: Annotated[
        Path | None, typer.Option(help="The file to write, in place of a numbered one beside it.")
    ] = None,
    saves: Annotated[Path | None, typer.Option(help="The folder runs are kept in.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Save what is whole of a damaged run, as a new one; the damaged file is left as it is."""
    file = _file_of(run, saves_folder(load_settings(saves=saves), cwd=Path.cwd()))

    def guess(root: Turn, world: WorldCopy | None) -> Meta:
        return _guessed(file.absolute().parent.name, root, world)

    salvaged = salvage(file, output, guess)
    if as_json:
        typer.echo(json.dumps(asdict(salvaged), indent=2, ensure_ascii=False, default=str))
        return
    for line in _lines(salvaged):
        typer.echo(clean(line))


def _file_of(name: str, saves: Path) -> Path:
    """Return the file of a run. Raises SaveError."""
    if Path(name).is_file():
        return Path(name)
    world, _, stem = name.rpartition("/")
    found = [
        path for path in sorted(saves.glob("*/*.loreloom")) if path.stem == stem and world in ("", path.parent.name)
    ]
    if not found:
        raise SaveError(
            clean(f"There is no run '{name}' in {saves}: look for it in the list of runs, or name its file.")
        )
    if len(found) > 1:
        several = " or ".join(f"{path.parent.name}/{path.stem}" for path in found)
        raise SaveError(clean(f"There are several runs '{name}': say which, {several}."))
    return found[0]


def _guessed(world_id: str, root: Turn, copy: WorldCopy | None) -> Meta:
    """Return what a run was begun with, as far as the rest of it tells. Raises SaveError."""
    try:
        seed = parse_state(root.state).seed
    except ValueError as error:
        raise SaveError(
            "What this run was begun with is lost, and its opening does not tell: put a copy of it back."
        ) from error
    return Meta(world_id, copy.digest if copy else "", seed, RULES_VERSION, _language_of(world_id), created="")


def _language_of(world_id: str) -> str:
    with suppress(WorldError):
        return load_world(find_world(world_id, worlds_folders(load_settings(), cwd=Path.cwd()))).language
    return _DEFAULT_LANGUAGE


def _lines(salvaged: Salvaged) -> Iterator[str]:
    yield f"Saved {_counted(salvaged.saved)}, in {salvaged.path}."
    lost = {kind: count for kind, count in salvaged.lost.items() if count}
    yield f"Lost: {_counted(lost)}." if lost else "Nothing is known to be lost."
    if not salvaged.stood:
        yield f"You stand at turn {salvaged.depth}, the last whole one on the way to where you stood."
    if not salvaged.has_meta:
        yield "What the run was begun with is lost; its world, seed and language are guessed from the rest."


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {kind if count != 1 else kind[:-1]}" for kind, count in counts.items())
