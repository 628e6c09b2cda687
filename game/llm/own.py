"""Adapters of the player's own: files kept beside the pulled models, each with a card that says what it was made for.

Knows nothing of how an adapter is trained or added to a model; which one is in use is a setting.
"""

from __future__ import annotations

import difflib
import json
import re
import shutil
from dataclasses import asdict, dataclass, replace
from filecmp import cmp
from itertools import count
from pathlib import Path

from game.errors import ModelError
from game.llm.digest import weights_digest
from game.llm.files import is_gguf, remove, settle, write_text

_FOLDER = "adapters"
_NO_NAMES = ("", "none")
_UNWRITTEN = "The adapter could not be kept in {} ({}): make room, or make that folder writable."


@dataclass(frozen=True, slots=True)
class Own:
    """An adapter in a file, whose SHA-256 is sha256.

    It was made for the GGUF file of which model is the SHA-256 and weights what weights_digest says; title is what that
    model is called, and entry its name in the catalogue, or empty.
    """

    name: str
    file: Path
    sha256: str
    model: str
    weights: str
    title: str
    entry: str = ""


def own_adapters(models: Path) -> list[Own]:
    """Return the adapters that are kept beside the pulled models, by their names."""
    cards = (models / _FOLDER).glob("*.json")
    return [own for card in sorted(cards) if (own := _read(card))]


def find_own(name: str, models: Path) -> Own:
    """Return the adapter of that name. Raises ModelError, with the nearest name, when there is none."""
    kept = {own.name: own for own in own_adapters(models)}
    if name in kept:
        return kept[name]
    near = difflib.get_close_matches(name, kept, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "loreloom tune list names them."
    raise ModelError(f"There is no adapter {name!r} here; {hint}")


def own_for(source: Path, name: str | None, models: Path) -> Own | None:
    """Return the adapter of that name if it was made for a model's file; None, too, where there is no such adapter."""
    own = next((own for own in own_adapters(models) if own.name == name), None)
    return own if own and own.weights == weights_digest(source) else None


def keep_own(own: Own, models: Path) -> Own:
    """Keep an adapter and its card, under its name; return it as it is kept.

    Raises ModelError when another of that name is kept, or when it cannot be written.
    """
    folder = models / _FOLDER
    file = folder / f"{own.name}.gguf"
    require_unlike(own, models)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if own.file != file:
            draft = file.with_suffix(".part")
            shutil.copyfile(own.file, draft)
            settle(draft, file)
        kept = replace(own, file=file)
        card = {key: value for key, value in asdict(kept).items() if key not in ("name", "file")}
        write_text(_card(kept), json.dumps(card, indent=2) + "\n")
    except OSError as error:
        raise ModelError(_UNWRITTEN.format(folder, error.strerror or error)) from error
    return kept


def drop_own(name: str, models: Path) -> None:
    """Remove the adapter of that name and its card, or whichever of them is there. Raises ModelError."""
    folder = models / _FOLDER
    try:
        remove(file for file in folder.glob("*.*") if file.stem == name)
    except OSError as error:
        raise ModelError(f"{name} could not be removed from {folder} ({error}): make that folder writable.") from error


def lost_own(name: str | None, models: Path) -> str:
    """Return a sentence where an adapter of that name is wanted and there is none, else an empty text."""
    if name in (None, *_NO_NAMES) or any(own.name == name for own in own_adapters(models)):
        return ""
    return (
        f"The adapter {name!r} is not in {models / _FOLDER}, so the model tells without it:"
        " take its file into use again, or see loreloom tune list."
    )


def require_unlike(own: Own, models: Path) -> None:
    """Raise ModelError when another adapter is kept under the name of this one."""
    known = next((each for each in own_adapters(models) if each.name == own.name), None)
    file = models / _FOLDER / f"{own.name}.gguf"
    is_other = known.sha256 != own.sha256 if known else file.is_file() and not cmp(file, own.file, shallow=False)
    if is_other:  # Known, or one whose card cannot be read.
        raise ModelError(
            f"Another adapter is called {own.name!r} already: give this one a name with --as,"
            f" or remove that one with: loreloom tune remove {own.name}"
        )


def free_name(text: str, models: Path) -> str:
    """Return a name as near to a text as may be that no adapter has, a number behind it where that takes one."""
    names = (name_of(text if number == 1 else f"{text}-{number}") for number in count(1))
    return next(name for name in names if not (models / _FOLDER / f"{name}.gguf").exists())


def name_of(text: str) -> str:
    """Return a name that is safe for a file and a command line, as near to a text as such a name may be."""
    name = re.sub(r"[^\w.]+", "-", text.casefold()).strip("-.")[:40]
    return "adapter" if name in _NO_NAMES else name


def _card(own: Own) -> Path:
    return own.file.with_suffix(".json")


def _read(card: Path) -> Own | None:
    """Return the adapter of a card, or None for a card that says nothing, or of one whose adapter is gone."""
    try:
        said = json.loads(card.read_text(encoding="utf-8"))
        if not all(isinstance(value, str) for value in said.values()):
            return None
        own = Own(name=card.stem, file=card.with_suffix(".gguf"), **said)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return own if is_gguf(own.file) else None
