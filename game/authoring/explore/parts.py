"""The parts of a world that play can come to, each with where it is written, and the events that show it was come to.

Knows nothing of how a world is searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.loader.load import Project
from game.loader.positions import Path
from game.rules.actions import Action, Choose, Go, Take, Talk
from game.rules.apply import Outcome
from game.rules.events import (
    Agreed,
    Changed,
    Chosen,
    Ended,
    Event,
    Heard,
    Looked,
    Moved,
    QuestDone,
    Revealed,
    Ruled,
    SceneBegan,
    Taken,
)
from game.rules.state import YOU
from game.rules.world import World

Met = tuple[str, str]
"""The kind and id of a part.

The id of an exit is that of its place and its direction, "hall up"; that of hearsay whoever hears what: "abel lens".
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a world, and where it is written."""

    kind: str
    id: str
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.kind} '{self.id}'"


def parts_of(project: Project, world: World) -> Iterator[Part]:
    """Yield every part of a world that play can come to, kind by kind, in the author's order."""
    for kind, name, path in paths_of(world):
        file, _, line = project.merged.where(path).rpartition(":")
        yield Part(kind, name, file, int(line))


def paths_of(world: World) -> Iterator[tuple[str, str, Path]]:
    """Yield the kind and id of every such part, and the key path under which it is written."""
    yield from _things_that_happen(world)
    yield from _things_that_are(world)


def met_at_first(world: World) -> set[Met]:
    """Return what a run has from its beginning."""
    return {("thing", each.id) for each in world.things.values() if each.at == YOU}


def met_in(outcome: Outcome) -> Iterator[Met]:
    """Yield the parts that an outcome came to."""
    return (met for event in outcome.events for met in _met(event))


def met_by(actions: Iterable[Action], world: World) -> Iterator[Met]:
    """Yield the parts that idle actions come to, without their being done."""
    for action in actions:
        match action:
            case Talk(offer=str(offer)) if offer:
                yield "offer", offer
            case Talk(_, topic) if topic:
                yield "knowledge", topic
            case Take(thing) if world.things[thing].portable:
                yield "thing", thing


def done_by(action: Action, place: str) -> Met:
    """Return the part that an action in a place is about, as a player would name it: the place itself for most."""
    match action:
        case Choose(choice):
            return "choice", choice
        case Go(direction):
            return "exit", f"{place} {direction}"
        case Talk(offer=str(offer)) if offer:
            return "offer", offer
        case Talk(_, topic) if topic:
            return "knowledge", topic
    return "place", place


def _met(event: Event) -> Iterator[Met]:  # noqa: C901 - one case for each kind of event
    match event:
        case SceneBegan(scene):
            yield "scene", scene
        case Chosen(choice):
            yield "choice", choice
        case Moved(start, place, direction):
            yield from (("place", place), ("exit", f"{start} {direction}"))
        case Looked(place):
            yield "place", place
        case Agreed(_, offer):
            yield "offer", offer
        case Revealed(knowledge):
            yield "knowledge", knowledge
        case Heard(person, knowledge):
            yield "hearsay", f"{person} {knowledge}"
        case Ruled(rule):
            yield "rule", rule
        case QuestDone(quest):
            yield "quest", quest
        case Ended(ending):
            yield "ending", ending
        case Taken(thing):
            yield "thing", thing
        case Changed(target, _, after) if after == YOU and target.startswith("place("):
            yield "thing", target.removeprefix("place(").removesuffix(")")


def _things_that_happen(world: World) -> Iterator[tuple[str, str, Path]]:
    for number, scene in enumerate(world.scenes.values()):
        yield "scene", scene.id, ("scene", number)
        yield from (("choice", each.id, ("scene", number, "choice", n)) for n, each in enumerate(scene.choices))
    yield from (("rule", name, ("rule", n)) for n, name in enumerate(world.rules))
    yield from (("quest", name, ("quest", name)) for name in world.quests)
    yield from (("ending", name, ("ending", n)) for n, name in enumerate(world.endings))


def _things_that_are(world: World) -> Iterator[tuple[str, str, Path]]:
    for place in world.places.values():
        yield "place", place.id, ("place", place.id)
        yield from (("exit", f"{place.id} {way}", ("place", place.id, "exits", way)) for way in place.exits)
    yield from (("thing", each.id, ("thing", each.id)) for each in world.things.values() if each.portable)
    for person in world.people.values():
        yield from (("knowledge", each.id, ("person", person.id, "knows", n)) for n, each in enumerate(person.knows))
        for number, known in enumerate(person.knows):
            path: Path = ("person", person.id, "knows", number, "tells")
            yield from (("hearsay", f"{each.to} {known.id}", (*path, n)) for n, each in enumerate(known.tells))
        yield from (("offer", each.id, ("person", person.id, "offers", n)) for n, each in enumerate(person.offers))
