"""What the player is offered now: legal actions worth a number, each with the words that are shown for it.

Knows nothing of what a player types. Every legal action can be typed; only likely ones are numbered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.rules.actions import (
    Action,
    Choose,
    Examine,
    Give,
    Go,
    Light,
    Look,
    Open,
    Put,
    Take,
    Talk,
    Unlock,
    Wait,
    Wear,
)
from game.rules.apply import legal_actions
from game.rules.sight import talking_to
from game.rules.state import YOU, State
from game.rules.views import acceptance, place_of
from game.rules.world import Person, World
from game.story.sentences import Sentences

_MOST: Mapping[type[Action], int] = {Talk: 5, Give: 3, Take: 4, Examine: 3, Open: 3, Unlock: 3, Wear: 2, Light: 2}


@dataclass(frozen=True, slots=True)
class Offer:
    """A numbered choice: its words, and the action it stands for."""

    text: str
    action: Action


def offers(world: World, sentences: Sentences, state: State) -> tuple[Offer, ...]:
    """Return the numbered choices, in order; empty after an ending."""
    partner = talking_to(world, state)
    legal = sorted(legal_actions(world, state), key=lambda each: _later(each, partner))
    worth = [action for action in legal if _is_worth_a_number(world, state, action)]
    shown = _not_too_many(worth) if worth else legal
    return tuple(Offer(action_words(world, sentences, state, action), action) for action in shown)


def _later(action: Action, partner: Person | None) -> int:
    """Return where a kind of action stands: in a talk what can be said in it comes right after a scene's choices."""
    if partner is None or isinstance(action, Choose):
        return 0
    return 1 if isinstance(action, Talk) and action.person == partner.id and (action.topic or action.offer) else 2


def _not_too_many(actions: Sequence[Action]) -> Iterator[Action]:
    """Yield the actions, but only the first few of a kind that could fill a screen: others follow as they are done."""
    counts: Counter[type[Action]] = Counter()
    for action in actions:
        kind = type(action)
        is_open = isinstance(action, Talk) and action.offer  # an author's own offer is never left out
        counts[kind] += not is_open
        if is_open or counts[kind] <= _MOST.get(kind, len(actions)):
            yield action


def _is_worth_a_number(world: World, state: State, action: Action) -> bool:
    match action:
        case Choose() | Go():
            return True
        case Take(thing):
            return world.things[thing].portable
        case Talk(_, topic, _, offer):
            return bool(offer) or not topic or not state.is_marked("revealed", topic)
        case Open() | Wear() | Light():
            return True
        case Unlock(thing):
            key = world.things[thing].key
            return key is None or state.holder(key) == YOU
        case Give(thing, person):
            return acceptance(world.people[person], thing, state) is not None
        case Examine(target):
            return target in world.things and not state.is_marked("examined", target)
    return False


def action_words(world: World, sentences: Sentences, state: State, action: Action) -> str:
    """Return the words that stand for an action: a choice's own, or the engine's for its verb."""
    match action:
        case Choose(choice):
            return world.choices[choice].text
        case Talk(offer=str(offer)) if offer:
            return world.proposals[offer].text
        case Go(direction):
            way = place_of(world, state).exits[direction]
            shown = sentences.direction(direction)
            return sentences.say("choice_go", direction=shown, place=way.name or world.places[way.to].name)
        case Look():
            return sentences.say("choice_look")
        case Wait():
            return sentences.say("choice_wait")
    return sentences.say(_key(world, action), **dict(_named(world, action)))


def _key(world: World, action: Action) -> str:
    match action:
        case Talk(_, topic):
            return {"": "choice_talk", YOU: "choice_recall"}.get(topic, "choice_ask")
        case Examine(target):
            return "choice_meet" if target in world.people else "choice_examine"
        case Put(_, holder):
            return f"choice_put_{world.things[holder].holds}"
    return f"choice_{type(action).__name__.lower()}"


def _named(world: World, action: Action) -> Iterator[tuple[str, str]]:
    thing = getattr(action, "thing", "") or getattr(action, "target", "")
    person = getattr(action, "person", "") or getattr(action, "target", "")
    if thing in world.things:
        yield "thing", world.things[thing].name
    if isinstance(action, Put):
        yield "holder", world.things[action.holder].name
    if person in world.people:
        yield "person", world.people[person].name
    if isinstance(action, Talk) and action.topic in world.knowledge:
        yield "topic", world.knowledge[action.topic].topic
