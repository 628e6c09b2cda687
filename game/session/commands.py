"""What a player can ask for outside the story: /undo, /help and the rest.

To add one: a function here, a line in COMMANDS, a line under [help] in each of the languages.
Knows nothing of screens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from game.rules.state import State
from game.rules.world import World
from game.session.turn_events import Answered, Left, Offered, TurnEvent
from game.storage.records import Turn
from game.storage.run import RunFile
from game.storage.runs import list_runs
from game.story.beats import place_beat
from game.story.narrator import Narrator
from game.story.offers import offers
from game.story.parser import example
from game.story.passages import Opened, Passage
from game.story.sentences import Sentences


class Commanded(Protocol):
    """What commands act on: a session, as far as they need one."""

    world: World
    sentences: Sentences
    run: RunFile
    narrator: Narrator

    @property
    def state(self) -> State: ...
    def offered(self) -> Offered: ...
    def show(self) -> Iterator[TurnEvent]: ...
    def retell(self) -> Iterator[TurnEvent]: ...
    def undo(self) -> Turn | None: ...
    def redo(self) -> Turn | None: ...


Command = Callable[[Commanded], Iterator[TurnEvent]]


def run_command(session: Commanded, words: str) -> Iterator[TurnEvent]:
    """Yield what follows from words that begin with a slash."""
    name = words[1:].partition(" ")[0].casefold()
    command = COMMANDS.get(name)
    if command is None:
        yield Answered(session.sentences.say("no_command", command=name[:40]))
        return
    yield from command(session)


def _undo(session: Commanded) -> Iterator[TurnEvent]:
    undone = session.undo()
    if undone is None:
        yield Answered(session.sentences.say("nothing_to_undo"))
        return
    yield from session.show()
    yield Answered(session.sentences.say("undone", words=undone.words))


def _redo(session: Commanded) -> Iterator[TurnEvent]:
    redone = session.redo()
    if redone is None:
        yield Answered(session.sentences.say("nothing_to_redo"))
        return
    yield from session.show()
    yield Answered(session.sentences.say("redone", words=redone.words))


def _retry(session: Commanded) -> Iterator[TurnEvent]:
    if session.narrator.way == "authored":
        yield Answered(session.sentences.say("no_retelling"))
        return
    yield from session.retell()


def _look(session: Commanded) -> Iterator[TurnEvent]:
    state = session.state
    yield Opened(Passage.of(place_beat(session.world, session.sentences, state, state.place)))


def _choices(session: Commanded) -> Iterator[TurnEvent]:
    yield session.offered()


def _runs(session: Commanded) -> Iterator[TurnEvent]:
    own = session.run.file.stem
    saves = session.run.file.parent.parent
    lines = [
        f"{'*' if run.name == own else ' '} {run.name}  ({run.problem or run.depth})"
        for run in list_runs(saves, session.run.meta.world)
    ]
    yield Answered("\n".join(lines) or session.sentences.say("no_runs"))


def _help(session: Commanded) -> Iterator[TurnEvent]:
    offered = offers(session.world, session.sentences, session.state)
    intro = session.sentences.help["intro"].replace("{example}", example(offered))
    lines = (f"/{name}  {session.sentences.help[name]}" for name in COMMANDS)
    yield Answered("\n".join((intro, *lines)))


def _quit(session: Commanded) -> Iterator[TurnEvent]:
    yield Left()


COMMANDS: dict[str, Command] = {
    "undo": _undo,
    "redo": _redo,
    "retry": _retry,
    "look": _look,
    "choices": _choices,
    "runs": _runs,
    "help": _help,
    "quit": _quit,
}
