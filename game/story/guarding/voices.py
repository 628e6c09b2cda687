"""What is peculiar to each person's authored lines, so that a line can be known for somebody else's.

Knows nothing of states: all that a person might ever say counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.rules.world import Person, World
from game.story.guarding.lexicon import Lexicon
from game.story.guarding.stems import stem, words_of

_SHORT = 3


def spoken_by(world: World, lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Return what each person says and no other does: stems of words, or pairs of characters in Chinese."""
    said = {person.id: frozenset(_marks(person, lexicon)) for person in world.people.values()}
    return {
        person: marks - frozenset().union(*(theirs for other, theirs in said.items() if other != person))
        for person, marks in said.items()
    }


def _marks(person: Person, lexicon: Lexicon) -> Iterator[str]:
    for text in (*person.says, *(known.say for known in person.knows)):
        for line in (variant.text.lower() for variant in text.variants):
            if lexicon.is_spaced:
                yield from (stem(word) for word in words_of(line) if len(word) > _SHORT)
            else:
                yield from (line[at : at + 2] for at in range(len(line) - 1) if line[at : at + 2].isalpha())
