"""A child that is sent to make a file: what it needs, what it says on the way, and what went wrong, in a sentence.

Knows nothing of what it makes.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from game.errors import DataError
from game.llm.child import child_command, child_environment


def require(needed: Iterable[str]) -> None:
    """Raise DataError where a library is missing."""
    if missing := [name for name in needed if importlib.util.find_spec(name) is None]:
        raise DataError(f"Training needs {', '.join(missing)}: install them with: pip install 'loreloom[tune]'.")


def require_new(out: Path) -> None:
    """Raise DataError where there is a file already."""
    if out.exists():
        raise DataError(f"{out} is there already, and would be lost; name another file.")


def said_by(child: str, order: Mapping[str, Any], out: Path) -> Iterator[dict[str, Any]]:
    """Yield what a module's process says while it makes a file; what it complains of is kept beside that.

    Raises DataError.
    """
    log = beside(out, "log")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as errors:
            yield from _heard(child_command(child, json.dumps(order)), errors)
    except OSError as error:
        raise DataError(f"{out} cannot be written ({error.strerror or error}); name another file.") from error
    except (subprocess.SubprocessError, ValueError) as error:
        raise DataError(f"The training ended before its time; what it said last is in {log}.") from error


def beside(out: Path, what: str) -> Path:
    """Return the file in which something is kept beside the one that is made: what is said, or how far it came."""
    return out.with_name(f"{out.name}.{what}")


def _heard(command: list[str], errors: IO[bytes]) -> Iterator[dict[str, Any]]:
    with subprocess.Popen(command, env=child_environment(), stdout=subprocess.PIPE, stderr=errors) as child:
        try:
            for line in child.stdout or ():
                event = json.loads(line)
                if event["is"] == "fault":
                    raise DataError(event["text"])
                yield event
        except BaseException:  # a player who breaks it off, too
            child.kill()
            raise
    if child.returncode:
        raise subprocess.SubprocessError
