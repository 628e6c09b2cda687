"""The entries of a lorebook as a world can use them: keys that are words, content without decorators, a condition.

Knows nothing of tables or of persons. What of an entry has no place in a world is noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.authoring.imports.cards.card import Book, Entry
from game.authoring.imports.cards.texts import Texts, cut, named
from game.story.clean import is_seen

_REGEX = re.compile(r"/.*/[a-z]*", re.DOTALL)
_DECORATOR = re.compile(r"[ \t]*@@@?(?P<name>\w+)[ \t]*(?P<value>.*)")
_WAITS = "activate_only_after"
_NEVER = "dont_activate"
_COUNT = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Told:
    """An entry. titles are what it can be named by, keys first; when is "false" where it is switched off.

    is_always says that it waits for no word, or for none that anybody could say.
    """

    label: str
    content: str
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    when: str
    is_always: bool


def read_entries(book: Book, texts: Texts) -> list[Told]:
    """Return the entries that say anything, in the order in which a prompt would have them."""
    ordered = sorted(enumerate(book.entries, 1), key=lambda each: each[1].insertion_order)
    read = [
        _read(entry, f"character_book, entry {number}", texts) for number, entry in ordered if entry.content.strip()
    ]
    return [each for each in read if each.content and (each.titles or each.is_always)]


def _read(entry: Entry, label: str, texts: Texts) -> Told:
    lines = [(line, _DECORATOR.match(line)) for line in entry.content.splitlines()]
    decorators = {found["name"]: found["value"].strip() for _, found in reversed(lines) if found}
    content = texts.prose("\n".join(line for line, found in lines if not found), label)
    worded = [key for key in entry.keys if not (entry.use_regex or _REGEX.fullmatch(key))]
    keys, others = (_names(each, texts) for each in (worded, (entry.name, entry.comment)))
    when = _when(entry, decorators)
    _note(entry, label, decorators, texts)
    if len(worded) < len(entry.keys):
        texts.note(f"{label}: keys that are regular expressions are left out.")
    titles = tuple(dict.fromkeys((*keys, *others)))
    return Told(label, content, keys, titles, when, is_always=not when and (entry.constant or not titles))


def _names(words: Iterable[str], texts: Texts) -> tuple[str, ...]:
    """Return those of some words that can be names, each once."""
    spelled = (named(texts.spelled(each)) for each in words)
    return tuple(dict.fromkeys(each for each in spelled if is_seen(each)))


def _when(entry: Entry, decorators: Mapping[str, str]) -> str:
    """Return the condition that an entry waits for, if it waits for one that a world can have."""
    if not entry.enabled or _NEVER in decorators:
        return "false"
    after = decorators.get(_WAITS, "")
    return f"time >= {int(after)}" if _COUNT.fullmatch(after) else ""


def _note(entry: Entry, label: str, decorators: Mapping[str, str], texts: Texts) -> None:
    left_out = [f"@@{name}" for name, value in decorators.items() if name != _NEVER and not _waits(name, value)]
    if left_out:
        texts.note(f"{label}: a world cannot do what {cut(', '.join(left_out), 120)} asks for, and does without.")
    if entry.selective and entry.secondary_keys:
        texts.note(f"{label}: its secondary keys are left out; it can be asked about without them.")
    if _when(entry, decorators) == "false":
        texts.note(f"{label}: it is switched off, so nobody is told it until you change its 'when'.")


def _waits(name: str, value: str) -> bool:
    return name == _WAITS and bool(_COUNT.fullmatch(value))
