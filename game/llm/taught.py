"""A chosen model with an adapter of the player's own in its weights: one copy, in a folder of the cache, made once.

Knows nothing of which adapter is in use; the work is done by children.
"""

from __future__ import annotations

from pathlib import Path

from game.errors import ModelError
from game.llm.adding import Tell, add
from game.llm.catalog import STARTER
from game.llm.files import is_gguf, only_maker, remove, require_space, settle, stamp_of, write_text
from game.llm.own import Own
from game.llm.starter import made_starter, starter_path

_DRAFT = "copy.part"
_GROWTH = 2
"""A copy takes less than so many times the room of a model in four bits."""


def made_taught(source: Path, own: Own, cache: Path) -> Path | None:
    """Return the copy of a model's file with an adapter in it, if it is in the cache whole."""
    folder = taught_folder(cache)
    if own.entry == STARTER:
        return made_starter(folder, own)
    copy = _copy(source, own, folder)
    return copy if _is_whole(copy) else None


def taught_path(source: Path, own: Own, cache: Path, *, tell: Tell = lambda _: None) -> Path:
    """Return the copy of a model's file with an adapter in it, making it first where needed; other copies are removed.

    That takes seconds for the starter, and about half a minute for a billion parameters; tell is told how much of it
    is done. Raises ModelError.
    """
    folder = taught_folder(cache)
    if made := made_taught(source, own, cache):
        return made
    try:
        copy = starter_path(folder, own) if own.entry == STARTER else _alone(source, own, folder, tell)
        remove(file for file in folder.glob("*.gguf") if file != copy)
    except OSError as error:
        raise ModelError(
            f"A model with an adapter could not be written into {folder} ({error.strerror or error}):"
            " set LORELOOM_CACHE to another folder."
        ) from error
    return copy


def forget_taught(cache: Path) -> None:
    """Remove the copy, if there is one: it can be made again. What is being made is waited for. Raises ModelError."""
    folder = taught_folder(cache)
    if not folder.is_dir():
        return
    try:
        with only_maker(folder / "copy.lock"), only_maker(folder / "starter.lock"):
            remove(file for file in folder.glob("*") if file.suffix != ".lock")
    except OSError as error:
        raise ModelError(f"{folder} could not be emptied ({error.strerror}): remove it by hand.") from error


def taught_folder(cache: Path) -> Path:
    """Return the folder of the copy, which need not exist."""
    return cache / "taught"


def _alone(source: Path, own: Own, folder: Path, tell: Tell) -> Path:
    """Return the copy of a model that is not the starter; of two processes that ask at once one makes it."""
    copy = _copy(source, own, folder)
    with only_maker(folder / "copy.lock") as lock:
        if not _is_whole(copy):
            _make(source, own, folder, lock, tell)
    return copy


def _make(source: Path, own: Own, folder: Path, lock: int, tell: Tell) -> None:
    require_space(folder, _GROWTH * source.stat().st_size, purpose="a model with an adapter")
    draft, copy = folder / _DRAFT, _copy(source, own, folder)
    try:
        add(own.file, source, draft, log=folder / "copy.log", lock=lock, tell=tell)
        settle(draft, copy)
    finally:
        remove([draft])
    write_text(_note(copy), stamp_of(copy))


def _copy(source: Path, own: Own, folder: Path) -> Path:
    return folder / f"{source.stem}-{own.model[:12]}-{own.sha256[:12]}.gguf"


def _is_whole(copy: Path) -> bool:
    """Return whether a copy is there as it was noted when it was made."""
    try:
        return is_gguf(copy) and _note(copy).read_text(encoding="utf-8") == stamp_of(copy)
    except OSError:
        return False


def _note(copy: Path) -> Path:
    return copy.with_name("copy.txt")
