"""Where worlds are: the worlds in some folders, and one of them by name or path.

Knows nothing of settings: the folders are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.errors import WorldError
from game.loader.diagnostics import nearest, visible
from game.loader.load import is_translation, load_world


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the library. problem, if any, says why the world cannot be played; the other texts are then empty.

    name is that of its file or folder, id the one the world gives itself (its name while it cannot be read).
    """

    name: str
    path: Path
    id: str
    title: str = ""
    about: str = ""
    author: str = ""
    rating: str = ""
    language: str = ""
    problem: str = ""


def list_worlds(folders: Sequence[Path]) -> list[Listed]:
    """Return the worlds of all folders by name; of two with one name, that of the folder that comes first."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in _candidates(folder):
            found.setdefault(path.stem, path)
    return [_listed(found[name]) for name in sorted(found)]


def find_world(name: str, folders: Sequence[Path]) -> Path:
    """Return the path of a world, given by name or as a path. Raises WorldError when there is none."""
    if "/" in name or name.endswith(".toml"):
        path = Path(name).expanduser()
        if path.exists():
            return path
        raise WorldError(visible(f"There is no world at {path}; check the path."))
    known = {path.stem: path for folder in reversed(folders) for path in _candidates(folder)}
    if name in known:
        return known[name]
    near = nearest(name, sorted(known))
    meant = f"did you mean '{near}'?" if near else f"the worlds are {', '.join(sorted(known)) or 'none'}."
    raise WorldError(visible(f"There is no world '{name}'; {meant}"))


def _candidates(folder: Path) -> Iterator[Path]:
    """Yield what may be a world: a .toml file that is not hidden and no translation, or a folder that holds one."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_dir():
            is_world = any(path.glob("*.toml"))
        else:
            is_world = path.suffix == ".toml" and path.is_file() and not path.name.startswith(".")
        if is_world and not is_translation(path):
            yield path


def _listed(path: Path) -> Listed:
    try:
        world = load_world(path)
    except WorldError as error:
        return Listed(path.stem, path, path.stem, problem=str(error))
    return Listed(path.stem, path, world.id, world.title, world.about, world.author, world.rating, world.language)
