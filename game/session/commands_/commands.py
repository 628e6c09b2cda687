"""What a player can ask for outside the story: /undo, /help and the rest.

To add one: a function here, a line in COMMANDS, a line under [help] in each of the languages.
Knows nothing of screens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Protocol

from game.rules.sight import carried
from game.rules.state import State
from game.rules.views import hints_of, open_quests, stage_of
from game.rules.world import World
from game.session.turn_events import Answered, Left, Offered, TurnEvent
from game.storage.records import Turn
from game.storage.run import RunFile
from game.storage.runs import list_runs
from game.story.beats import place_beat
from game.story.lexicon import plain
from game.story.narrator import Narrator
from game.story.offers import offers
from game.story.parser import example
from game.story.passages import authored
from game.story.sentences import Sentences, echoed


class Commanded(Protocol):
    """What commands act on: a session, as far as they need one."""

    world: World
    sentences: Sentences
    run: RunFile
    narrator: Narrator
    hinted: Counter[tuple[str, int]]

    @property
    def state(self) -> State: ...
    def offered(self) -> Offered: ...
    def show(self) -> Iterator[TurnEvent]: ...
    def retell(self) -> Iterator[TurnEvent]: ...
    def undo(self) -> Turn | None: ...
    def redo(self) -> Turn | None: ...


Command = Callable[[Commanded], Iterator[TurnEvent]]


def named_in(sentences: Sentences, words: str) -> str:
    """Return the command that words ask for, after a slash or in the words players use for it, or nothing."""
    if words.startswith("/"):
        return words[1:].partition(" ")[0].casefold() or "help"
    return next((name for name, known in sentences.asides.items() if plain(words) in known), "")


def run_command(session: Commanded, name: str) -> Iterator[TurnEvent]:
    """Yield what follows from a command, which may be none of ours."""
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
    yield Answered(session.sentences.say("undone", words=echoed(undone.words)))


def _redo(session: Commanded) -> Iterator[TurnEvent]:
    redone = session.redo()
    if redone is None:
        yield Answered(session.sentences.say("nothing_to_redo"))
        return
    yield from session.show()
    yield Answered(session.sentences.say("redone", words=echoed(redone.words)))


def _retry(session: Commanded) -> Iterator[TurnEvent]:
    if session.narrator.way == "authored":
        yield Answered(session.sentences.say("no_retelling"))
        return
    before = session.run.chosen_telling(session.run.current().id)
    yield from session.retell()
    after = session.run.chosen_telling(session.run.current().id)
    if before and after and before.text == after.text:
        yield Answered(session.sentences.say("same_again"))


def _inventory(session: Commanded) -> Iterator[TurnEvent]:
    names = [thing.name for thing in carried(session.world, session.state)]
    sentences = session.sentences
    held = sentences.other_or.join(names)
    yield Answered(sentences.say("carrying", things=held) if names else sentences.say("carrying_nothing"))


def _hint(session: Commanded) -> Iterator[TurnEvent]:
    """Answer with the next rung of each open quest's ladder of hints; the last one stays."""
    lines = []
    for quest in open_quests(session.world, session.state):
        if ladder := hints_of(quest, session.state):
            rung = (quest.id, stage_of(quest, session.state))
            hint = ladder[min(session.hinted[rung], len(ladder) - 1)]
            session.hinted[rung] += 1
            lines.append(session.sentences.say("hint", quest=quest.name, hint=hint))
    yield Answered("\n".join(lines) or session.sentences.say("no_hints"))


def _wake(session: Commanded) -> Iterator[TurnEvent]:
    if session.narrator.model is None:
        yield Answered(session.sentences.say("no_model"))
        return
    session.narrator.model.wake()
    yield Answered(session.sentences.say("woken"))


def _look(session: Commanded) -> Iterator[TurnEvent]:
    state = session.state
    yield from authored(place_beat(session.world, session.sentences, state, state.place))


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
    yield Answered("\n".join((session.sentences.help["verbs"], "", intro, *lines)))


def _quit(session: Commanded) -> Iterator[TurnEvent]:
    yield Left()


COMMANDS: dict[str, Command] = {
    "undo": _undo,
    "redo": _redo,
    "retry": _retry,
    "look": _look,
    "inventory": _inventory,
    "choices": _choices,
    "hint": _hint,
    "runs": _runs,
    "wake": _wake,
    "help": _help,
    "quit": _quit,
}
