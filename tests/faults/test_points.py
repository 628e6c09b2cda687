"""Every operation on the disk fails, is done by half or is the last: nothing promised is lost, none is half there."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from tests.faults.extent import FULL, LONGEST_S, extent
from tests.faults.ledger import Ledger
from tests.faults.players import Life, Order, Players
from tests.faults.shim import FATES, Fate
from tests.kit import inn

SCENES: dict[str, tuple[str, ...]] = {
    "begin": ("take lamp",),
    "play": ("east", "wait"),
    "undo": ("/undo", "/undo", "/redo"),
    "branch": ("/undo", "up", ":jump 2", "east"),
    "tell": ("/retry", ":choose", "/edit Fog, I say.", "look"),
    "keep": (":bookmark quay", ":bookmark fog", ":bookmark quay", ":drop fog", ":set"),
    "return": (":reopen", "west", ":reopen"),
}
"""What is played, each but the first from a run that has some turns already."""

BEFORE = ("take lamp", "east", "/undo", "wait", "/retry", ":bookmark quay")
WORLD = inn()
_TOLD = ("refused", "untold")


@pytest.fixture(scope="module")
def begun(players: Players, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Life]:
    """Return the saves of a run that was played a little, and what was promised in it."""
    saves = tmp_path_factory.mktemp("begun") / "saves"
    return saves, players.live(Order(str(saves), BEFORE))


def points(lengths: dict[str, int]) -> Iterator[tuple[str, int, Fate]]:
    """Yield every point: a scene, the number of an operation in it, and its fate."""
    for scene, length in lengths.items():
        for number in range(1, length + 1):
            yield from ((scene, number, fate) for fate in FATES)


class Stage:
    """Where scenes are played, again and again."""

    def __init__(self, players: Players, begun: tuple[Path, Life], folder: Path) -> None:
        self._players, self._begun, self._saves = players, begun, folder / "world" / "saves"

    def play(self, scene: str, number: int = -1, fate: Fate = Fate.PASS, *, read: int = -1) -> tuple[Life, Ledger]:
        """Play a scene with one operation spoilt, or one read; return the life and all promises."""
        shutil.rmtree(self._saves.parent, ignore_errors=True)
        self._saves.parent.mkdir()
        ledger = Ledger()
        if scene != "begin":
            shutil.copytree(self._begun[0], self._saves)
            ledger.read(self._begun[1].said)
        life = self._players.live(Order(str(self._saves), SCENES[scene], at=number, fate=fate, read=read))
        ledger.read(life.said)
        return life, ledger

    def check(self, ledger: Ledger) -> None:
        """Assert that all promises are kept."""
        ledger.check(self._saves, WORLD)


@pytest.mark.timeout(LONGEST_S)
def test_nothing_is_lost_at_any_point(
    players: Players, begun: tuple[Path, Life], tmp_path: Path, figure: Callable[[str], None]
) -> None:
    stage = Stage(players, begun, tmp_path)
    lengths = {scene: stage.play(scene)[0].operations for scene in SCENES}
    every = list(points(lengths))
    random.Random(4).shuffle(every)
    tried = list(islice(every, extent(200, len(every))))
    lives = [_assert_survived(stage, *point) for point in tried]
    crashes = sum(life.was_broken for life in lives)
    refusals = sum(line[0] in _TOLD for life in lives for line in life.said)
    assert not FULL or len(tried) >= 1_000
    assert crashes
    assert refusals
    figure(
        f"faults: {len(tried):,} of {len(every):,} points, {crashes:,} crashes, {refusals:,} refusals told, "
        "0 lost, 0 corrupt, 0 half-turns"
    )


def _assert_survived(stage: Stage, scene: str, number: int, fate: Fate) -> Life:
    try:
        life, ledger = stage.play(scene, number, fate)
        assert life.was_broken == (fate in (Fate.CRASH, Fate.HALF_CRASH))
        assert all("\n" not in line[1] for line in life.said if line[0] in _TOLD)
        stage.check(ledger)
    except BaseException as error:
        error.add_note(f"operation {number} of the scene '{scene}' met {fate.name}")
        raise
    return life


@pytest.mark.timeout(LONGEST_S)
def test_a_read_that_fails_is_a_sentence_and_loses_nothing(
    players: Players, begun: tuple[Path, Life], tmp_path: Path, figure: Callable[[str], None]
) -> None:
    stage = Stage(players, begun, tmp_path)
    every = [(scene, number) for scene in SCENES for number in range(1, stage.play(scene)[0].reads + 1)]
    random.Random(4).shuffle(every)
    tried = every[: extent(80, len(every))]
    told = [line[1] for point in tried for line in _assert_readable(stage, *point).said if line[0] in _TOLD]
    assert len(told) > len(tried) // 2
    assert all("\n" not in sentence for sentence in told)
    figure(f"unreadable: {len(tried):,} of {len(every):,} reads failed, {len(told):,} told in a sentence, 0 lost")


def _assert_readable(stage: Stage, scene: str, number: int) -> Life:
    try:
        life, ledger = stage.play(scene, read=number)
        assert life.code == 0
        stage.check(ledger)
    except BaseException as error:
        error.add_note(f"read {number} of the scene '{scene}' failed")
        raise
    return life
