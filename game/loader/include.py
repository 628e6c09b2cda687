"""Files that a world includes: found beside it, never out of its folder, each read once.

Knows nothing of what is in them but the key `include` at their top.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import tomli

from game.errors import WorldError
from game.loader.diagnostics import Diagnostics, Source, visible
from game.loader.limits import MAX_FILES, check_limits

_INCLUDE = re.compile(r"^[ \t]*include[ \t]*=", re.MULTILINE)


def with_included(first: list[tuple[Source, Path]], folder: Path, read: Callable[[Path], str]) -> list[Source]:
    """Return the sources and all that they include, in order. Raises WorldError for what may not be included."""
    seen = {path for _, path in first}
    queue = list(first)
    for source, path in queue:  # grows as it goes
        for name in _included(source):
            found = _checked(name, source, path.parent, folder)
            if found not in seen:
                seen.add(found)
                queue.append((Source(f"{folder.name}/{found.relative_to(folder)}", read(found)), found))
            if len(queue) > MAX_FILES:
                raise WorldError(f"{visible(folder.name)} includes more files than the {MAX_FILES} a world may have.")
    return [source for source, _ in queue]


def _included(source: Source) -> Iterator[str]:
    if not _INCLUDE.search(source.text) or not check_limits(source, Diagnostics()):
        return
    try:
        named: Any = tomli.loads(source.text).get("include")
    except (ValueError, RecursionError):  # told, with its place, when the file is read in earnest
        return
    yield from (each for each in named if isinstance(each, str)) if isinstance(named, list) else ()


def _checked(name: str, source: Source, beside: Path, folder: Path) -> Path:
    """Return the path of an included file. Raises WorldError, with the line that names it."""
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name or parts.suffix != ".toml":
        raise _refusal(name, source, "name a .toml file in the world's own folder")
    path = beside / parts
    try:
        if any(each.is_symlink() for each in (path, *path.parents) if each != folder and folder in each.parents):
            raise _refusal(name, source, "it is reached by a link; put what it leads to in its place")
        if not path.is_file():
            raise _refusal(name, source, "there is no such file; check its name")
    except OSError as error:  # a name that no file can have, a folder that may not be looked into
        raise _refusal(name, source, f"it cannot be read ({error.strerror}); check its name") from error
    return path


def _refusal(name: str, source: Source, why: str) -> WorldError:
    found = _INCLUDE.search(source.text)
    line = source.text.count("\n", 0, found.start() if found else 0) + 1
    return WorldError(visible(f"'{name}' cannot be included ({source.name}:{line}): {why}."))
