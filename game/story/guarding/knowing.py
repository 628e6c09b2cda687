"""What has been opened of a world and what is closed yet, as the words by which a sentence would give it away.

Knows nothing of sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import is_open
from game.rules.world import World


def open_texts(world: World, state: State) -> Iterator[str]:
    """Yield what may be known in a state: open lore, what people would tell, what they say, who they are."""
    yield world.about
    yield world.opening.read(state)
    for each in world.lore:
        if holds(each.when, state):
            yield each.text
    for secret in world.secrets.values():
        if is_open(secret, state):
            yield secret.text
    for known in world.knowledge.values():
        if holds(known.when, state) or state.is_marked("revealed", known.id):
            yield from (known.text.read(state), known.say.read(state))
    for person in world.people.values():
        yield from (person.name, *person.aliases, person.about, *(each.read(state) for each in person.says))


def closed_texts(world: World, state: State) -> Iterator[str]:
    """Yield what nobody may be told yet, each piece by itself."""
    for each in world.lore:
        if not holds(each.when, state):
            yield each.text
    for secret in world.secrets.values():
        if not is_open(secret, state):
            yield secret.text
    for known in world.knowledge.values():
        if not holds(known.when, state) and not state.is_marked("revealed", known.id):
            yield known.text.read(state)
