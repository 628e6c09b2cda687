"""A run of some length in which there is something of everything, for tests that break files."""

from __future__ import annotations

from pathlib import Path

from game.storage.records import Bookmark, Meta, Record, WorldCopy
from game.storage.run import RunFile
from game.storage.snapshot import Snapshot

META = Meta("saltmarrow", "a1b2", 2**64 + 9, 3, "en", "2031-05-04T03:02:01Z")
WORLD = WorldCopy(1, "a1b2", (("inn.toml", "schema = 1\n" * 900), ("inn.zh.toml", "文字")))


def write_long_run(file: Path, *, turns: int = 90) -> None:
    """Play a run: branches, retellings, ratings, long texts, bookmarks, two worlds, settings; it ends on a branch."""
    with RunFile.create(file, META, state="{}", events="[]", world=WORLD) as run:
        for number in range(turns):
            _play(run, number)
        run.kept.put_world(WorldCopy(40, "c3d4", (("inn.toml", "schema = 1\ntitle = 'again'"),)))
        run.kept.put_setting("way", "model")
        run.jump(turns // 2)
        run.commit("north", "go north", "[]", "another end")
        run.undo()


def _play(run: RunFile, number: int) -> None:
    if number % 9 == 8:
        run.jump(number // 2 + 1)
    long = "x" * 9_000 if number % 20 == 7 else ""
    turn = run.commit(f"say {number}", "wait", f'["{number}{long}"]', f"state {number} " + "of things " * 60 + long)
    if number % 3:
        told = run.tell(
            turn.id, f"Fog, {number} times. " * 20, narrator="scene", model="small", seed=number, words=f"fog n{number}"
        )
        run.kept.rate(told, 1 if number % 2 else -1)
    if number % 10 == 5:
        first = run.tell(turn.id, "Mist.", narrator="scene", model="small", seed=2**63, details='{"top_p":0.9}')
        run.tell(turn.id, "Haze.", narrator="player", model="", seed=0)
        run.choose(first)
        run.kept.bookmark(Bookmark(f"mark {number}", turn.id, "a note"))


def records_of(file: Path) -> list[Record]:
    """Return all that a run's file holds."""
    with Snapshot(file) as run:
        run.quick_check()
        return list(run.records())
