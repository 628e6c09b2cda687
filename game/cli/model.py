"""The commands `model list|info|use|pull|tune|trial`: what models there are, which is here, and which tells.

Knows nothing of how a model is found, fetched or made ready.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from game.cli.printed import JsonOption, print_json
from game.cli.trial import trial
from game.cli.tuning import tune
from game.errors import ModelError
from game.llm.catalog import STARTER, Entry, find_entry, load_catalog
from game.llm.choice import NONE, ModelChoice, find_made, find_model, find_source
from game.llm.own import own_for
from game.llm.remote.address import Address, is_address
from game.llm.starter import starter_source
from game.llm.taught import forget_taught
from game.llm.trials import trusts_of
from game.settings import Settings, load_settings, models_folder, write_setting
from game.story.abilities import Trust

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Choose and fetch the model that tells.")

Name = Annotated[str, typer.Argument(help="A name from the catalogue.")]


@app.command("list")
def list_models(as_json: JsonOption = False) -> None:
    """List the models of the catalogue by the memory they need."""
    settings = load_settings()
    chosen = settings.model or STARTER
    rows = [_row(entry, settings) for entry in load_catalog()]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        typer.echo(_line(row))
    if is_address(chosen):
        typer.echo("A model on a server tells now; ask after it with: loreloom doctor")
    typer.echo("* tells now.  Fetch one with: loreloom model pull NAME, choose it with: loreloom model use NAME")


@app.command()
def info(name: Name, as_json: JsonOption = False) -> None:
    """Say what is known of one model."""
    entry, settings = find_entry(name), load_settings()
    row, trusts = _row(entry, settings), _trusts(entry, settings)
    if as_json:
        print_json({**row, "trusted": [each.as_json() for each in trusts]})
        return
    for key, value in row.items():
        if value != "":
            typer.echo(f"{key:<11} {_said(value)}")
    for each in trusts:
        typer.echo(f"{'trusted':<11} {each}")
    if not row["verified"]:
        typer.echo("These figures were not measured by us.")


@app.command()
def use(
    choice: Annotated[
        str,
        typer.Argument(metavar="NAME|PATH|URL", help='A name, the path of a GGUF file, a server, or "none".'),
    ],
) -> None:
    """Let a model tell from now on."""
    settings = load_settings()
    if choice == STARTER:
        starter_source()
        kept = choice
    else:
        kept = _kept(choice, find_model(choice, cache=settings.cache, models=models_folder()))
    file = write_setting("model", kept)
    said = "The author's words alone tell" if kept == NONE else f"{kept} tells"
    typer.echo(f"{said} from now on, as {file} says.")
    _tidy(kept, settings)


@app.command()
def pull(name: Name) -> None:
    """Fetch a model from the hub. A broken download goes on where it stopped."""
    entry = find_entry(name)
    from game.llm.pull import pull as fetch  # noqa: PLC0415 - the hub's library is heavy, and only this command needs it

    with _bar() as bar:
        task = bar.add_task(entry.title, total=None)
        file = fetch(entry, models_folder(), progress=lambda here, whole: bar.update(task, completed=here, total=whole))
    typer.echo(f"{entry.title} is here: {file}")
    typer.echo(f"Let it tell with: loreloom model use {entry.name}")


app.command("tune")(tune)
app.command("trial")(trial)


def _tidy(choice: str, settings: Settings) -> None:
    """Say which adapter goes with a choice; where none does, no copy with one is kept."""
    with contextlib.suppress(ModelError):  # A server has no file.
        found = find_made(choice, cache=settings.cache, models=models_folder(), adapter=settings.adapter)
        if found and found.adapter:
            typer.echo(f"The adapter {found.adapter} goes with it.")
            return
    forget_taught(settings.cache)


def _bar() -> Progress:
    """Return a progress bar on standard error, silent where that is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    return Progress(*columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal)


def _row(entry: Entry, settings: Settings) -> dict[str, Any]:
    return {
        **entry.as_json(),
        "languages": list(entry.languages),
        "here": _is_here(entry),
        "fits": entry.memory_gb * 10**9 < _memory(),
        "chosen": entry.name == (settings.model or STARTER),
        "adapter": _adapter_of(entry, settings.adapter),
    }


def _trusts(entry: Entry, settings: Settings) -> list[Trust]:
    """Return what a model is trusted with in each of its languages, whether it is here or not."""
    choice: ModelChoice | None = None
    with contextlib.suppress(ModelError):
        choice = find_made(entry.name, cache=settings.cache, models=models_folder(), adapter=settings.adapter)
    choice = choice or ModelChoice(entry.title, entry.path_in(models_folder()), trusted=entry.trusted)
    parameters = round(entry.parameters * 10**9)
    return trusts_of(choice, settings.cache, parameters=parameters, languages=entry.languages)


def _line(row: dict[str, Any]) -> str:
    state = "here" if row["here"] else "to pull" if row["fits"] else "too big"
    cells = (
        "*" if row["chosen"] else " ",
        f"{row['name']:<13}",
        f"{row['parameters']:>5g}B",
        f"{row['memory_gb']:>3} GB",
        f"{' '.join(row['languages']):<5}",
        f"{state:<7}",
        row["note"] + ("" if row["verified"] else " (not measured by us)"),
        f"with {row['adapter']}" if row["adapter"] else "",
    )
    return "  ".join(cells).rstrip()


def _said(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(value)
        case _:
            return str(value)


def _is_here(entry: Entry) -> bool:
    return _file_of(entry) is not None


def _file_of(entry: Entry) -> Path | None:
    """Return a model's file as it came, or None where it is not here."""
    try:
        source = find_source(entry.name, models=models_folder())
    except ModelError:
        return None
    return source.path if source else None


def _adapter_of(entry: Entry, name: str | None) -> str:
    """Return the adapter of that name where it is for this model, else an empty text."""
    file = _file_of(entry)
    own = own_for(file, name, models_folder()) if file else None
    return own.name if own else ""


def _kept(choice: str, found: ModelChoice | Address | None) -> str:
    """Return what to keep of a choice, so that it means the same from everywhere."""
    match found:
        case Address() as address:
            return str(address)
        case ModelChoice(path=path) if not _is_name(choice):
            return str(path)
    return choice


def _is_name(choice: str) -> bool:
    return any(entry.name == choice for entry in load_catalog())


def _memory() -> int:
    """Return this machine's memory in bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
