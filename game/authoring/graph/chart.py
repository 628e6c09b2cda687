"""What of a world is drawn: places and ways, scenes and where they belong, what leads to what, quests and endings.

Knows nothing of how it is drawn. Every text is one line that a screen, XML and a terminal may be given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.authoring.graph.bound import Bounds, places_of
from game.rules.expressions import Condition
from game.rules.texts import Text
from game.rules.world import Quest, Scene, World
from game.story.clean import clean_line
from game.story.prose import counted


@dataclass(frozen=True, slots=True)
class Way:
    """An exit of a place. gate is the source of its condition, if it has one."""

    start: str
    direction: str
    to: str
    gate: str = ""
    hidden: bool = False

    @property
    def label(self) -> str:
        """Return the direction, and the gate after a colon."""
        return f"{self.direction}: {self.gate}" if self.gate else self.direction


@dataclass(frozen=True, slots=True)
class Storylet:
    """A scene: places are those it can begin in (None is anywhere), then the scenes its choices lead to."""

    id: str
    when: str
    places: Bounds
    then: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A quest. stages are pairs of a goal and the condition that ends it; one without stages has a single one."""

    id: str
    name: str
    when: str
    stages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Finish:
    """An ending."""

    id: str
    title: str
    when: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole world as it is drawn. places maps ids to names."""

    title: str
    about: str
    language: str
    start: str
    places: Mapping[str, str]
    ways: tuple[Way, ...]
    scenes: tuple[Storylet, ...]
    quests: tuple[Task, ...]
    endings: tuple[Finish, ...]

    @property
    def counted(self) -> str:
        """Return one sentence that says what is in the drawing."""
        counts = ((self.places, "place"), (self.scenes, "scene"), (self.quests, "quest"), (self.endings, "ending"))
        said = [counted(len(each), word) for each, word in counts]
        return f"{', '.join(said[:-1])} and {said[-1]}."

    def scenes_at(self, place: str) -> tuple[Storylet, ...]:
        """Return the scenes that can begin in a place, and not anywhere."""
        return tuple(each for each in self.scenes if each.places is not None and place in each.places)

    @property
    def loose(self) -> tuple[Storylet, ...]:
        """Return the scenes that belong to no place."""
        return tuple(each for each in self.scenes if not each.places)


def chart_of(world: World) -> Chart:
    """Return what is drawn of a world."""
    ways = (
        Way(place.id, clean_line(way.direction), way.to, _source(way.when), way.hidden)
        for place in world.places.values()
        for way in place.exits.values()
    )
    return Chart(
        title=clean_line(world.title),
        about=clean_line(world.about),
        language=world.language,
        start=world.start,
        places={place.id: clean_line(place.name) for place in world.places.values()},
        ways=tuple(ways),
        scenes=tuple(map(_storylet, world.scenes.values())),
        quests=tuple(map(_task, world.quests.values())),
        endings=tuple(Finish(each.id, clean_line(each.title), _source(each.when)) for each in world.endings.values()),
    )


def _storylet(scene: Scene) -> Storylet:
    then = dict.fromkeys(choice.then for choice in scene.choices if choice.then)
    places = places_of(scene.when.source) if scene.when else None
    return Storylet(scene.id, _source(scene.when), places, tuple(then))


def _task(quest: Quest) -> Task:
    stages = [(_said(each.goal), _source(each.done)) for each in quest.stages]
    return Task(
        quest.id,
        clean_line(quest.name),
        _source(quest.when),
        tuple(stages) or ((_said(quest.goal), _source(quest.done)),),
    )


def _said(text: Text) -> str:
    """Return how a text reads where none of its conditions holds, as written."""
    return clean_line(text.variants[-1].text) if text else ""


def _source(when: Condition | None) -> str:
    return clean_line(when.source) if when else ""
