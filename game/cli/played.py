"""What a player liked in their runs, found for a command, written and counted.

Knows nothing of what makes an example.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from game.archive.naming import find_run, full_name
from game.archive.worlds import Worlds
from game.cli.printed import print_json, say
from game.cli.runs.found import installed, saves_in
from game.cli.safety import wishes_of
from game.cli.written import make_folder, put_out
from game.errors import SaveError
from game.session.steered import STEERED, limits_of, steering_in
from game.settings import load_settings
from game.storage.runs import run_files
from game.storage.snapshot import Snapshot
from game.story.prose import counted
from game.tune.played.collection import Collection
from game.tune.played.formats import TRL, to_rows
from game.tune.played.gathering import Found, LeftOut, found_in
from game.tune.played.liking import Why

_WHYS: dict[Why, str] = {
    "rated": "given a plus",
    "edited": "in your own words",
    "chosen": "taken among several",
}
_UNREAD = "the run {name} cannot be read: loreloom runs verify says more"


def liked_in_runs(names: Sequence[str], saves: Path | None) -> Collection:
    """Return what was liked in the runs of these names, without any in all there are. Raises SaveError."""
    folder = saves_in(saves)
    collection = Collection()
    for path in [find_run(name, folder) for name in names]:
        collection.add(_liked_in(path))
    for path in () if names else run_files(folder):
        try:
            collection.add(list(_liked_in(path)))
        except SaveError:
            collection.left_out[_UNREAD.format(name=full_name(path))] += 1
    return collection


def _liked_in(path: Path) -> Iterator[Found | LeftOut]:
    settings = load_settings()
    with Snapshot(path) as run:
        steering = steering_in(run.setting(STEERED))
        worlds = Worlds(run, installed)
        yield from found_in(
            run, full_name(path), worlds.played, lambda world: limits_of(wishes_of(settings, world), steering)
        )


def write_liked(collection: Collection, out: Path | None, trl: Path | None) -> None:
    """Write the examples to a file, and into a folder as TRL reads them, where one is named. Raises SettingsError."""
    if out is not None:
        put_out(out, to_rows(collection.examples))
    if trl is not None:
        make_folder(trl)
        for name, written in TRL.items():
            put_out(trl / name, written(collection.examples))


def print_liked(collection: Collection, *, as_json: bool) -> None:
    """Print how many examples there are and why, and what was left out."""
    if as_json:
        print_json(_record(collection))
        return
    for line in _lines(collection):
        say(line)


def _record(collection: Collection) -> dict[str, Any]:
    counts = {why: collection.count(why) for why in _WHYS}
    return {
        "turns": collection.turns,
        "why": {why: {"examples": examples, "pairs": pairs} for why, (examples, pairs) in counts.items()},
        "jobs": dict(collection.jobs()),
        "left_out": dict(collection.left_out),
    }


def _lines(collection: Collection) -> Iterator[str]:
    counts = {name: collection.count(why) for why, name in _WHYS.items()}
    yield _row("liked", "examples", "pairs")
    for name, (examples, pairs) in counts.items():
        yield _row(name, examples, pairs)
    yield _row("all", len(collection.examples), sum(pairs for _, pairs in counts.values()))
    jobs = ", ".join(f"{job} {count}" for job, count in sorted(collection.jobs().items()))
    yield f"Of {counted(collection.turns, 'turn')}{f': {jobs}' if jobs else ''}."
    for reason, count in collection.left_out.most_common():
        yield f"Left out: {count}, {reason}."


def _row(what: str, *figures: object) -> str:
    return f"{what:<22}" + "".join(f"{each:>10}" for each in figures)
