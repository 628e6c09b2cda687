"""The program that reads broken files: each in a fork of itself, which has little memory and little time.

Run as `python -m tests.faults.reader SOUND`. For each path on its input it writes a JSON list: what came of the file,
and the sentence or the traceback that goes with it.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game.errors import SaveError
from game.storage.records import Here, Meta, Pick, Record, Telling, Turn, WorldCopy
from game.storage.run import RunFile
from game.storage.runs import list_runs
from game.storage.salvage import salvage
from game.storage.snapshot import Snapshot

MEMORY_BYTES = 256 * 2**20
SECONDS = 10
GUESSED = Meta("guessed", "", 0, 0, "", "")


def read(file: Path) -> list[Record]:
    """Return all that is in a file, having looked at it in every way there is. Raises SaveError."""
    list_runs(file.parent.parent)
    with RunFile.open(file) as run:
        run.quick_check()
        run.path_tellings()
        run.kept.setting("way")
        run.kept.world_of(run.current().id)
        run.leads()
        list(run.path())
    with Snapshot(file) as snapshot:
        return list(snapshot.records())


def mend(file: Path) -> list[Record]:
    """Return what can be saved of a file. Raises SaveError."""
    with Snapshot(salvage(file, None, _guess).path) as snapshot:
        snapshot.quick_check()
        return list(snapshot.records())


def _guess(root: Turn, world: WorldCopy | None) -> Meta:
    return GUESSED


def _unrated(record: Record) -> Record:
    return replace(record, rating=0) if isinstance(record, Telling) else record


def judged(sound: list[Record], work: Callable[[Path], list[Record]], file: Path) -> tuple[str, str]:
    """Return what came of a file: refused, the same, or more or less than what was in it."""
    try:
        found = work(file)
    except SaveError as error:
        return "refused", str(error)
    except BaseException:  # noqa: BLE001 - the process ends here, and the test is told why
        return "mistake", traceback.format_exc()[-2_000:]
    loose = (Pick, Here) if work is mend else ()  # what is lost of these is made anew
    fixed = [each for each in found if not isinstance(each, loose)]
    if fixed == [each for each in sound if not isinstance(each, loose)]:
        return "same", ""
    known = {GUESSED, *map(_unrated, sound)}
    more = [each for each in fixed if _unrated(each) not in known]
    return ("less", "") if not more else ("other", repr(more[0])[:500])


def main() -> None:
    """Serve paths until the input ends."""
    with Snapshot(Path(sys.argv[1])) as snapshot:
        sound = list(snapshot.records())
    for line in sys.stdin:
        path = Path(line.removesuffix("\n"))
        if not (pid := os.fork()):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            said = [*judged(sound, mend, path), *judged(sound, read, path)]
            os.write(1, (json.dumps(said) + "\n").encode())
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        os.write(1, (json.dumps(os.waitstatus_to_exitcode(status)) + "\n").encode())


if __name__ == "__main__":
    main()
