"""Thousands of changed saves: each is refused in a sentence or read as it was, in little memory and little time."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from tests.faults.extent import LONGEST_S, extent
from tests.faults.mutants import FORGERIES, forge, mutate, put_journal
from tests.storage.long_run import write_long_run

_JOURNAL_EVERY = 10


class Reader:
    """The program that reads broken files, and a folder to put them in."""

    def __init__(self, sound: Path, folder: Path) -> None:
        self._folder = folder / "saves" / "inn"
        self._folder.mkdir(parents=True)
        command = [sys.executable, "-m", "tests.faults.reader", str(sound)]
        self._program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def read(self, change: Callable[[Path], None]) -> tuple[str, str, str, str]:
        """Return what came of a file that change made: what could be saved of it, why not; how it was read, why not."""
        shutil.rmtree(self._folder)
        self._folder.mkdir()
        file = self._folder / "run.loreloom"
        change(file)
        assert self._program.stdin
        assert self._program.stdout
        print(file, file=self._program.stdin, flush=True)
        said = json.loads(self._program.stdout.readline())
        if isinstance(said, int):
            return "killed", str(said), "killed", str(said)
        assert json.loads(self._program.stdout.readline()) == 0
        return tuple(said)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._program as program:
            assert program.stdin
            program.stdin.close()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a run in which there is something of everything."""
    file = tmp_path_factory.mktemp("sound") / "run.loreloom"
    write_long_run(file, turns=40)
    return file


@pytest.fixture(scope="module")
def reader(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(sound, tmp_path_factory.mktemp("mutants")) as reader:
        yield reader


@pytest.mark.timeout(LONGEST_S)
def test_a_changed_save_is_refused_or_read_as_it_was(
    reader: Reader, sound: Path, figure: Callable[[str], None]
) -> None:
    content, read, mended = sound.read_bytes(), Counter[str](), Counter[str]()
    for seed in range(extent(150, 3_000)):
        name, changed = mutate(content, seed)

        def write(file: Path, seed: int = seed, changed: bytes = changed) -> None:
            file.write_bytes(changed)
            if seed % _JOURNAL_EVERY == 0:
                put_journal(file, content, seed)

        what_was_saved, why_not, what_was_read, sentence = reader.read(write)
        where = f"mutant {seed}: {name}"
        assert what_was_read in ("same", "refused"), f"{where}: {what_was_read} {sentence}"
        assert what_was_saved in ("same", "less", "refused"), f"{where}: repair {what_was_saved} {why_not}"
        assert "\n" not in sentence + why_not
        read[what_was_read] += 1
        mended[what_was_saved] += 1
    figure(
        f"mutants: {read.total():,} changed saves, {read['refused']:,} refused, {read['same']:,} read as they were; "
        f"repaired {mended['same']:,} whole, {mended['less']:,} in part, {mended['refused']:,} not at all"
    )


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_save_is_refused_or_read(reader: Reader, sound: Path, name: str) -> None:
    def write(file: Path) -> None:
        shutil.copy(sound, file)
        forge(file, name)

    what_was_saved, why_not, what_was_read, sentence = reader.read(write)
    assert what_was_read in ("same", "less", "other", "refused"), sentence
    assert what_was_saved in ("same", "less", "other", "refused"), why_not
    assert "\n" not in sentence + why_not if "refused" in (what_was_read, what_was_saved) else True
