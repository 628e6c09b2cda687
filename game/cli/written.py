"""How commands write what somebody asked for: to a file, or one sentence that says why not; without one, they print it.

Knows nothing of what is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from game.errors import SettingsError

T = TypeVar("T")

_IS_THERE = "{} is there already, and is not written over; choose another name."

OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")]


def format_of(output: Path | None, endings: Mapping[str, T], usual: T, *, what: str) -> T:
    """Return the format that a file's ending stands for, the usual one without a file; what is what is written.

    Raises SettingsError.
    """
    if output is None:
        return usual
    try:
        return endings[output.suffix.lower()]
    except KeyError:
        raise SettingsError(f"{output} has no ending of {what} ({', '.join(endings)}); add one, or --format.") from None


def put_out(output: Path | None, text: str) -> None:
    """Write text to a file in place of what was there, or print it where no file is named. Raises SettingsError."""
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{output} cannot be written ({error.strerror}); name another file.") from error


def write_new(path: Path, text: str) -> None:
    """Write text to a file that is not there yet; its folder is made. Raises SettingsError, also where there is one."""
    make_folder(path.parent)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise SettingsError(_IS_THERE.format(path)) from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be written ({error.strerror}); name another folder.") from error


def require_new(*paths: Path) -> None:
    """Raise SettingsError where there is such a file already: before what takes long to write."""
    for path in paths:
        if path.exists():
            raise SettingsError(_IS_THERE.format(path))


def make_folder(folder: Path) -> None:
    """Make a folder, and those that it is in, where there is none. Raises SettingsError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"The folder {folder} cannot be made ({error.strerror}); name another.") from error
