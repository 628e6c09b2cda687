"""Where a state does not come out as it was saved, in pieces of a sentence: each field, fact and mark of it.

Knows nothing of worlds: what differs is named by its id, as its author and its maker know it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from game.rules.state import State

_UNSAVED = object()


def mismatches(saved: State, found: State) -> Iterator[str]:
    """Yield what a saved state has otherwise than the one found, in the order of a state's fields."""
    for field in fields(State):
        before, after = getattr(saved, field.name), getattr(found, field.name)
        if before == after:
            continue
        if isinstance(before, Mapping):
            yield from _of_mappings(field.name, before, after)
        elif isinstance(before, frozenset):
            yield from (f"'{mark}' was saved and does not come out" for mark in sorted(before - after))
            yield from (f"'{mark}' comes out and was not saved" for mark in sorted(after - before))
        else:
            yield _piece(field.name, before, after)


def _of_mappings(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key, _UNSAVED), after.get(key, _UNSAVED)
        if old != new:
            yield _piece(f"{name} of {key}" if name != "facts" else key, old, new)


def _piece(what: str, before: Any, after: Any) -> str:
    if before is _UNSAVED:
        return f"{what}: {after!r} comes out and was not saved"
    if after is _UNSAVED:
        return f"{what}: {before!r} was saved and does not come out"
    return f"{what}: {before!r} was saved, {after!r} comes out"
