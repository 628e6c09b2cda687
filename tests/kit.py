"""What most tests use: a small world in text, and a way to play it."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.loader.load import parse_world
from game.rules.apply import Outcome, apply, begin_run
from game.rules.events import Event
from game.rules.state import State
from game.rules.world import World
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for
from game.story.turn import PastTurn

INN = """
schema = 1
[world]
id = "inn"
title = "The Inn"
start = "hall"
opening = "You are wet through."
[facts]
paid = false
coins = 3
hour = "night"
[place.hall]
name = "the hall"
look = ["The fire is out.", { when = "paid", text = "never" }]
[place.hall.exits]
up = { to = "room", when = "paid", refuse = "The stairs are barred." }
east = "yard"
down = { to = "cellar", when = "has(lamp)", hidden = true }
[place.room]
name = "the room"
look = [{ when = "visited(cellar)", text = "The room smells of beer." }, "A bed."]
exits = { down = "hall" }
[place.yard]
name = "the yard"
look = "Rain."
exits = { west = "hall" }
[place.cellar]
name = "the cellar"
look = "Barrels."
exits = { up = "hall" }
[thing.lamp]
name = "brass lamp"
aliases = ["light"]
at = "hall"
look = "It wants oil."
[thing.table]
name = "oak table"
at = "hall"
portable = false
refuse = "It is bolted down."
here = ""
[thing.ring]
name = "ring"
at = "yard"
when = "coins == 0"
[person.anna]
name = "Anna"
aliases = ["landlady"]
at = "hall"
about = "who keeps the inn"
voice = "brisk"
mood = "tired"
says = ["We are full.", "Mind the step."]
[[person.anna.knows]]
id = "guest"
topic = "the guest"
when = "trust(anna) >= 1"
keys = ["bishop"]
text = "The guest upstairs is a bishop."
say = "He is a bishop, that one."
do = ["trust(anna) += 1"]
[[person.anna.accepts]]
thing = "lamp"
tell = "Anna hangs the lamp on its hook."
do = ["trust(anna) += 1"]
[[scene]]
id = "bill"
when = "at(hall) and not paid"
text = "Anna holds out a hand."
[[scene.choice]]
id = "pay"
text = "Pay her"
when = "coins >= 2"
do = ["coins -= 2", "paid = true"]
tell = "She counts them twice."
[[scene.choice]]
text = "Ask for time"
stay = true
tell = "She sighs."
[quest.bed]
name = "A bed for the night"
goal = "Get a room."
done = "visited(room)"
[[ending]]
id = "sleep"
title = "Sleep"
when = "visited(room) and time >= 3"
text = "You sleep."
"""


@dataclass(frozen=True)
class Played:
    """Where some words led: the state, and the events of each turn."""

    state: State
    turns: tuple[tuple[Event, ...], ...] = field(default=())

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the last turn."""
        return self.turns[-1]

    @property
    def past(self) -> list[PastTurn]:
        """The turns as they are remembered, without what was told of them."""
        return [PastTurn.of(number, "", (), events) for number, events in enumerate(self.turns)]


def inn(more: str = "") -> World:
    """Return the inn, with more tables at its end."""
    return parse_world(INN + more, name="inn.toml")


def play(world: World, *words: str, seed: int = 7) -> Played:
    """Return where words lead from the beginning; fails on words that are not understood."""
    outcome = begin_run(world, seed)
    turns = [outcome.events]
    for each in words:
        outcome = step(world, outcome.state, each)
        turns.append(outcome.events)
    return Played(outcome.state, tuple(turns))


def step(world: World, state: State, words: str) -> Outcome:
    """Return what some words lead to in a state; fails when they are not understood."""
    parsed = parse(world, sentences_for(world.language, world.sentences, verbs=world.verbs), state, words)
    assert isinstance(parsed, Understood), parsed.sentence
    return apply(world, state, parsed.action)
