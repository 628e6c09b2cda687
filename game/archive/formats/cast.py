"""A story as a recording of a terminal, asciicast version 2: https://docs.asciinema.org/manual/asciicast/v2/.

Knows nothing of where it is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from game.archive.pace import paced, speed_of
from game.archive.retelling import Story
from game.story.clean import clean_json

WIDTH, HEIGHT = 80, 24
_READ_ON_S = 3.0
"""Seconds that the last words stand."""


def to_cast(story: Story) -> str:
    """Return the recording: a line of what it is, and a line for each piece of text with its time in seconds."""
    return "\n".join(clean_json(json.dumps(each, ensure_ascii=False)) for each in _lines(story)) + "\n"


def _lines(story: Story) -> Iterator[Any]:
    header = {"version": 2, "width": WIDTH, "height": HEIGHT, "title": f"{story.title}: {story.name}"}
    yield {**header, **_begun(story.begun)}
    time = 0.0
    for piece in paced(story, speed=speed_of(story.language), width=WIDTH):
        time += piece.wait_s
        yield [round(time, 3), "o", piece.text.replace("\n", "\r\n")]
    yield [round(time + _READ_ON_S, 3), "o", ""]


def _begun(begun: str) -> dict[str, int]:
    """Return when the run was begun, in seconds since 1970, where its text says that."""
    try:
        return {"timestamp": int(datetime.fromisoformat(begun).timestamp())}
    except (ValueError, OverflowError):
        return {}
