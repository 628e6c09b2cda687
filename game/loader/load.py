"""The door of the loader: a file or a folder of TOML files becomes a World, or a WorldError that says what is wrong.

Knows nothing of where worlds are kept.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from game.errors import WorldError
from game.loader.build import Builder
from game.loader.compile import Compiler
from game.loader.diagnostics import Diagnostics, Source, visible
from game.loader.faults import report_faults
from game.loader.identify import identify
from game.loader.include import with_included
from game.loader.limits import MAX_FILES, MAX_WORLD_BYTES
from game.loader.merge import Merged, merge
from game.loader.plain import read_text, shown
from game.loader.protect import ProtectedTexts
from game.loader.schema.world import WorldFile
from game.loader.translate import translate
from game.loader.wording import check_wording
from game.rules.world import World

_TRANSLATION = re.compile(r"(?P<world>.+)\.(?P<language>[a-z]{2})\.toml")


def load_world(path: Path, *, language: str | None = None) -> World:
    """Return the world in a .toml file or a folder of them, in its own language or a translation. Raises WorldError."""
    project = load_project(path, language=language)
    project.report.raise_errors()
    if project.world is None:
        raise WorldError(f"{shown(path)} is not a world: some of it does not fit the format.")
    return project.world


def load_project(path: Path, *, language: str | None = None) -> Project:
    """Return a world as its author sees it, in its own language or a translation. Raises WorldError without it."""
    return _protecting(_loaded(path, language), path if path.is_dir() else path.parent)


def _loaded(path: Path, language: str | None) -> Project:
    sources = read_sources(path)
    project = build_project(sources)
    if language is None or (project.file and project.file.world.language == language):
        return project
    file = translation_of(path, language)
    if not file.is_file():
        project.report.raise_errors()  # in what language a broken world is nobody knows
        known = ", ".join(languages_of(path)) or "none"
        raise WorldError(f"{shown(path)} is not translated into '{language}'; it is into: {known}.")
    return build_project(sources, translation=Source(file.name, read_text(file)), language=language)


def translation_of(path: Path, language: str) -> Path:
    """Return where the translation of a world lies, or would: inn.zh.toml beside inn.toml or the folder inn."""
    return path.with_name(f"{path.name.removesuffix('.toml')}.{language}.toml")


def languages_of(path: Path) -> list[str]:
    """Return the languages that a world is translated into, by name."""
    own = path.name.removesuffix(".toml")
    beside = (each.name for each in path.parent.glob("*.toml"))
    found = (_TRANSLATION.fullmatch(name) for name in beside)
    return sorted(each["language"] for each in found if each and each["world"] == own)


def parse_world(text: str, *, name: str = "world.toml") -> World:
    """Return the world in a TOML text; name stands for the file in errors. Raises WorldError."""
    return build_world([Source(name, text)])


def read_sources(path: Path) -> list[Source]:
    """Return the files of a world, sorted by name. Raises WorldError when there are none or one cannot be read."""
    read = _Reader(visible(path.name)).read
    if path.is_symlink() or not path.is_dir():
        return with_included([(Source(path.name, read(path)), path)], path.parent, read)
    files = [each for each in sorted(path.glob("*.toml")) if not is_translation(each)]
    if not files:
        raise WorldError(f"There is no .toml file in {shown(path)}; a world is one such file or a folder of them.")
    if len(files) > MAX_FILES:
        raise WorldError(f"{shown(path)} holds {len(files)} files; a world has at most {MAX_FILES}.")
    return with_included([(Source(f"{path.name}/{each.name}", read(each)), each) for each in files], path, read)


def is_translation(path: Path) -> bool:
    """Return whether a file stands beside a world and is named for it and a language: inn.zh.toml beside inn.toml."""
    named = _TRANSLATION.fullmatch(path.name)
    return named is not None and any(path.with_name(named["world"] + end).exists() for end in (".toml", ""))


def build_world(sources: list[Source]) -> World:
    """Return the world in these sources. Raises WorldError with every finding."""
    project = build_project(sources)
    project.report.raise_errors()
    if project.world is None:
        raise WorldError(f"{visible(sources[0].name)} is not a world: some of it does not fit the format.")
    return project.world


@dataclass(frozen=True, slots=True)
class Project:
    """A world as its author sees it: with the format's tables, where all of it is written, and what is wrong with it.

    file is None where the sources do not fit the format, world where the report has errors.
    """

    merged: Merged
    report: Diagnostics
    file: WorldFile | None = None
    world: World | None = None


def build_project(sources: list[Source], *, translation: Source | None = None, language: str = "") -> Project:
    """Return the project in these sources, and a translation laid over them; whatever is wrong is in its report."""
    with without_collecting():
        return _built(sources, translation, language)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the garbage collector away: it would look through all of a growing world again and again, twice the time.

    What was made meanwhile is then put with what is old, unlooked at: freezing and thawing do no more than that.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _built(sources: list[Source], translation: Source | None, language: str) -> Project:
    report = Diagnostics()
    merged = merge(sources, report)
    if translation is not None and not report.has_errors():
        translate(merged, translation, language, report)
    if report.has_errors():
        return Project(merged, report)
    try:
        file = WorldFile.model_validate(merged.tree)
    except ValidationError as error:
        report_faults(error, merged, report)
        return Project(merged, report)
    check_wording(file, merged, report)
    names, written = identify(file, merged, report)
    files = tuple((each.name, each.text) for each in (*sources, *([translation] if translation else ())))
    world = Builder(file, Compiler(names, written, merged, report)).build(_digest(sources), files)
    return Project(merged, report, file, None if report.has_errors() else world)


def _protecting(project: Project, folder: Path) -> Project:
    """Return a project whose world has the texts that it protects; those that cannot be read are in the report."""
    if project.world is None or not project.world.voice.protect:
        return project
    reader, texts = ProtectedTexts(folder), []
    for number, name in enumerate(project.world.voice.protect):
        try:
            texts.append(reader.read(name))
        except WorldError as error:
            source, position = project.merged.locate(("world", "voice", "protect", number))
            hint = "name a text file in the world's own folder"
            project.report.error("W015", str(error), source, position.value, length=len(name) + 2, hint=hint)
    world = None if project.report.has_errors() else replace(project.world, protected=tuple(texts))
    return replace(project, world=world)


def _digest(sources: list[Source]) -> str:
    summed = sha256()
    for source in sources:
        summed.update(source.name.encode(errors="replace") + b"\0" + source.text.encode(errors="replace") + b"\0")
    return summed.hexdigest()[:16]


class _Reader:
    """Reads the files of one world, until they are more than it may hold in all."""

    def __init__(self, world: str) -> None:
        self._world = world
        self._left = MAX_WORLD_BYTES

    def read(self, path: Path) -> str:
        """Return what a file says. Raises WorldError."""
        text = read_text(path)
        self._left -= len(text.encode())
        if self._left < 0:
            most = MAX_WORLD_BYTES // 1_000_000
            raise WorldError(f"The files of {self._world} are larger than {most} MB in all; a world has no more.")
        return text
