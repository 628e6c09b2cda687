"""The command `world new`: a small world in a file of its own, to build on.

Knows nothing of what is in it. What was not given it asks for at a terminal; it writes over nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.authoring.starter import check_line, check_name, check_title, starter_world, title_of
from game.cli.printed import JsonOption, print_json
from game.cli.world.fresh import FOLDER, SCHEMA, address_of, check_free, played, write_world


class Language(StrEnum):
    """The languages that a new world can be in."""

    EN = "en"
    ZH = "zh"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new world is to be."""

    title: str
    author: str
    folder: Path
    language: Language


NameArgument = Annotated[str, typer.Argument(help="The name of its file: lower-case letters, digits, - and _.")]
TitleOption = Annotated[str | None, typer.Option("--title", help="Its title; without it, the name.")]
AuthorOption = Annotated[str | None, typer.Option("--author", help="Who writes it.")]
FolderOption = Annotated[Path | None, typer.Option("--folder", metavar="DIR", help="Where to put it; else worlds/.")]
LanguageOption = Annotated[Language | None, typer.Option("--language", help="What it is written in; else English.")]
SchemaOption = Annotated[
    Path | None, typer.Option("--schema", metavar="FILE", help=f"Where to put the schema; else {SCHEMA} beside it.")
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")]


def new(
    name: NameArgument,
    title: TitleOption = None,
    author: AuthorOption = None,
    folder: FolderOption = None,
    language: LanguageOption = None,
    schema: SchemaOption = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Write a small world to build on, with comments that explain it."""
    check_name(name)
    ask = _asked if sys.stdin.isatty() and not yes and not as_json else _taken
    wanted = ask(name, title, author, folder, language)
    world = wanted.folder / f"{name}.toml"
    check_free(world)
    schema = schema or wanted.folder / SCHEMA
    text = starter_world(
        name,
        title=check_title(wanted.title),
        author=check_line(wanted.author, of="author"),
        language=wanted.language.value,
        schema=address_of(schema, wanted.folder),
        played=played(world),
    )
    is_first = write_world(world, text, schema)
    if as_json:
        print_json({"world": str(world), "schema": str(schema)})
    else:
        typer.echo("\n".join(_told(world, schema if is_first else None)))


def _told(world: Path, schema: Path | None) -> Iterator[str]:
    yield f"Wrote {world}."
    if schema is not None:
        yield f"Wrote {schema}, from which editors know the format."
    yield f"Play it with: loreloom play {played(world)}"


def _taken(name: str, title: str | None, author: str | None, folder: Path | None, language: Language | None) -> Wanted:
    """Return what was given, and for the rest what is usual."""
    return Wanted(title_of(name) if title is None else title, author or "", folder or FOLDER, language or Language.EN)


def _asked(name: str, title: str | None, author: str | None, folder: Path | None, language: Language | None) -> Wanted:
    """Return what was given, and for the rest what is typed."""
    usual = _taken(name, title, author, folder, language)
    return Wanted(
        title=typer.prompt("Title", default=usual.title) if title is None else title,
        author=typer.prompt("Author", default="", show_default=False) if author is None else author,
        folder=Path(typer.prompt("Folder", default=str(usual.folder))) if folder is None else folder,
        language=typer.prompt("Language", default=usual.language, type=Language) if language is None else language,
    )
