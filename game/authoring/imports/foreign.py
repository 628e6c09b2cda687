"""The kinds of files that can be imported: how each is known, and what reads it.

A new kind: write its reader in a module or folder beside this one, and add a line to KINDS.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from game.authoring.imports.cards.card import is_card
from game.authoring.imports.cards.world import import_card, import_person
from game.authoring.imports.imported import Imported
from game.authoring.imports.twee.story import import_twee
from game.errors import WorldError
from game.loader.diagnostics import visible
from game.loader.plain import text_of

MAX_BYTES = 32_000_000
"""The largest file that is read: a card may come with a large picture."""

_HEADER = re.compile(rb"^::[ \t]*[^\s:]", re.MULTILINE)
"""How a passage of Twee begins."""

Reader = Callable[[bytes, str], Imported]
"""Makes tables of a file's bytes and its name. Raises WorldError."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. fits says whether what is in one looks like it; endings say so where that cannot be seen.

    person reads a person alone, where a file has one.
    """

    what: str
    endings: tuple[str, ...]
    fits: Callable[[bytes], bool]
    world: Reader
    person: Reader | None = None


KINDS = (
    Kind(
        "a character card",
        (".json", ".png"),
        is_card,
        lambda data, name: import_card(data, name=name),
        lambda data, name: import_person(data, name=name),
    ),
    Kind(
        "a story of Twine in Twee 3",
        (".twee", ".tw"),
        lambda data: _HEADER.search(data) is not None,
        lambda data, name: import_twee(text_of(data, name=name), name=name),
    ),
)


def kind_of(data: bytes, *, name: str) -> Kind:
    """Return the kind of a file, by what is in it before its name's ending. Raises WorldError where it is none."""
    ending = name[name.rfind(".") :].lower()
    fitting = (each for each in KINDS if each.fits(data))
    named = (each for each in KINDS if ending in each.endings)
    kind = next(fitting, None) or next(named, None)
    if kind is None:
        known = ", ".join(f"{each.what} ({', '.join(each.endings)})" for each in KINDS)
        raise WorldError(f"{visible(name)} is nothing that can be imported; give one of these: {known}.")
    return kind
