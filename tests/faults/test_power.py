"""The power fails while a run is played: whatever the disk kept of what was not synced, every promise is kept."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.faults.extent import LONGEST_S, extent
from tests.faults.ledger import Ledger
from tests.faults.players import Order, Players
from tests.faults.powerless import Disk, Done, read_record, write_image
from tests.kit import inn

WORLD = inn()
STEPS = (
    *("take lamp", "east", "/undo", "up", "/retry", ":bookmark fog", ":jump 2", "wait", ":choose", ":reopen"),
    *("/undo", "/redo", ":bookmark fog", ":set", "look", ":drop fog", ":reopen", "wait"),
)


@pytest.fixture(scope="module")
def played(players: Players, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Done]]:
    """Return the folder of a run that was played without a fault, and all that was done to it."""
    folder, record = tmp_path_factory.mktemp("played"), tmp_path_factory.mktemp("record") / "record"
    players.live(Order(str(folder / "data" / "saves"), STEPS, record=str(record), watched=str(folder)))
    return folder, list(read_record(record))


def moments(done: list[Done], count: int, chance: random.Random) -> Iterator[tuple[Disk, Ledger]]:
    """Yield the disk and what was promised, at moments of a record: half are random, half just after each promise."""
    disk, ledger = Disk(), Ledger()
    promises = [number for number, each in enumerate(done, 1) if each.kind == "!"]
    wanted = [*islice(cycle(promises), count // 2), *chance.choices(range(1, len(done) + 1), k=count - count // 2)]
    for number, each in enumerate(done, 1):
        if each.kind == "!":
            ledger.read([json.loads(each.data)])
        else:
            disk.do(each)
        for _ in range(wanted.count(number)):
            yield disk, ledger


def test_the_record_tells_all_that_was_done(played: tuple[Path, list[Done]]) -> None:
    folder, done = played
    disk = Disk()
    for each in done:
        disk.do(each)
    assert {name: content for name, content in disk.now().items() if content is not None} == {
        str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.timeout(LONGEST_S)
def test_no_promise_is_lost_with_the_power(
    played: tuple[Path, list[Done]], tmp_path: Path, figure: Callable[[str], None]
) -> None:
    (folder, done), chance, images = played, random.Random(4), extent(160, 1_200)
    promised = 0
    for number, (disk, ledger) in enumerate(moments(done, images, chance)):
        image = tmp_path / "image"
        image.mkdir()
        write_image(disk.found(chance), image, instead=str(folder))
        ledger_now = Ledger(ledger.turns, ledger.tellings, ledger.kept, list(ledger.here))
        try:
            ledger_now.check(image / "data" / "saves", WORLD)
        except BaseException as error:
            error.add_note(f"image {number} of {images}")
            raise
        promised += len(ledger.turns)
        shutil.rmtree(image)
    assert promised > images
    figure(
        f"power loss: {images:,} images of {len(done):,} operations, {promised:,} turns promised, 0 lost, 0 unreadable"
    )
