"""The one door through which state changes: legal_actions and apply.

Knows the verbs and what follows them; nothing of words, screens or saves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from game.errors import IllegalAction
from game.rules import ruling
from game.rules.actions import (
    Action,
    Choose,
    Drop,
    Examine,
    Give,
    Go,
    Invent,
    Look,
    Part,
    Put,
    Take,
    Talk,
    Wait,
    format_action,
)
from game.rules.draws import Draws
from game.rules.effects import Step
from game.rules.events import Began, Event, Looked, Refused
from game.rules.inventing import invent, may_invent
from game.rules.settle import settle
from game.rules.sight import NO_REACH, left_alone, reach_of
from game.rules.state import YOU, State
from game.rules.telling import remember
from game.rules.verbs.handling import HANDLING, Putting
from game.rules.verbs.people import Giving, Parting, Talking
from game.rules.verbs.places import Going, Looking, Waiting
from game.rules.verbs.scenes import Choosing
from game.rules.verbs.things import Dropping, Examining, Taking
from game.rules.verbs.verb import Verb
from game.rules.views import has_open_choice, open_scene
from game.rules.world import World

RULES_VERSION = 3
_BEING = ("closed", "locked", "worn", "lit")

# In the order in which actions are offered.
VERBS: Mapping[type[Action], Verb[Any]] = {
    Choose: Choosing(),
    Talk: Talking(),
    Give: Giving(),
    Take: Taking(),
    Go: Going(),
    Examine: Examining(),
    **HANDLING,
    Put: Putting(),
    Drop: Dropping(),
    Part: Parting(),
    Look: Looking(),
    Wait: Waiting(),
}
_CHOOSING: Mapping[type[Action], Verb[Any]] = {Choose: VERBS[Choose]}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action led to: the next state, and the events in the order they happened.

    arrived is the state when the action itself was done, before anything followed from it: what a place looked like.
    """

    state: State
    events: tuple[Event, ...]
    arrived: State

    @property
    def refusal(self) -> Refused | None:
        """Return the world's refusal, if it refused."""
        return next((event for event in self.events if isinstance(event, Refused)), None)


def begin_run(world: World, seed: int) -> Outcome:
    """Return the first state of a run and the events of its opening."""
    return begin_with(world, seed, Draws(seed, 0))


def begin_with(world: World, seed: int, draws: Draws) -> Outcome:
    """Return what begin_run does, as these draws fall."""
    where = {thing.id: thing.at for thing in world.things.values()}
    where.update({person.id: person.at for person in world.people.values()})
    state = State(
        seed=seed,
        place=world.start,
        facts=dict(world.facts),
        where=where,
        trust={each.id: each.trust for each in world.people.values()},
        mood={each.id: each.mood for each in world.people.values()},
        now=frozenset(f"{how} {each.id}" for each in world.things.values() for how in _BEING if getattr(each, how)),
    ).with_mark("visited", world.start)
    settled, more = settle(world, state, draws, scenes=True)
    events = (Began(), Looked(world.start), *more)
    return Outcome(remember(world, settled, events), events, state)


def legal_actions(world: World, state: State) -> tuple[Action, ...]:
    """Return every action that may be tried now, those the world will refuse among them; none after an ending.

    To make something up is not among them: nobody who plays can do it, and nobody who explores a world does.
    """
    verbs = _verbs(world, state)
    reach = reach_of(world, state) if verbs is VERBS else NO_REACH
    return tuple(action for verb in verbs.values() for action in verb.legal(world, state, reach))


def is_legal(world: World, state: State, action: Action) -> bool:
    """Return whether action is legal; the words of a talk do not matter, and everybody can be asked of oneself."""
    if isinstance(action, Invent):
        return may_invent(world, state, action)
    if isinstance(action, Talk):
        action = replace(action, words="", topic="" if action.topic == YOU else action.topic)
    verb = _verbs(world, state).get(type(action))
    return verb is not None and action in verb.legal(world, state, reach_of(world, state))


def _verbs(world: World, state: State) -> Mapping[type[Action], Verb[Any]]:
    """Return the verbs that can be tried now: none after an ending, and only to choose while a scene holds."""
    if state.ending:
        return {}
    scene = open_scene(world, state)
    if scene is not None and scene.hold and has_open_choice(scene, state):
        return _CHOOSING
    return VERBS


def _done(world: World, state: State, action: Action, draws: Draws) -> Step:
    """Return the state with an action done, and what rules do before and after it, unless it is refused."""
    state, first = ruling.before(world, state, action, draws)
    if first and isinstance(first[-1], Refused):
        return state, first
    state, events = VERBS[type(action)].apply(world, state, action, draws)
    if any(isinstance(event, Refused) for event in events):
        return state, first + events
    state, last = ruling.after(world, state, action, draws)
    return state, first + events + last


def apply(world: World, state: State, action: Action) -> Outcome:
    """Return the outcome of a legal action; state itself is not changed. Raises IllegalAction for any other."""
    if not is_legal(world, state, action):
        raise IllegalAction(
            f"'{format_action(action)}' is not possible in turn {state.turn}; ask for the choices again."
        )
    if isinstance(action, Invent):
        invented, events = invent(state, action)
        return Outcome(invented, events, invented)
    return apply_legal(world, state, action, Draws(state.seed, state.turn + 1))


def apply_legal(world: World, state: State, action: Action, draws: Draws) -> Outcome:
    """Return the outcome, as these draws fall, of an action that the caller had from legal_actions for this state."""
    verb = VERBS[type(action)]
    state = state.but(turn=state.turn + 1)
    done, events = _done(world, state, action, draws)
    # Time passes after the deed: a deed is done in the moment in which it was offered.
    arrived = done.but(time=done.time + verb.takes_time)
    state, more = settle(world, arrived, draws, scenes=verb.takes_time)
    events += more
    state = left_alone(world, state)
    return Outcome(remember(world, state, events), events, arrived)
