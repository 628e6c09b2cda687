"""What a run is, and where it stands: its world, its branches and bookmarks, the way that was gone, the endings met.

Knows nothing of how it is printed. All text is clean.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from game.archive.figures import Figures, ends_of, figures_of
from game.archive.retelling import last_told, retell
from game.archive.worlds import Worlds
from game.session.saved import reading, state_in
from game.storage.records import Step
from game.storage.snapshot import Snapshot
from game.story.clean import clean

_LINES = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A turn with a name, or one that ends a branch: its id, its number on its path, its words, name and note."""

    turn: int
    number: int
    words: str
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The run in words and figures. places are those come to on the current path; ends are those of other branches.

    place and ending say where it stands; endings are all that were met, on any branch. lines were told last.
    """

    name: str
    world: str
    title: str
    language: str
    rules_version: int
    seed: int
    begun: str
    last: datetime
    figures: Figures
    place: str
    ending: str
    places: tuple[str, ...]
    endings: tuple[str, ...]
    bookmarks: tuple[Mark, ...]
    ends: tuple[Mark, ...]
    lines: tuple[str, ...]


def summarize(run: Snapshot, worlds: Worlds) -> Summary:
    """Return what a run is. Raises SaveError."""
    story, figures = retell(run, worlds, run.here), figures_of(run)
    with reading(f"The run {run.file}"):
        stood = _stood(run, worlds)
    path = [step.id for step in run.path(run.here.id)]
    steps = {step.id: step for step in run.tree()}
    place, ending = stood[run.here.id]
    endings = dict.fromkeys(ended for _, ended in stood.values() if ended)
    return Summary(
        name=story.name,
        world=clean(run.meta.world),
        title=story.title,
        language=story.language,
        rules_version=run.meta.rules_version,
        seed=run.meta.seed,
        begun=story.begun,
        last=figures.last,
        figures=figures,
        place=place,
        ending=ending,
        places=tuple(name for name, _ in groupby(stood[turn][0] for turn in path)),
        endings=tuple(endings),
        bookmarks=tuple(_mark(steps[each.turn], each.name, each.note) for each in run.bookmarks()),
        ends=tuple(_mark(step) for step in ends_of(list(steps.values())) if step.id != run.here.id),
        lines=last_told(story, _LINES),
    )


def _stood(run: Snapshot, worlds: Worlds) -> dict[int, tuple[str, str]]:
    """Return for each turn the name of the place, and the title of the ending if the story ended."""
    found = {}
    for turn, _ in run.turns():
        world, state = worlds.known(turn.id), state_in(turn.state)
        place = world.places.get(state.place) if world else None
        ending = world.endings.get(state.ending) if world else None
        found[turn.id] = (
            clean(place.name if place else state.place),
            clean(ending.title if ending else state.ending),
        )
    return found


def _mark(step: Step, name: str = "", note: str = "") -> Mark:
    return Mark(step.id, step.depth, clean(step.words), clean(name), clean(note))
