"""What players type, each with the action it should mean: .jsonl files beside this, each named for its language.

Knows nothing of how words are understood; only the canonical wordings are read here, by the parser of the day.

The files in `unseen/` were written by somebody who had seen nothing of the parser, for states of their own. They are
only counted; when whoever works on the parser has read them, they belong to the others, and new ones are to be written.

A line is {"world", "after", "words", "means", "note"}. `after` are commands from the start of a run to the state in
which `words` are typed. `means` is a command in canonical wording, a list of them done in order, "?" where asking back
is right, or null where the words mean nothing that can be done. Those in fitting/ are what weights are fitted to; no
figure is of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from game.rules.actions import Action, Talk
from game.rules.apply import apply
from game.rules.state import State
from tests.story.corpora import (
    action_of,
    corpora_in,
    language_of,
    outcome_after,
    records_in,
    world_in,
)

HERE = Path(__file__).parent
KEYS = {"world", "after", "words", "means", "note"}

Kind = Literal["one", "several", "asks", "nothing"]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What a player types in a state, and the commands that it means: none where it means nothing, or too much."""

    language: str
    world: str
    after: tuple[str, ...]
    words: str
    means: tuple[str, ...]
    kind: Kind
    note: str = ""

    def __str__(self) -> str:
        return f"{self.language}/{self.world} after {list(self.after)}: {self.words}"


@dataclass(frozen=True, slots=True)
class Deed:
    """One command, read in the state before it."""

    action: Action
    before: State
    state: State
    refused: bool


def languages() -> list[str]:
    """Return the languages there are phrasings in."""
    return sorted({language_of(path) for path in corpora_in(HERE)})


def phrasings(language: str) -> tuple[Phrasing, ...]:
    """Return every phrasing in a language, in the order of its files."""
    return tuple(each for path in corpora_in(HERE) if language_of(path) == language for each in phrasings_of(path))


def unseen() -> list[Path]:
    """Return the files that nobody reads who works on the parser: they are only counted."""
    return corpora_in(HERE / "unseen")


@cache
def phrasings_of(path: Path) -> tuple[Phrasing, ...]:
    """Return the phrasings of a file, which is named for its language."""
    return tuple(_phrasing(language_of(path), record) for record in records_in(path))


def state_after(name: str, language: str, after: tuple[str, ...]) -> State:
    """Return the state that commands lead to from the start. Raises ValueError for one that is not understood."""
    return outcome_after(name, language, after).state


def state_of(phrasing: Phrasing) -> State:
    """Return the state in which a phrasing is typed."""
    return state_after(phrasing.world, phrasing.language, phrasing.after)


def do(name: str, language: str, state: State, command: str) -> Deed:
    """Return what a canonical command does in a state. Raises ValueError for one that is not understood."""
    action = action_of(name, language, state, command)
    outcome = apply(world_in(name, language), state, action)
    return Deed(unspoken(action), state, outcome.state, outcome.refusal is not None)


def deeds(phrasing: Phrasing) -> tuple[Deed, ...]:
    """Return what a phrasing should do, in order."""
    state, done = state_of(phrasing), []
    for command in phrasing.means:
        done.append(do(phrasing.world, phrasing.language, state, command))
        state = done[-1].state
    return tuple(done)


def unspoken(action: Action) -> Action:
    """Return an action without what is said in it: two that differ in that alone are the same one."""
    return replace(action, words="") if isinstance(action, Talk) else action


def _phrasing(language: str, line: dict[str, Any]) -> Phrasing:
    means, after = line["means"], line["after"]
    assert set(line) <= KEYS, line
    assert isinstance(after, list), line
    assert means is None or isinstance(means, str | list), line
    commands = () if means is None or means == "?" else tuple(means) if isinstance(means, list) else (means,)
    world, words, note = str(line["world"]), str(line["words"]), str(line.get("note", ""))
    return Phrasing(language, world, tuple(after), words, commands, _kind(means), note)


def _kind(means: str | list[str] | None) -> Kind:
    if means is None:
        return "nothing"
    if means == "?":
        return "asks"
    return "several" if isinstance(means, list) else "one"
