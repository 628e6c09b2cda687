"""What was made up of places and people, as sentences: the language's or the world's own, with the lists' words.

Knows nothing of how a detail came about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.rules.inventing import details_of, words_of
from game.rules.sight import is_dark, people_here
from game.rules.state import State
from game.rules.world import World
from game.story.sentences import Sentences


def told_details(world: World, sentences: Sentences, state: State, subject: str) -> Iterator[str]:
    """Yield a sentence for each detail of a place or a person."""
    for kind, words in details_of(world, state, subject):
        yield _said(world, sentences, subject, kind, words)


def details_here(world: World, sentences: Sentences, state: State) -> tuple[str, ...]:
    """Return a sentence for each detail of where the player is, and of whoever is there; none in the dark."""
    if is_dark(world, state):
        return ()
    subjects = (state.place, *(each.id for each in people_here(world, state)))
    return tuple(text for subject in subjects for text in told_details(world, sentences, state, subject))


def worded(world: World, sentences: Sentences, subject: str, kind: str, detail: str) -> str:
    """Return the sentence of a detail; nothing of one that is in no closed form that the author allows."""
    words = words_of(world, subject, kind, detail)
    return "" if words is None else _said(world, sentences, subject, kind, words)


def _said(world: World, sentences: Sentences, subject: str, kind: str, words: Mapping[str, str]) -> str:
    person = world.people.get(subject)
    said = sentences.say(f"detail_{kind}", person=person.name if person else "", **words)
    return said[:1].upper() + said[1:]
