"""What is done about a run whose world was edited since: as the options say, or as is answered at a terminal.

Knows nothing of how a run is carried over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from game.errors import SaveError, SettingsError
from game.session.missing import Gone
from game.session.reopening import Decision, WorldChanged
from game.session.session import Session
from game.story.clean import clean

_HOW = (
    "Nothing was changed. To go on in the world as it was: --edited old. To go back to the last turn that fits: "
    "--edited rewind. To rename in the whole run: {renames}."
)
_CHOICES = """  1. Go on in the world as it was: the run keeps a copy of it.
  2. Go back to the last turn that fits: what came after stays in the timeline.
  3. Rename an id in the whole run: the run as it was is kept beside it."""


class Edited(StrEnum):
    """The answers, for an option."""

    OLD = "old"
    REWIND = "rewind"
    FIT = "fit"


class Choice(StrEnum):
    """The answers, as they are asked for."""

    OLD = "1"
    REWIND = "2"
    RENAME = "3"


EditedOption = Annotated[
    Edited | None,
    typer.Option(help="If the world was edited: go on in the old one, from the last turn that fits, or as is."),
]
RenameOption = Annotated[
    list[str] | None, typer.Option("--rename", metavar="OLD=NEW", help="An id that is called otherwise now.")
]


def decision_of(edited: Edited | None, renames: Sequence[str]) -> Decision:
    """Return what the options say. Raises SettingsError."""
    names = {}
    for each in renames:
        old, found, new = (part.strip() for part in each.partition("="))
        if not (old and found and new):
            raise SettingsError(f"'{each}' renames nothing; write --rename lamp=lantern.")
        names[old] = new
    return Decision(edited.value if edited else None, names)


def open_decided(opened: Callable[[Decision], Session], decision: Decision) -> Session:
    """Open a run; what its edited world leaves open is asked at a terminal. Raises SaveError where nobody can be."""
    while True:
        try:
            return opened(decision)
        except WorldChanged as changed:
            if not (sys.stdin.isatty() and sys.stdout.isatty()):
                raise SaveError(f"{changed}\n{_how(changed)}") from changed
            decision = _asked(changed, decision)


def _how(changed: WorldChanged) -> str:
    renames = {**changed.names, **{each.id or "OLD": each.near or "NEW" for each in _gone(changed)}}
    return _HOW.format(renames=" ".join(f"--rename {old}={new}" for old, new in renames.items()))


def _gone(changed: WorldChanged) -> tuple[Gone, ...]:
    """Return the ids that are gone, or one without a name where something else does not fit."""
    return changed.misfit.gone or (Gone("", "", ""),)


def _choice(typed: str) -> Choice:
    """Return the answer of that number. Raises BadParameter."""
    try:
        return Choice(typed.strip())
    except ValueError as error:
        raise typer.BadParameter("type 1, 2 or 3, and Enter.") from error


def _asked(changed: WorldChanged, decision: Decision) -> Decision:
    """Return what is answered. Raises SettingsError for a name that is none."""
    typer.echo(clean(f"{changed}\n{_CHOICES}"))
    match typer.prompt("Your choice (1, 2 or 3; Ctrl+C leaves all as it is)", value_proc=_choice):
        case Choice.OLD:
            return Decision("old")
        case Choice.REWIND:
            return Decision("rewind")
    renames = [f"{old}={new}" for old, new in decision.names.items()]
    for gone in _gone(changed):
        old = typer.prompt("The id as it was", default=gone.id or None)
        renames.append(f"{old}={typer.prompt('The id as it is now', default=gone.near or None)}")
    return decision_of(None, renames)
