"""How a training is followed: a bar while it goes on, and what it changed once it is over.

Knows nothing of how anything is trained.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from game.cli.printed import print_json, say

_EXAM = "Held-out examples are looked at"


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
    say(f"{'held out':<34}{'before':>10}{'after':>10}")
    for kind in sorted(after["perplexity"]):
        say(f"{f'perplexity of {kind}':<34}{before['perplexity'][kind]:>10.2f}{after['perplexity'][kind]:>10.2f}")
    say(f"{'the command meant gains most':<34}{before['chosen']:>10.1%}{after['chosen']:>10.1%}")
    say(f"{'meaning one told from meaning none':<34}{before['parted']:>10.1%}{after['parted']:>10.1%}")
    say(f"The adapter is {found['written']['path']} ({found['written']['bytes'] / 1e6:.1f} MB).")
