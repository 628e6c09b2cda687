"""The door of the loader: a file or a folder of TOML files becomes a World, or a WorldError that says what is wrong.

Knows nothing of where worlds are kept.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from game.errors import WorldError
from game.loader.build import Builder
from game.loader.diagnostics import Diagnostics, Source
from game.loader.faults import report_faults
from game.loader.limits import MAX_BYTES, MAX_FILES
from game.loader.merge import merge
from game.loader.schema import WorldFile
from game.rules.world import World

_TRANSLATION = ".??.toml"


def load_world(path: Path) -> World:
    """Return the world in a .toml file or a folder of them. Raises WorldError."""
    return build_world(read_sources(path))


def parse_world(text: str, *, name: str = "world.toml") -> World:
    """Return the world in a TOML text; name stands for the file in errors. Raises WorldError."""
    return build_world([Source(name, text)])


def read_sources(path: Path) -> list[Source]:
    """Return the files of a world, sorted by name. Raises WorldError when there are none or one cannot be read."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    files = [each for each in files if not each.match("*" + _TRANSLATION)]
    if not files:
        raise WorldError(f"There is no .toml file in {path}; a world is one such file or a folder of them.")
    if len(files) > MAX_FILES:
        raise WorldError(f"{path} holds {len(files)} files; a world has at most {MAX_FILES}.")
    shown = path.name if path.is_dir() else ""
    return [Source(f"{shown}/{each.name}" if shown else each.name, _read(each)) for each in files]


def build_world(sources: list[Source]) -> World:
    """Return the world in these sources. Raises WorldError with every finding."""
    report = Diagnostics()
    merged = merge(sources, report)
    report.raise_errors()
    try:
        file = WorldFile.model_validate(merged.tree)
    except ValidationError as error:
        report_faults(error, merged, report)
        report.raise_errors()
        raise WorldError(
            f"{sources[0].name} is not a world: {error.error_count()} parts do not fit the format."
        ) from error
    world = Builder(file, merged, report).build(_digest(sources))
    report.raise_errors()
    return world


def _digest(sources: list[Source]) -> str:
    summed = sha256()
    for source in sources:
        summed.update(source.name.encode(errors="replace") + b"\0" + source.text.encode(errors="replace") + b"\0")
    return summed.hexdigest()[:16]


def _read(path: Path) -> str:
    if path.is_symlink():
        raise WorldError(f"{path} is a link; a world holds plain files only, so put the file itself there.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WorldError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB; split it into several files.")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise WorldError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    except OSError as error:
        raise WorldError(f"{path} cannot be read ({error.strerror}); check that the file is there.") from error
