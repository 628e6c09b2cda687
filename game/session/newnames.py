"""The new names that a player gives for ids: which of them mean something for a run, and which cannot be.

Knows nothing of files, or of how ids are renamed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.errors import SaveError
from game.loader.diagnostics import nearest
from game.rules.world import World
from game.session.missing import gone_of, kinds_of


def meant_names(names: Mapping[str, str], olds: Sequence[World], world: World) -> dict[str, str]:
    """Return those of the names whose old id the run has: a map that was applied before means nothing any more.

    Raises SaveError for a new name that the world has not, that is of another kind, or that another id of the run has.
    """
    had = [kinds_of(old) for old in olds]
    meant = {old: new for old, new in names.items() if not had or any(old in each for each in had)}
    likely = {gone.id: gone.near for old in olds for gone in gone_of(old, world, meant)}
    for problem in _problems(meant, had, world, likely):
        raise SaveError(f"{problem}. Nothing was changed; give another name.")
    return meant


def _problems(
    names: Mapping[str, str], had: Sequence[Mapping[str, str]], world: World, likely: Mapping[str, str]
) -> Iterator[str]:
    now = kinds_of(world)
    for old, new in names.items():
        kinds = {each[old] for each in had if old in each}
        if new not in now:
            near = nearest(new, now) or likely.get(old)
            yield f"{world.title} has nothing called '{new}'" + (f" (or is it '{near}'?)" if near else "")
        elif kinds and now[new] not in kinds:
            yield f"'{old}' was a {kinds.pop()}, but '{new}' is a {now[new]}"
        elif new not in names and any(old in each and new in each for each in had):
            yield f"There was a '{new}' beside '{old}' before, so that '{old}' cannot be called so too"
    if len(set(names.values())) < len(names):
        yield "Two ids cannot be called the same from now on"
