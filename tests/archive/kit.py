"""Runs of the inn, played and closed, for the tests of archives."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.archive.worlds import Worlds
from game.loader.copies import world_of_copy
from game.rules.world import World
from game.session.opening import open_session
from game.storage.records import Bookmark
from game.storage.run import RunFile
from game.storage.snapshot import Snapshot
from game.story.passages import Passage, format_passages
from tests.kit import INN
from tests.scripted import ScriptedModel
from tests.storage.kit import alter

FILES = (("inn.toml", INN),)
CHINESE = (
    "inn.zh.toml",
    """
[world]
title = "客栈"
opening = "你浑身湿透。"
[place.hall]
name = "大厅"
look = ["火灭了。", "从不"]
""",
)
HOSTILE = "<script>alert('x')</script>\x1b]52;c;aGk=\x07 & *bold* \u202eback"


def played(
    saves: Path,
    *lines: str,
    run: str = "anna",
    replies: Iterable[str] = (),
    files: tuple[tuple[str, str], ...] | None = FILES,
    language: str = "en",
) -> Path:
    """Play lines in a run of the inn, told by a model where there are replies; files are the copy that it keeps."""
    replies = list(replies)
    world = world_of_copy(files or FILES, language=language)
    model = ScriptedModel(replies) if replies else None
    session = open_session(world, saves, model, run=run, seed=7, way="model" if replies else None)
    for events in (session.begin(), *(session.submit(line) for line in lines)):
        list(events)
    session.close()
    if files is None:
        alter(session.run.file, "DELETE FROM worlds")
    return session.run.file


def rich(saves: Path, run: str = "anna") -> Path:
    """Return a run with everything in it: branches, several tellings of a turn, ratings, bookmarks, hostile words."""
    path = played(saves, "take lamp", "east", "/undo", "/undo", "pay her", "talk to anna : 钟在哪里？", run=run)
    with RunFile.open(path) as file:
        lamp = next(step for step in file.tree() if step.action == "take lamp")
        first = file.tellings(lamp.id)[0]
        for text in ("The lamp is cold.", "灯是冷的。", HOSTILE):
            told = format_passages([Passage("telling", text, source="model")])
            file.tell(lamp.id, told, narrator="model", model="small", seed=2**64, details=DETAILS)
        file.kept.rate(file.tellings(lamp.id)[-1], -1)
        file.kept.rate(first, 1)
        file.choose(first)
        file.kept.bookmark(Bookmark("before the yard", lamp.id, "ask her again"))
        file.kept.put_setting("way", "authored")
    return path


DETAILS = '{"sampling":{"temperature":0.7},"replies":[{"written_tokens":12,"total_s":0.5,"reason":"stop"}]}'


def worlds_of(run: Snapshot, installed: World | None = None) -> Worlds:
    """Return the worlds of a run where one world is installed, or none."""
    return Worlds(run, lambda world, language: installed)
