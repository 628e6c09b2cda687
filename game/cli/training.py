"""How a training is followed: a bar while it goes on, and what it changed once it is over.

Knows nothing of how anything is trained.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from game.cli.printed import print_json, say

_EXAM = "Held-out examples are looked at"
_SHARES = (
    ("chosen", "the command meant gains most", "sayings"),
    ("parted", "meaning one told from meaning none", "sayings"),
    ("preferred", "what you liked is likelier", "likings"),
)
"""What is measured as a share, how that is said, and what it is a share of."""


def follow(events: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what was said before, after and of the file, a bar shown meanwhile."""
    found: dict[str, Any] = {}
    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[losses]}"), TimeRemainingColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(_EXAM, losses="", total=None)
        for event in events:
            if event["is"] == "step":
                losses = ", ".join(f"{kind} {loss:.2f}" for kind, loss in sorted(event["losses"].items()))
                doing = "Training" if event["step"] < event["steps"] else _EXAM
                progress.update(task, description=doing, completed=event["step"], total=event["steps"], losses=losses)
            else:
                found[event["is"]] = {name: value for name, value in event.items() if name != "is"}
    return found


def print_marks(found: Mapping[str, Any], *, as_json: bool) -> None:
    """Print what held-out examples say of the model before and after."""
    if as_json:
        print_json(found)
        return
    before, after = found["before"], found["after"]
    say(_line("held out", "before", "after"))
    for line in _lines(before, after):
        say(line)
    if "own" in before:
        say("\n" + _line("held out of your own", "before", "after"))
        for line in _lines(before["own"], after["own"]):
            say(line)
    say(f"The adapter is {found['written']['path']} ({found['written']['bytes'] / 1e6:.1f} MB).")


def _lines(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each thing that was looked at: a share of nothing says nothing."""
    for kind in sorted(after["perplexity"]):
        yield _line(f"perplexity of {kind}", f"{before['perplexity'][kind]:.2f}", f"{after['perplexity'][kind]:.2f}")
    for name, what, of in _SHARES:
        if after[of]:
            yield _line(what, f"{before[name]:.1%}", f"{after[name]:.1%}")


def _line(what: str, before: str, after: str) -> str:
    return f"{what:<34}{before:>10}{after:>10}"
