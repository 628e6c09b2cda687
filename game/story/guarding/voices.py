"""What is peculiar to each person's authored lines, so that a line can be known for somebody else's.

Knows nothing of states: all that a person might ever say counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.rules.state import State
from game.rules.world import Person, World
from game.story.guarding.lexicon import Lexicon
from game.story.guarding.stems import stem, stems_of, words_of

_SHORT = 3
_RUN = 3


def spoken_by(world: World, lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Return what each person says and no other does: stems and runs of them, or in Chinese pairs."""
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
                yield from runs_of(line, lexicon)
            else:
                yield from (line[at : at + 2] for at in range(len(line) - 1) if line[at : at + 2].isalpha())


def runs_of(line: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the runs of three words in an English line that tell something, as stems."""
    stems = [stem(word) for word in words_of(line)]
    for at in range(len(stems) - _RUN + 1):
        run = stems[at : at + _RUN]
        if not all(lexicon.has("grammar", each) for each in run):
            yield " ".join(run)


def callings_of(world: World) -> Mapping[str, frozenset[str]]:
    """Return what each person is called and said to be, as stems of the words that tell something."""
    return {
        person.id: stems_of(text.lower() for text in (person.name, *person.aliases, person.about))
        for person in world.people.values()
    }


def words_of_person(person: Person, state: State) -> frozenset[str]:
    """Return the stems of what a person is called, is said to be, and says."""
    says = (each.read(state) for each in (*person.says, *(known.say for known in person.knows)))
    return stems_of(text.lower() for text in (person.id, person.name, *person.aliases, person.about, *says))
