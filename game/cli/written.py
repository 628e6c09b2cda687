"""How commands write a file that somebody asked for: whole, or one sentence that says why not.

Knows nothing of what is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from game.errors import SettingsError

T = TypeVar("T")


def format_of(output: Path, endings: Mapping[str, T], *, what: str) -> T:
    """Return the format that a file's ending stands for; what is what is written. Raises SettingsError."""
    try:
        return endings[output.suffix.lower()]
    except KeyError:
        raise SettingsError(f"{output} has no ending of {what} ({', '.join(endings)}); add one, or --format.") from None


def write_output(path: Path, text: str) -> None:
    """Write text to a file in place of what was there. Raises SettingsError."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path} cannot be written ({error.strerror}); name another file.") from error


def write_new(path: Path, text: str) -> None:
    """Write text to a file that is not there yet; its folder is made. Raises SettingsError, also where there is one."""
    _make_folder(path.parent)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise SettingsError(f"{path} is there already, and is not written over; choose another name.") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be written ({error.strerror}); name another folder.") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"The folder {folder} cannot be made ({error.strerror}); name another.") from error
