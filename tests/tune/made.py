"""Examples of each kind with nothing wrong in them, for tests to change; and rows that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from game.story.model import Message
from game.tune.examples import Ambience, Choosing, Example, Line, Played, Retelling, Saying, Telling
from game.tune.rows import Row

AMBIENCE = Ambience("mill loft", "dusk", "light rain", "calm", "Rain ticks on the slates and then thinks better of it.")
LINE = Line(
    "Odo Brand, ferryman", "slow", "calm", ("The ferry is holed.",), "Can we cross?", '"Not today. It\'s holed."'
)
RETELLING = Retelling("plain", "A dog sleeps by the stove.", ("dog", "stove"), "By the stove a dog is asleep.")
TELLING = Telling(
    style="plain",
    place="The Smithy",
    event="You enter the smithy.",
    see=("a cold forge",),
    people=("Osric, smith, sulking",),
    carry=(),
    tell="Nothing rings as you come in, for the forge is cold. Osric does not look up.",
)
CHOOSING = Choosing(
    world="river village",
    place="The Landing",
    look="A rope hangs from a post.",
    people=("Odo Brand, ferryman", "a girl, fishing"),
    carry=(),
    scene="",
    can=("Take the rope", "Talk to Odo Brand"),
    said=(Saying("grab that rope", "Take the rope"), Saying("fly home", None)),
)
PLAYED = Played(
    job="ambience",
    turn="inn/anna @2",
    asked=(Message("system", "Tell it."), Message("user", "Weather: rain.")),
    tell="Rain taps.",
    over=("It rains a lot.",),
)
ALL: tuple[Example, ...] = (AMBIENCE, LINE, RETELLING, TELLING, CHOOSING)


def rows_of(*examples: Example) -> list[Row]:
    """Return rows of one file that hold examples."""
    return [Row(example, "made/some.jsonl", number, "{}") for number, example in enumerate(examples, 1)]


def write_rows(folder: Path, *rows: dict[str, Any] | str) -> Path:
    """Write rows into a file of a folder's folder; return the folder."""
    (folder / "some").mkdir(exist_ok=True)
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    (folder / "some" / "rows.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


TOUCH = {"kind": "ambience", "place": "mill", "hour": "dusk", "weather": "rain", "mood": "calm", "tell": "Rain falls."}
