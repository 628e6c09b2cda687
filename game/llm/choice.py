"""Which model tells: from a player's words (a name, a path, an address, "none" or nothing) to a file or a server.

An adapter that was made for the model is in the file. Knows nothing of how a model is loaded, pulled or asked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from game.errors import ModelError
from game.llm.catalog import STARTER, Entry, find_entry, load_catalog
from game.llm.files import is_gguf
from game.llm.own import Own, own_for
from game.llm.remote.address import Address, is_address, parse_address
from game.llm.starter import made_starter, starter_path, starter_source
from game.llm.taught import made_taught, taught_path
from game.story.abilities import Job, Trust

NONE = "none"


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model's file. template is a chat template for a file that carries none, or empty.

    parameters are billions, or None for a file that the catalogue does not know; entry is its name there, or empty, and
    trusted and refused what that knows of it. adapter is the name of the player's own that is in the file, or empty.
    """

    name: str
    path: Path
    template: str = ""
    parameters: float | None = None
    entry: str = ""
    adapter: str = ""
    trusted: tuple[Trust, ...] = ()
    refused: frozenset[Job] = frozenset()


def find_model(
    choice: str | None, *, cache: Path, models: Path, adapter: str | None = None
) -> ModelChoice | Address | None:
    """Return the chosen model's file or its server, or None for the author's words alone; no choice is the starter.

    adapter is the name of one of the player's own: where it was made for the model it is in the file, and where it
    cannot be added the model's name says so. May take some seconds once, when the starter is made ready in the cache,
    and longer for a larger model with an adapter; a server is not asked. Raises ModelError when there is no such file
    or name, when it was not pulled, when the starter is not installed, or for an address that is none.
    """
    if choice is not None and is_address(choice):
        return parse_address(choice)
    return find_file(choice, cache=cache, models=models, adapter=adapter)


def find_file(choice: str | None, *, cache: Path, models: Path, adapter: str | None = None) -> ModelChoice | None:
    """Return the chosen model's file as find_model does. Raises ModelError for a server, too: it has none here."""
    source = find_source(choice, models=models)
    if source is None:
        return None
    own = own_for(source.path, adapter, models)
    if own is None:
        return _ready(source, cache)
    try:
        return _with(source, own, taught_path(source.path, own, cache))
    except ModelError:
        return replace(_ready(source, cache), name=f"{source.name} without {own.name}")


def find_made(choice: str | None, *, cache: Path, models: Path, adapter: str | None = None) -> ModelChoice | None:
    """Return the chosen model's file as find_file does, but as it came where it would have to be made ready first."""
    source = find_source(choice, models=models)
    if source is None:
        return None
    if own := own_for(source.path, adapter, models):
        return _with(source, own, made_taught(source.path, own, cache) or source.path)
    return replace(source, path=made_starter(cache) or source.path) if source.entry == STARTER else source


def find_source(choice: str | None, *, models: Path) -> ModelChoice | None:
    """Return the chosen model's file as it came, whatever is made of it for play. Raises ModelError as find_file."""
    if choice == NONE:
        return None
    if choice is None or choice == STARTER:
        return _chosen(find_entry(STARTER), starter_source())
    if is_address(choice):
        raise ModelError("This needs a model's file, and a server has none here: choose a model of this machine.")
    if _looks_like_a_path(choice):
        return _from_path(Path(choice).expanduser())
    return _from_catalogue(find_entry(choice), models)


def _ready(source: ModelChoice, cache: Path) -> ModelChoice:
    """Return a model without an adapter, the starter as it is fastest here."""
    return replace(source, path=starter_path(cache)) if source.entry == STARTER else source


def _with(source: ModelChoice, own: Own, path: Path) -> ModelChoice:
    """Return a model with an adapter; what the catalogue knows of the one without is not known of it."""
    return replace(
        source, name=f"{source.name} with {own.name}", path=path, adapter=own.name, trusted=(), refused=frozenset()
    )


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
    choice = ModelChoice(entry.title, path, entry.template, entry.parameters, entry=entry.name)
    return replace(choice, trusted=entry.trusted, refused=entry.refused)
