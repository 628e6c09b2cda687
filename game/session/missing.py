"""What an edited world lacks of what a run uses or has: ids that are gone, choices that have moved, facts, things.

Knows nothing of files, or of what is done about it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from game.loader.diagnostics import nearest
from game.rules.state import YOU, State
from game.rules.world import Choice, World


@dataclass(frozen=True, slots=True)
class Gone:
    """An id that the world has no more, or that stands for another now. near is the new one it may be, or empty."""

    kind: str
    id: str
    near: str
    is_other: bool = False


def kinds_of(world: World) -> dict[str, str]:
    """Return the kind of every id of a world: of facts too, and of choices and offers to which it gave none."""
    counted = {**dict.fromkeys(world.choices, "choice"), **dict.fromkeys(world.proposals, "offer")}
    return {**dict.fromkeys(world.facts, "fact"), **counted, **world.names.kinds}


def gone_of(old: World | None, new: World, used: Iterable[str]) -> Iterator[Gone]:
    """Yield those of the ids in use that the old world had and the new one has not."""
    was, now = kinds_of(old) if old else {}, kinds_of(new)
    for name in sorted(used):
        if name in was and name not in now:
            fresh = [each for each, kind in now.items() if kind == was[name] and each not in was]
            yield Gone(was[name], name, _near(name, fresh))


def is_moved(old: World | None, new: World, before: str, after: str) -> bool:
    """Return whether a choice by the id before in the old world is another one by the id after in the new.

    One whose author gave it no id is counted within its scene: an edit of the list lets its number stand for another.
    One that was worded anew stays what it was.
    """
    was, now = old.choices.get(before) if old else None, new.choices.get(after)
    if old is None or was is None or now is None or not (_is_counted(was) or _is_counted(now)):
        return False
    if was.text == now.text:
        return False
    return now.text in _texts(old, was.scene) or was.text in _texts(new, now.scene)


def moved_choices(old: World, new: World, scene: str, after: str) -> Iterator[Gone]:
    """Yield the choices of a scene that have moved, so that all can be renamed at once; after is the scene's id now."""
    for choice in old.scenes[scene].choices:
        same = choice.id.replace(scene, after, 1) if _is_counted(choice) else choice.id
        if is_moved(old, new, choice.id, same):
            near = (each.id for each in new.scenes[after].choices if each.text == choice.text)
            yield Gone("choice", choice.id, next(near, ""), is_other=True)


def lost_of(old: World | None, new: World, state: State) -> Iterator[Gone]:
    """Yield what a state has that cannot be kept: facts that were changed from what they begin as, things carried."""
    for name, value in state.facts.items():
        if old is not None and old.facts.get(name) == value:
            continue
        if name not in new.facts:
            known = old.facts if old else state.facts
            fresh = [each for each, start in new.facts.items() if type(start) is type(value) and each not in known]
            yield Gone("fact", name, _near(name, fresh))
        elif type(new.facts[name]) is not type(value):
            yield Gone("fact", name, "", is_other=True)
    yield from gone_of(old, new, (name for name, at in state.where.items() if at == YOU))


def _near(name: str, fresh: Collection[str]) -> str:
    return nearest(name, fresh) or (next(iter(fresh)) if len(fresh) == 1 else "")


def _is_counted(choice: Choice) -> bool:
    return "." in choice.id


def _texts(world: World, scene: str) -> list[str]:
    return [choice.text for choice in world.scenes[scene].choices]
