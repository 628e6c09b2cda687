"""How a place is shown: the author's words for it, what was made up of it, then what lies there and who is there.

Knows nothing of how the player came there.
"""

from __future__ import annotations

from game.rules.sight import is_dark, people_here, things_lying
from game.rules.state import State
from game.rules.world import Person, Thing, World
from game.story.inventing.wording import told_details
from game.story.sentences import Sentences


def place_text(world: World, sentences: Sentences, state: State, place: str) -> str:
    """Return the words for a place; with what and who is there when it is the player's own."""
    shown, details = world.places[place], told_details(world, sentences, state, place)
    if place != state.place:
        return sentences.space.join(text for text in (shown.look.read(state), *details) if text)
    if is_dark(world, state):
        return shown.darkness.read(state) or sentences.say("darkness")
    things = (_thing_here(world, sentences, thing, state) for thing in things_lying(world, state))
    people = (_person_here(sentences, person, state) for person in people_here(world, state))
    return sentences.space.join(text for text in (shown.look.read(state), *details, *things, *people) if text)


def look_of(world: World, state: State, place: str) -> str:
    """Return the author's own words for a place, with which its text begins; none of one that cannot be seen."""
    is_unseen = place == state.place and is_dark(world, state)
    return "" if is_unseen else world.places[place].look.read(state)


def _thing_here(world: World, sentences: Sentences, thing: Thing, state: State) -> str:
    """Return what says that a thing is here; an author whose variants all fail wants silence."""
    holder = world.things.get(state.where[thing.id])
    own = next((each for each in thing.here.variants if each.when is not None and each.when.holds(state)), None)
    if holder is not None and own is not None:
        return own.read(state)
    if holder is not None:
        return sentences.say(f"here_{holder.holds or 'in'}", thing=thing.name, holder=holder.name)
    return thing.here.read(state) if thing.here else sentences.say("here_thing", thing=thing.name)


def _person_here(sentences: Sentences, person: Person, state: State) -> str:
    return person.here.read(state) if person.here else sentences.say("here_person", person=person.name)
