"""Every command by its name, and how words ask for one.

To add one: a function in a module beside this one, a line in COMMANDS, a line under [help] in each of the languages.
Knows nothing of what a command does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.session.commands import around, moment, moves, recounting, retelling, safety
from game.session.commands.commanded import Command, Commanded, answer
from game.session.turn_events import TurnEvent
from game.story.lexicon import plain
from game.story.sentences import Sentences


@dataclass(frozen=True, slots=True)
class Asked:
    """A command by its name, which may be none of ours, and what was typed after it."""

    name: str
    rest: str = ""


COMMANDS: dict[str, Command] = {
    "undo": moves.undo,
    "redo": moves.redo,
    "retry": retelling.retry,
    "earlier": retelling.earlier,
    "later": retelling.later,
    "edit": retelling.edit,
    "rate": retelling.rate,
    "why": retelling.why,
    "timeline": moves.timeline,
    "jump": moves.jump,
    "bookmark": moves.bookmark,
    "bookmarks": moves.bookmarks,
    "forget": moves.forget,
    "look": moment.look,
    "inventory": moment.inventory,
    "choices": moment.choices,
    "hint": moment.hint,
    "story": recounting.story,
    "x": safety.take_back,
    "safety": safety.say_safety,
    "runs": around.runs,
    "wake": around.wake,
    "help": around.help_with(lambda: tuple(COMMANDS)),
    "quit": around.leave,
}


_SIGNS = {"+": "good", "＋": "good", "-": "bad", "－": "bad", "−": "bad"}
"""Signs that stand alone on a line, and what they say of the telling."""


def command_in(sentences: Sentences, words: str) -> Asked | None:
    """Return the command that words ask for, after a slash, by a sign or in the words players use for it, or None."""
    if words.startswith("/"):
        name, _, rest = words[1:].partition(" ")
        return Asked(name.casefold() or "help", rest.strip())
    if words in _SIGNS:
        return Asked("rate", _SIGNS[words])
    name = next((name for name, known in sentences.asides.items() if plain(words) in known), "")
    return Asked(name) if name else None


def run_command(session: Commanded, asked: Asked) -> Iterator[TurnEvent]:
    """Yield what follows from a command."""
    command = COMMANDS.get(asked.name)
    if command is None:
        yield answer(session, "no_command", command=asked.name[:40])
        return
    yield from command(session, asked.rest)
