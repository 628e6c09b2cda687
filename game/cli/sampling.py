"""How a round is ordered and told of: what a model is to write, how much of it was kept, and why the rest was not.

Knows nothing of how a text is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.cli.evaluation import followed, ordered
from game.cli.printed import print_json, say
from game.errors import DataError
from game.story.prose import counted

CHILD = "game.tune.rounds"


def sample(model: str | None, adapter: Path | None, out: Path, *, as_json: bool, **extent: Any) -> None:
    """Write what is kept of what a model writes into a file, and print how much that is. Raises GameError."""
    if out.exists():
        raise DataError(f"{out} is there already, and would be lost; name another file.")
    kept = followed(*ordered(model, adapter, **extent), child=CHILD)["kept"]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(kept["rows"], encoding="utf-8")
    except OSError as error:
        raise DataError(f"{out} cannot be written ({error.strerror or error}); name another file.") from error
    count = kept["rows"].count("\n")
    if as_json:
        print_json({"kept": count, "faults": kept["faults"]})
    else:
        _print(count, kept["faults"], out)


def _print(count: int, faults: Mapping[str, int], out: Path) -> None:
    for what, number in sorted(faults.items()):
        say(f"{what:<24}{number:>8}")
    say("")
    say(f"{counted(count, 'text')} kept in {out}.")
