"""What a panel beside the story shows: place, ways, things, people and quests, as words.

Knows nothing of screens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.rules.sight import carried, people_here, talking_to
from game.rules.state import State
from game.rules.views import exits, goal_of, open_quests, place_of
from game.rules.world import World
from game.story.sentences import Sentences


@dataclass(frozen=True, slots=True)
class View:
    """The moment in words. exits are (direction, where it leads); quests are (name, goal); talking is with whom."""

    title: str
    place: str
    exits: tuple[tuple[str, str], ...]
    carried: tuple[str, ...]
    people: tuple[str, ...]
    quests: tuple[tuple[str, str], ...]
    ending: str
    turn: int
    talking: str = ""


def view_of(world: World, sentences: Sentences, state: State, *, turn: int) -> View:
    """Return the view of a state; turn is its number on the path."""
    partner = talking_to(world, state)
    return View(
        title=world.title,
        place=place_of(world, state).name,
        exits=tuple(
            (sentences.direction(way.direction), way.name or world.places[way.to].name) for way in exits(world, state)
        ),
        carried=tuple(thing.name for thing in carried(world, state)),
        people=tuple(person.name for person in people_here(world, state)),
        quests=tuple((quest.name, goal_of(quest, state)) for quest in open_quests(world, state)),
        ending=world.endings[state.ending].title if state.ending else "",
        turn=turn,
        talking=partner.name if partner else "",
    )


def with_hidden(view: View, hidden: Callable[[str], str]) -> View:
    """Return a view in which every name is as hidden shows it."""
    return replace(
        view,
        place=hidden(view.place),
        exits=tuple((direction, hidden(name)) for direction, name in view.exits),
        carried=tuple(map(hidden, view.carried)),
        people=tuple(map(hidden, view.people)),
        quests=tuple((hidden(name), hidden(goal)) for name, goal in view.quests),
        ending=hidden(view.ending),
    )
