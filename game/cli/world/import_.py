"""The command `world import`: what was written for another program, as a world or a part of one.

Knows nothing of foreign formats. What is written is for an author to go on with; it writes over nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from game.authoring.imports.foreign import KINDS, MAX_BYTES, Kind, kind_of
from game.authoring.imports.ids import slug
from game.authoring.imports.imported import Imported, Note
from game.authoring.imports.written import toml_text
from game.authoring.starter import check_name
from game.cli.printed import JsonOption, print_json
from game.cli.world.fresh import FOLDER, SCHEMA, address_of, check_free, played, write_world
from game.cli.written import write_new
from game.errors import SettingsError
from game.loader.diagnostics import visible
from game.loader.plain import read_bytes
from game.story.prose import counted

_ENDINGS = ", ".join(ending for kind in KINDS for ending in kind.endings)
_COUNTED = {
    "place": ("place", "places"),
    "thing": ("thing", "things"),
    "person": ("person", "people"),
    "knows": ("thing to ask about", "things to ask about"),
    "scene": ("scene", "scenes"),
    "choice": ("choice", "choices"),
    "facts": ("fact", "facts"),
    "rule": ("rule", "rules"),
    "quest": ("quest", "quests"),
    "ending": ("ending", "endings"),
    "lore": ("piece of lore", "pieces of lore"),
}

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help=f"What to import ({_ENDINGS}).")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; else worlds/NAME.toml.")
]
NameOption = Annotated[str | None, typer.Option("--name", help="The world's name; else that of the file.")]
PersonOption = Annotated[bool, typer.Option("--person", help="Only the person of a card, to put into another world.")]


def import_(
    file: FileArgument,
    output: OutputOption = None,
    name: NameOption = None,
    person: PersonOption = False,
    as_json: JsonOption = False,
) -> None:
    """Make a world of a story of Twine or a character card. What cannot be made is listed with its line."""
    data = read_bytes(file.expanduser(), most=MAX_BYTES)
    kind = kind_of(data, name=file.name)
    name = _name(file, output, name)
    target = output or (Path() if person else FOLDER) / f"{name}.toml"
    write = _write_person if person else _write_world
    imported = write(kind, data, file, target, name)
    if as_json:
        print_json({"world": str(target), "notes": [asdict(each) for each in imported.notes]})
        return
    for line in _told(file, target, imported):
        typer.echo(visible(line))
    for line in _next_steps_for_a_person(target) if person else _next_steps(target):
        typer.echo(visible(line))


def _name(file: Path, output: Path | None, name: str | None) -> str:
    """Return the name that was asked for, or else that of one of the files. Raises SettingsError."""
    if output is not None and output.suffix != ".toml":
        raise SettingsError(f"{visible(str(output))} is not named as a world is; let it end in .toml.")
    if name is None:
        name = output.stem if output else slug(file.stem) or "imported"
    return check_name(name)


def _write_world(kind: Kind, data: bytes, file: Path, target: Path, name: str) -> Imported:
    """Write a whole world; its id is its name here, whatever it is called where it comes from."""
    check_free(target)
    imported = kind.world(data, file.name)
    world = {**imported.tables["world"], "id": name.replace("-", "_")}
    schema = target.parent / SCHEMA
    text = toml_text({"schema": 1, **imported.tables, "world": world})
    write_world(target, f"#:schema {address_of(schema, target.parent)}\n{text}", schema)
    return imported


def _write_person(kind: Kind, data: bytes, file: Path, target: Path, name: str) -> Imported:
    """Write a person alone, without the address of a schema: the file is to go elsewhere."""
    if kind.person is None:
        raise SettingsError(f"{visible(file.name)} is {kind.what}, which is no person; leave --person out.")
    imported = kind.person(data, file.name)
    write_new(target, toml_text(imported.tables))
    return imported


def _told(file: Path, target: Path, imported: Imported) -> Iterator[str]:
    yield f"Wrote {target}: {', '.join(_counts(imported.tables)) or 'nothing'}."
    yield from (_noted(file, each) for each in imported.notes)


def _noted(file: Path, note: Note) -> str:
    return f"{file}:{note.line}: {note.text}" if note.line else f"{file}: {note.text}"


def _next_steps(target: Path) -> Iterator[str]:
    yield f"Check it with: loreloom world check {played(target)}"
    yield f"Play it with: loreloom play {played(target)}"


def _next_steps_for_a_person(target: Path) -> Iterator[str]:
    yield f"Put {target.name} into the folder of a world, and check that with: loreloom world check FOLDER"


def _counts(tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield how many of each kind there are, of the kinds that there are any of."""
    found = {
        **tables,
        "knows": [known for person in tables.get("person", {}).values() for known in person.get("knows", ())],
        "choice": [choice for scene in tables.get("scene", ()) for choice in scene.get("choice", ())],
    }
    for kind, (one, several) in _COUNTED.items():
        if count := len(found.get(kind, ())):
            yield counted(count, one, several)
