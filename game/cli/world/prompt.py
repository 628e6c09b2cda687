"""The command `world prompt`: what a model is told in a turn, to the letter, and which part of the world says it.

Knows nothing of how prompts are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from game.authoring.prompts import Prompted, prompts_after
from game.cli.printed import JsonOption, print_json
from game.cli.speaker import remote_at
from game.cli.world.found import WorldArgument, world_path
from game.llm.choice import NONE, ModelChoice, find_model
from game.llm.host import LlamaHost
from game.llm.late import Startable
from game.llm.remote.address import Address
from game.loader.load import load_project
from game.settings import Settings, load_settings, models_folder
from game.story.model import Message, Sampling

_LOADING_S = 120.0

Count = Callable[[Sequence[Message]], list[int]]


def prompt(
    world: WorldArgument,
    after: Annotated[list[str] | None, typer.Option("--after", help="What the player types; may be repeated.")] = None,
    model: Annotated[str | None, typer.Option(help='Whose tokens to count; "none" counts none.')] = None,
    as_json: JsonOption = False,
) -> None:
    """Show what a model is told in a turn, to the letter. With the part of the world behind each line, and tokens."""
    prompts = prompts_after(load_project(world_path(world)), after or [])
    with _counting(model) as count:
        counted = [(each, count(each.messages) if count else []) for each in prompts]
    if as_json:
        print_json([{**asdict(each), "tokens": tokens} for each, tokens in counted])
        return
    for each, tokens in counted:
        _print(each, tokens)


def _print(prompted: Prompted, tokens: list[int]) -> None:
    typer.secho(f"=== {prompted.job}{f': {sum(tokens)} tokens' if tokens else ''}", bold=True)
    for number, message in enumerate(prompted.messages):
        typer.secho(f"--- {message.role}{f', {tokens[number]} tokens' if tokens else ''}", dim=True)
        typer.echo(message.text)
    _print_drawing(prompted.sampling)
    for origin in prompted.origins:
        typer.echo(f"  {origin.source or 'the engine'}: {origin.text}")
    typer.echo()


def _print_drawing(sampling: Sampling) -> None:
    typer.secho("--- how it is written", dim=True)
    numbers = {name: value for name, value in asdict(sampling).items() if isinstance(value, int | float)}
    typer.echo(", ".join(f"{name} = {value}" for name, value in numbers.items()))
    for what, words in (("Free to be repeated", sampling.spared), ("Never written", sampling.banned)):
        if words:
            typer.echo(f"{what}: {', '.join(words)}")


@contextmanager
def _counting(name: str | None) -> Iterator[Count | None]:
    """Lend what counts tokens, or None without a model."""
    settings = load_settings(model=name)
    folders = {"cache": settings.cache, "models": models_folder()}
    choice = find_model(settings.model, **folders, adapter=settings.adapter) if settings.model != NONE else None
    if choice is None:
        yield None
        return
    with TemporaryDirectory() as folder:
        host = _host(choice, settings, Path(folder) / "model.log")
        host.start()
        try:
            yield host.count if host.wait(_LOADING_S) else None
        finally:
            host.close()


def _host(choice: ModelChoice | Address, settings: Settings, log: Path) -> Startable:
    if isinstance(choice, Address):
        return remote_at(choice, settings)
    return LlamaHost(choice.path, log=log, template=choice.template)
