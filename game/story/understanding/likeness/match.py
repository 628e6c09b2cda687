"""What a comparison finds, and what both scripts compare with: a choice's names and the words akin to its own.

Knows nothing of how words are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.world import Choice, Person, Thing
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import Tokens, find, phrases, tokens


@dataclass(frozen=True, slots=True)
class Match:
    """How words fit a choice: the share of its main words that they hold, and whether they are its own words."""

    choice: Choice
    share: float
    sure: bool


def other_names(scope: Scope, choice: Choice) -> Iterator[Tokens]:
    """Yield the names of what a choice names, and of who is here where it says "her" or "him"."""
    text = tokens(choice.text)
    particles = scope.sentences.particles
    someone = phrases((*particles["person"], *particles["possessive"])).held_by(text)
    held = set(text)
    every: tuple[Thing | Person, ...] = (*scope.world.things.values(), *scope.world.people.values())
    for each in every:
        names = [tokens(name) for name in names_now(each)]
        only = someone and len(scope.people) == 1 and each is scope.people[0]
        if only or any(held.issuperset(name) and find(text, name) >= 0 for name in names):
            yield from names


def is_question(scope: Scope, said: Tokens) -> bool:
    """Return whether words are a question or ask for something."""
    particles = scope.sentences.particles
    if phrases(particles["doubting"]).at(said, 0):
        return False
    return bool(phrases(particles["questions"]).at(said, 0) or phrases(particles["requests"]).held_by(scope.said[:4]))
