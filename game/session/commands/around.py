"""Commands about the program around the story: help, the runs, the model, leaving.

Knows nothing of turns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.session.commands.commanded import Command, Commanded, answer
from game.session.turn_events import Answered, Left, TurnEvent
from game.storage.runs import list_runs
from game.story.offers import offers
from game.story.parser import example


def help_with(names: Callable[[], Sequence[str]]) -> Command:
    """Return the command that lists those of these names."""

    def tell(session: Commanded, _: str) -> Iterator[TurnEvent]:
        told = session.sentences.help
        offered = offers(session.world, session.sentences, session.state)
        intro = told["intro"].replace("{example}", example(offered))
        yield Answered("\n".join((told["verbs"], "", intro, *(f"/{name}  {told[name]}" for name in names()))))

    return tell


def runs(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """List the runs of this world; the one that is played is marked."""
    own, say = session.run.file.stem, session.sentences.say
    saves = session.run.file.parent.parent
    lines = []
    for run in list_runs(saves, session.run.meta.world):
        mark, where = "*" if run.name == own else " ", run.problem or say("listed_at", number=run.depth)
        lines.append(f"{mark} {run.name}  {where}")
    yield Answered("\n".join(lines) or say("no_runs"))


def wake(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Give the model another chance."""
    if session.narrator.model is None:
        yield answer(session, "no_model")
        return
    session.narrator.model.wake()
    yield answer(session, "woken")


def leave(_session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Leave; everything is saved already."""
    yield Left()
