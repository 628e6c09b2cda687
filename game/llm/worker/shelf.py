"""Prompts kept on disk: what was read once, in this game or an earlier one, is loaded instead of read again.

Knows nothing of llama.cpp or of what is told: a Store puts a sequence into a file and takes it out again.

A file is named MODEL-COUNT-PROMPT-CONTENT.prompt, digests of all that makes it fit, of its tokens and of its bytes: no
index can disagree with it, several games share the folder, and a damaged file is known before llama.cpp sees it.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from game.llm.files import RESERVE, sha256_of

LEAST = 64
"""Tokens that a file has to save the reading of: about a tenth of a second for a small model on two cores."""
_DIGEST = 32
_NAME = re.compile(r"([0-9a-f]{32})-([0-9]{1,9})-([0-9a-f]{32})-([0-9a-f]{32})\.prompt")


class Store(Protocol):
    """Sequences of tokens that can be put into files."""

    def size(self, sequence: int, tokens: Sequence[int]) -> int:
        """Return about how many bytes the file would have that save writes."""

    def save(self, sequence: int, file: Path, tokens: Sequence[int]) -> bool:
        """Write a sequence and its tokens over a file; return whether it is whole. Raises OSError."""

    def load(self, sequence: int, file: Path, tokens: Sequence[int]) -> bool:
        """Fill an empty sequence; return whether it holds just these tokens now, else it is empty."""


class Kept(NamedTuple):
    """A file, and the tokens it was found by."""

    file: Path
    tokens: Sequence[int]


class Shelf:
    """A folder of kept prompts. Nothing that befalls it is raised: it costs the head start and no more."""

    def __init__(self, store: Store, folder: Path, *, model: str, limit: int) -> None:
        """Make the folder where there is none, and remove what is over the limit in bytes.

        model says all that makes a file fit: weights, build, and how the memory is laid out.
        """
        self._store = store
        self._folder = folder
        self._model = _digest(model.encode())
        self._limit = limit
        self._refused: set[str] = set()
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._trim()

    def find(self, prompt: Sequence[int], *, beyond: int = 0) -> Kept | None:
        """Return the longest kept beginning of a prompt that has LEAST tokens more than beyond, or None."""
        least = beyond + LEAST
        return next(self._beginnings(prompt, least=least), None) if len(prompt) >= least else None

    def fetch(self, kept: Kept, sequence: int) -> bool:
        """Fill an empty sequence with what was found; return whether that was possible. Damaged files are removed.

        Meanwhile the file bears no name to be found by: one that ends the process does so once.
        """
        unnamed = self._draft()
        try:
            kept.file.rename(unnamed)
            is_whole = kept.file.stem.endswith(_content(unnamed))
        except OSError:  # Another game has it, or has removed it.
            return False
        if not is_whole:
            _remove(unnamed)
            return False
        is_loaded = self._store.load(sequence, unnamed, kept.tokens)
        if is_loaded:
            _touch(unnamed)
        else:
            self._refused.add(kept.file.name)
        with suppress(OSError):
            unnamed.rename(kept.file)
        return is_loaded

    def keep(self, tokens: Sequence[int], sequence: int) -> None:
        """Write a sequence with its tokens, in place of the beginnings of them that were kept.

        The shortest of those stays: it is what the world's other runs begin with.
        """
        beginnings = list(self._beginnings(tokens, least=1))
        if beginnings and len(beginnings[0].tokens) == len(tokens):
            _touch(beginnings[0].file)
            return
        with suppress(OSError):
            if self._write(tokens, sequence):
                _remove(*(kept.file for kept in beginnings[:-1]))
                self._trim()

    def _beginnings(self, prompt: Sequence[int], *, least: int) -> Iterator[Kept]:
        """Yield what is kept of a prompt and has at least so many tokens, the longest first."""
        named = [match for file in self._files() if (match := _NAME.fullmatch(file.name))]
        fitting = [(int(name[2]), name) for name in named if name[1] == self._model and name[0] not in self._refused]
        tokens = array("i", prompt)
        for count, name in sorted(fitting, key=lambda each: -each[0]):
            if least <= count <= len(prompt) and name[3] == _digest(tokens[:count].tobytes()):
                yield Kept(self._folder / name[0], prompt[:count])

    def _write(self, tokens: Sequence[int], sequence: int) -> bool:
        """Write a file and give it its name; return whether there was room and it is whole. Raises OSError."""
        size = self._store.size(sequence, tokens)
        if size > self._limit or shutil.disk_usage(self._folder).free < size + RESERVE:
            return False
        draft = self._draft()
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL, 0o600))
        try:
            if not self._store.save(sequence, draft, tokens):
                return False
            prompt = _digest(array("i", tokens).tobytes())
            draft.replace(self._folder / f"{self._model}-{len(tokens)}-{prompt}-{_content(draft)}.prompt")
        finally:
            draft.unlink(missing_ok=True)
        return True

    def _draft(self) -> Path:
        return self._folder / f"{secrets.token_hex(8)}.part"

    def _trim(self) -> None:
        """Remove what is over the limit, the least recently used first; what a killed game left half written is too."""
        room = self._limit
        for file, used in sorted(self._stats(), key=lambda each: -each[1].st_mtime_ns):
            room -= used.st_size
            if room < 0:
                _remove(file)

    def _stats(self) -> Iterator[tuple[Path, os.stat_result]]:
        for file in self._files():
            with suppress(OSError):  # Another game has removed it.
                yield file, file.stat()

    def _files(self) -> list[Path]:
        try:
            return [file for file in self._folder.iterdir() if file.suffix in {".prompt", ".part"}]
        except OSError:
            return []


def _touch(file: Path) -> None:
    with suppress(OSError):
        os.utime(file)


def _remove(*files: Path) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()


def _content(file: Path) -> str:
    return sha256_of(file)[:_DIGEST]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGEST]
