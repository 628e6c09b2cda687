"""The commands `tune use|list|export|remove`: which adapter is in the model that tells, and which others are kept.

Knows nothing of how an adapter is trained, or added to a model.
"""

from __future__ import annotations

import contextlib
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import YesOption, confirm
from game.errors import ModelError
from game.llm.choice import NONE, ModelChoice, find_made, find_source
from game.llm.files import megabytes
from game.llm.given import give
from game.llm.offer import offered
from game.llm.own import Own, drop_own, find_own, keep_own, lost_own, own_adapters
from game.llm.taught import forget_taught, taught_path
from game.settings import Settings, load_settings, log_folder, models_folder, settings_path, write_setting

_NOTHING_TO_ADD_TO = (
    "An adapter is added to a model, and the author's words alone tell: choose one first, with: loreloom model use NAME"
)
_NONE_IN_USE = "No adapter of your own is in use: name one, or see loreloom tune list."

NameArgument = Annotated[str | None, typer.Argument(help="The name of an adapter; without it, the one in use.")]


def use(
    choice: Annotated[
        str, typer.Argument(metavar="FILE|NAME", help='An adapter\'s file, the name of one that is kept, or "none".')
    ],
    name: Annotated[str, typer.Option("--as", metavar="NAME", help="The name it is kept under.")] = "",
) -> None:
    """Add an adapter to the model that tells. Once: a copy of the model is made, and telling takes no longer."""
    settings = load_settings()
    if choice == NONE:
        _put_away(settings)
        say("The model tells without an adapter of your own from now on.")
        return
    own = take_up(choice, settings, name=name)
    say(f"{own.title} tells with {own.name} from now on, as {settings_path()} says.")


def list_(as_json: JsonOption = False) -> None:
    """List the adapters that are kept, and the model that each was made for."""
    settings = load_settings()
    used = _in_use(settings)
    rows = [_row(own, used) for own in own_adapters(models_folder())]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        say(f"{'*' if row['used'] else ' '}  {row['name']:<20}  {megabytes(row['bytes']):>6}  for {row['title']}")
    if lost := lost_own(settings.adapter, models_folder()):
        say(lost)
    say("* is in the model that tells.  Take one into use with: loreloom tune use FILE|NAME")


def export(
    name: NameArgument = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where; without it NAME.gguf here.")] = None,
) -> None:
    """Write an adapter into a file that can be given away, and what it is for into a text beside it."""
    own = find_own(_named(name, load_settings()), models_folder())
    file, card = give(own, out or Path(f"{own.name}.gguf"))
    say(f"The adapter is {file} ({megabytes(file.stat().st_size)}), and {card} says what it is for.")
    say("It may repeat what it was taught: look at that before you give it away.")


def remove(name: NameArgument = None, yes: YesOption = False) -> None:
    """Remove an adapter from this machine; the model tells as it did before."""
    settings = load_settings()
    wanted = _named(name, settings)
    if wanted != settings.adapter:
        find_own(wanted, models_folder())
    confirm(f"Remove the adapter {wanted} for good?", yes=yes)
    if wanted == settings.adapter:
        _put_away(settings)
    drop_own(wanted, models_folder())
    say(f"{wanted} is gone.")


def take_up(choice: str, settings: Settings, *, name: str = "") -> Own:
    """Add an adapter to the model that tells, keep it and write it into the settings. Raises GameError."""
    source = find_source(settings.model, models=models_folder())
    if source is None:
        raise ModelError(_NOTHING_TO_ADD_TO)
    own = offered(choice, source, models=models_folder(), log=log_folder() / "adapter.log", name=name)
    _add(own, source, settings)
    kept = keep_own(own, models_folder())
    write_setting("adapter", kept.name)
    return kept


def _add(own: Own, source: ModelChoice, settings: Settings) -> None:
    """Make the copy that tells, a bar shown meanwhile."""
    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(f"{own.name} is added to {source.name}", total=None)
        taught_path(
            source.path, own, settings.cache, tell=lambda done: progress.update(task, completed=done, total=1.0)
        )


def _put_away(settings: Settings) -> None:
    write_setting("adapter", NONE)
    forget_taught(settings.cache)


def _named(name: str | None, settings: Settings) -> str:
    """Return the adapter that is meant. Raises ModelError where none was named and none is in use."""
    if name is None and settings.adapter in (None, NONE):
        raise ModelError(_NONE_IN_USE)
    return name or settings.adapter or NONE


def _in_use(settings: Settings) -> str:
    """Return the name of the adapter that is in the model that tells, or an empty text."""
    with contextlib.suppress(ModelError):  # There may be no such model.
        found = find_made(settings.model, cache=settings.cache, models=models_folder(), adapter=settings.adapter)
        return found.adapter if found else ""
    return ""


def _row(own: Own, used: str) -> dict[str, Any]:
    return {**asdict(own), "file": str(own.file), "bytes": own.file.stat().st_size, "used": own.name == used}
