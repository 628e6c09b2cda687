"""Words that a prompt may hold from the beginning, and that betray what is still closed then.

Knows what a prompt is made of, and nothing of how it is made. Only what holds in the first state is looked at, so that
a remark is certain: what is open later may be open because the secret is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from game.authoring.checks.facts import COLOURS
from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.loader.positions import Path
from game.rules.apply import begin_run
from game.rules.expressions import compile_condition
from game.rules.state import State
from game.story.guard import vocabulary_of
from game.story.lexicon import is_spaced, mentions_form, plain

_PIECES = re.compile(r"\{[^{}]*\}")
# What a model reads of each table, wherever the player is: keys of it, or of a table within.
_READ: Mapping[str, frozenset[str]] = {
    "world": frozenset({"title", "about", "style"}),
    "place": frozenset({"name", "mood"}),
    "thing": frozenset({"name"}),
    "person": frozenset({"name", "about", "voice", "goals", "topic", "text"}),
    "lore": frozenset({"text"}),
    "scene": frozenset(),
}
_LATER = frozenset({"quest.finished", "quest.stage", "quest.hints"})


def open_secrets(survey: Survey) -> Iterator[Remark]:
    """Yield the texts that a prompt may hold from the beginning, and that hold a key of what is closed."""
    state = begin_run(survey.world, 0).state
    closed = sorted(vocabulary_of(survey.world, state).closed)
    if not closed:
        return
    keys = _by_head(closed)
    for path, words in _open_words(survey, state):
        phrase = plain(_PIECES.sub(" ", words))
        heads = ("", *dict.fromkeys(map(_head, phrase.split())))
        for key in [key for head in heads for key in keys.get(head, ()) if mentions_form(phrase, key)]:
            where = "a player may be asked to type this" if "keys" in path else "a prompt may hold this"
            message = f"{where} at once, and it betrays what is closed: '{key}'"
            yield Remark("W110", message, path, "say it otherwise, or give it a `when` of its own")


def _by_head(keys: Iterable[str]) -> dict[str, list[str]]:
    """Return keys by how one of their words begins, so that a text is compared with few: the word that fewest have.

    Those of scripts without spaces are under "".
    """
    heads = {key: [_head(word) for word in key.split()] if is_spaced(key) else [""] for key in keys}
    common = Counter(head for each in heads.values() for head in each)
    found: dict[str, list[str]] = {}
    for key, begins in heads.items():
        found.setdefault(min(begins, key=common.__getitem__, default=""), []).append(key)
    return found


def _head(word: str) -> str:
    """Return the letters that a word has in all of its forms."""
    return word[:3]


def _open_words(survey: Survey, state: State) -> Iterator[tuple[Path, str]]:
    written = survey.written
    for path, words in written.worded:
        if _is_read(path) and _is_open(survey, path, state):
            yield path, words
    for path, words in written.told:
        if _is_met_at_first(path, state) and _is_open(survey, path, state):
            yield path, words
    for name in COLOURS:
        if isinstance(colour := survey.world.facts.get(name), str):
            yield ("facts", name), colour


def _is_read(path: Path) -> bool:
    key = next(each for each in reversed(path) if isinstance(each, str))
    if "offers" in path:
        return key in ("text", "keys")
    return key in _READ.get(str(path[0]), ()) and "exits" not in path


def _is_met_at_first(path: Path, state: State) -> bool:
    """Return whether a player may be told a text where the story begins, or a model anywhere."""
    match path:
        case ("person", _, "knows", _, "text", *_):
            return True
        case ("place", place, *_):
            return place == state.place
        case ("thing" | "person", str(named), *_):
            return named in state.where and state.is_here(named)
        case ("quest", _, str(key), *_):
            return f"quest.{key}" not in _LATER
        case ("ending", *_):
            return False
    return path[0] != "secret"


def _is_open(survey: Survey, path: Path, state: State) -> bool:
    """Return whether all conditions on the way to a text hold now; one that refuses is told because one fails."""
    there: Any = survey.merged.tree
    gates: list[str] = []
    for part in path:
        there = there[part]
        if part == "refuse" and gates and path[0] in ("place", "scene"):
            gates.pop()
        if isinstance(there, dict) and isinstance(when := there.get("when"), str):
            gates.append(when)
    return all(compile_condition(gate, survey.world.names).holds(state) for gate in gates)
