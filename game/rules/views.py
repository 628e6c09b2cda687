"""What is open: the questions about a world and a state that verbs, parsers and tellers all ask.

Knows nothing of actions. Everything is in the author's order.
"""

from __future__ import annotations

from game.rules.state import State
from game.rules.texts import holds
from game.rules.world import Accepts, Choice, Exit, Knowledge, Person, Place, Proposal, Quest, Scene, Secret, World


def place_of(world: World, state: State) -> Place:
    """Return the place the player is in."""
    return world.places[state.place]


def exits(world: World, state: State) -> tuple[Exit, ...]:
    """Return the exits the player notices: all but the hidden ones whose time has not come."""
    every = place_of(world, state).exits.values()
    return tuple(each for each in every if not each.hidden or holds(each.when, state))


def known_now(person: Person, state: State) -> tuple[Knowledge, ...]:
    """Return what a person would tell now: the knowledge whose condition holds."""
    return tuple(each for each in person.knows if holds(each.when, state))


def open_offers(person: Person, state: State) -> tuple[Proposal, ...]:
    """Return the offers of a person that the player may take up now."""
    unspent = (each for each in person.offers if not (each.once and state.is_marked("agreed", each.id)))
    return tuple(each for each in unspent if holds(each.when, state))


def is_open(secret: Secret, state: State) -> bool:
    """Return whether a secret may be told: it was revealed, or its own condition holds."""
    return state.is_marked("revealed", secret.id) or (secret.when is not None and secret.when.holds(state))


def is_known(knowledge: Knowledge, state: State) -> bool:
    """Return whether a piece of knowledge is open: it was revealed, or who knows it would tell it now."""
    return state.is_marked("revealed", knowledge.id) or holds(knowledge.when, state)


def acceptance(person: Person, thing: str, state: State) -> Accepts | None:
    """Return how a person takes a thing now, or None when they would not."""
    return next((each for each in person.accepts if each.thing == thing and holds(each.when, state)), None)


def open_scene(world: World, state: State) -> Scene | None:
    """Return the scene the player is in, if any."""
    return world.scenes[state.scene] if state.scene else None


def has_open_choice(scene: Scene, state: State) -> bool:
    """Return whether any choice of a scene can be taken now."""
    return any(holds(each.when, state) and not is_spent(each, state) for each in scene.choices)


def shown_choices(world: World, state: State) -> tuple[Choice, ...]:
    """Return the choices of the open scene that can be seen: the open ones, and those that say why not."""
    scene = open_scene(world, state)
    if scene is None:
        return ()
    seen = (each for each in scene.choices if holds(each.when, state) or each.refuse.read(state))
    return tuple(each for each in seen if not is_spent(each, state))


def stage_of(quest: Quest, state: State) -> int:
    """Return the number of the stage that a quest is in; that of no stage when all are done or it has none."""
    return next(
        (n for n in range(len(quest.stages)) if not state.is_marked("stage", f"{quest.id}.{n + 1}")), len(quest.stages)
    )


def goal_of(quest: Quest, state: State) -> str:
    """Return what an open quest asks for now."""
    number = stage_of(quest, state)
    own = quest.stages[number].goal.read(state) if number < len(quest.stages) else ""
    return own or quest.goal.read(state)


def hints_of(quest: Quest, state: State) -> tuple[str, ...]:
    """Return the ladder of hints for what an open quest asks for now."""
    number = stage_of(quest, state)
    hints = quest.stages[number].hints if number < len(quest.stages) else ()
    return tuple(text for text in (each.read(state) for each in hints or quest.hints) if text)


def is_spent(choice: Choice, state: State) -> bool:
    """Return whether a choice that leaves its scene open was taken already: it is not offered again."""
    return choice.stay and state.is_marked("chosen", choice.id)


def open_quests(world: World, state: State) -> tuple[Quest, ...]:
    """Return the quests that have begun and are not done."""
    begun = (each for each in world.quests.values() if state.is_marked("begun", each.id))
    return tuple(each for each in begun if not state.is_marked("done", each.id))
