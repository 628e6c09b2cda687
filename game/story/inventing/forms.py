"""The closed forms of details in one language: the game's own lists of words, with a world's beside or instead.

Knows nothing of how a detail is worded, or of who chooses one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from game.rules.details import Form

PLACE, PERSON = "place", "person"
_SLOTS = ("how", "what")

Lists = Mapping[str, Mapping[str, str]]
"""Words by id, for each slot of a kind."""


def kinds_of(of: str, *, indoors: bool = False) -> tuple[str, ...]:
    """Return the kinds of details that places or people may have; those that places indoors may."""
    table = _table("en")[of]
    return tuple(kind for kind, each in table.items() if not (indoors and each.get("outdoors")))


def forms_of(language: str, own: Mapping[str, Lists], instead: frozenset[str] = frozenset()) -> dict[str, Form]:
    """Return the forms of every kind in a language; those kinds are left out for which there are no words.

    own are a world's words, beside the game's, or, for the slots of the kinds in instead, in their place.
    """
    kinds = {kind: each for of in (PLACE, PERSON) for kind, each in _table("en")[of].items()}
    ours = {kind: each for table in _table(language).values() for kind, each in table.items()}
    found = {
        kind: Form({slot: _words(kind, slot, ours, own, instead) for slot in _SLOTS if slot in each})
        for kind, each in kinds.items()
    }
    return {kind: form for kind, form in found.items() if all(form.slots.values())}


def _words(
    kind: str, slot: str, ours: Mapping[str, Any], own: Mapping[str, Lists], instead: frozenset[str]
) -> dict[str, str]:
    more = own.get(kind, {}).get(slot, {})
    house = {} if more and kind in instead else ours.get(kind, {}).get(slot, {})
    return {**house, **more}


@cache
def _table(language: str) -> dict[str, Any]:
    path = files("game.story.inventing").joinpath(f"{language}.toml")
    return tomli.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
