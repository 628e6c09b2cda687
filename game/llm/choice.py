"""Which model tells: from a player's words (a name, a path, an address, "none" or nothing) to a file or a server.

Knows nothing of how a model is loaded, pulled or asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.errors import ModelError
from game.llm.catalog import STARTER, Entry, find_entry, load_catalog
from game.llm.files import is_gguf
from game.llm.remote.address import Address, is_address, parse_address
from game.llm.starter import starter_path
from game.story.abilities import Trust

NONE = "none"


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model's file. template is a chat template for a file that carries none, or empty.

    parameters are billions, or None for a file that the catalogue does not know; trusted is what that knows of it.
    """

    name: str
    path: Path
    template: str = ""
    parameters: float | None = None
    trusted: tuple[Trust, ...] = ()


def find_model(choice: str | None, *, cache: Path, models: Path) -> ModelChoice | Address | None:
    """Return the chosen model's file or its server, or None for the author's words alone; no choice is the starter.

    May take some seconds once, when the starter is made ready in the cache; a server is not asked. Raises ModelError
    when there is no such file or name, when it was not pulled, when the starter is not installed, or for an address
    that is none.
    """
    if choice is not None and is_address(choice):
        return parse_address(choice)
    return find_file(choice, cache=cache, models=models)


def find_file(choice: str | None, *, cache: Path, models: Path) -> ModelChoice | None:
    """Return the chosen model's file as find_model does. Raises ModelError for a server, too: it has none here."""
    if choice == NONE:
        return None
    if choice is None or choice == STARTER:
        starter = find_entry(STARTER)
        return _chosen(starter, starter_path(cache))
    if is_address(choice):
        raise ModelError("This needs a model's file, and a server has none here: choose a model of this machine.")
    if _looks_like_a_path(choice):
        return _from_path(Path(choice).expanduser())
    return _from_catalogue(find_entry(choice), models)


def _looks_like_a_path(choice: str) -> bool:
    if any(entry.name == choice for entry in load_catalog()):
        return False
    return "/" in choice or "\\" in choice or choice.endswith(".gguf") or Path(choice).exists()


def _from_path(path: Path) -> ModelChoice:
    if not path.is_file():
        raise ModelError(f"There is no model file {path}: check the path, or see loreloom model list.")
    if not is_gguf(path):
        raise ModelError(f"{path} is not a GGUF file: choose one that ends in .gguf and was made for llama.cpp.")
    return ModelChoice(path.stem, path.resolve())


def _from_catalogue(entry: Entry, models: Path) -> ModelChoice:
    path = entry.path_in(models)
    if not is_gguf(path):
        raise ModelError(
            f"The model {entry.name} is not on this machine: fetch it with: loreloom model pull {entry.name}"
        )
    return _chosen(entry, path)


def _chosen(entry: Entry, path: Path) -> ModelChoice:
    return ModelChoice(entry.title, path, entry.template, entry.parameters, entry.trusted)
