"""How commands print: lines, and JSON for other programs; all that comes from a file or a name is cleaned here.

Knows nothing of what is printed.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

import typer

from game.story.clean import clean, clean_json

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def say(text: str) -> None:
    """Print a line, or several."""
    typer.echo(clean(text))


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    typer.echo(json_of(value))


def json_of(value: Any) -> str:
    """Return a value as indented JSON, times as ISO 8601 has them."""
    return clean_json(json.dumps(value, indent=2, ensure_ascii=False, default=_time))


def _time(time: datetime) -> str:
    return time.isoformat(timespec="seconds")
