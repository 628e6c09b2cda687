"""A world edited while it is played: where the run goes on in it, and what could not be kept, said to the author.

Knows nothing of files, or of how an edit is noticed. What is said is English, like all that authors' tools say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from game.errors import WorldError
from game.rules.state import NOWHERE, YOU, State, Value
from game.rules.world import World
from game.session.fitting import fitted

Edited = Callable[[], World | None]
"""Asked now and then for the world as it has been edited since; None where it has not. May raise WorldError."""


def unedited() -> None:
    """Be the answer for a world that nobody edits."""


def next_edit(world: World, edited: Edited) -> World | None:
    """Return the world as it has been edited. Raises WorldError where a run of the old one cannot go on in it."""
    try:
        found = edited()
        if found is not None and found.id != world.id:
            raise WorldError(f"Its id is '{found.id}' now, and this run is one of '{world.id}'; put that id back.")
    except WorldError as error:
        raise WorldError(f"The edited world cannot be read; you go on in the old one:\n{error}") from error
    return found


def carried_over(world: World, saved: State) -> State:
    """Return the state in which a saved one goes on: at the start of the world where its own place is gone."""
    if saved.place not in world.places:
        saved = replace(saved, place=world.start).with_mark("visited", world.start)
    return fitted(world, saved)


def report(world: World, before: State, after: State) -> str:
    """Return the sentence that says that the world was read again, and what of the state before could not be kept."""
    return "; ".join(("The world was read again", *_unkept(world, before, after))) + "."


def _unkept(world: World, before: State, after: State) -> Iterator[str]:
    if before.place not in world.places:
        yield f"'{before.place}' is gone, so you are in '{after.place}', where the story begins"
    elif before.place != after.place:  # an earlier edit had taken it away
        yield f"'{after.place}' is back, and you are there again"
    if before.scene and before.scene not in world.scenes:
        yield f"the scene '{before.scene}' is gone, so it was left"
    if before.ending and before.ending not in world.endings:
        yield f"the ending '{before.ending}' is gone, so the story goes on"
    yield from _lost(before.where, after.where)
    known = {*world.places, *after.where, YOU, NOWHERE, before.place}
    for holder in sorted({before.where[name] for name in before.where.keys() & after.where.keys()} - known):
        yield f"'{holder}' is gone, so what was there is where it begins"
    yield from _forgotten(before.facts, after.facts)


def _lost(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for name, at in before.items():
        if name not in after:
            yield f"'{name}' is gone" + (", so it is not carried any more" if at == YOU else "")


def _forgotten(before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterator[str]:
    for name, value in before.items():
        if name not in after:
            yield f"the fact '{name}' is gone"
        elif type(after[name]) is not type(value):
            yield f"the fact '{name}' begins anew"
