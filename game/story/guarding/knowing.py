"""What has been opened of a world and what is closed yet, as the words by which a sentence would give it away.

Knows nothing of sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import is_open
from game.rules.world import World
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.names import Names, by_person
from game.story.guarding.pieces import Pieces
from game.story.guarding.stems import stems_of


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


def pieces_of(world: World, state: State, names: Names, now: Iterable[str], proper: Iterable[str]) -> Pieces:
    """Return what is open and what is closed of a world, where now are the author's words of a turn, among the open.

    proper are names that no person of the world has; names give little away.
    """
    lexicon = lexicon_of(world.language)
    opened, closed = (*open_texts(world, state), *now), tuple(closed_texts(world, state))
    if not lexicon.is_spaced:
        return Pieces.of(opened, closed, lexicon)
    told, untold = ([by_person(world, names, text.lower()) for text in texts] for texts in (opened, closed))
    return Pieces.of(told, untold, lexicon, _faint(world, lexicon, proper))


def _faint(world: World, lexicon: Lexicon, proper: Iterable[str]) -> frozenset[str]:
    """Return the words that give little away: names, and what any scene may speak of."""
    people = (name for person in world.people.values() for name in (person.id, person.name, *person.aliases))
    return stems_of(name.lower() for name in (*people, *proper)) | lexicon.words.get("scenery", frozenset())
