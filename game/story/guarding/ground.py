"""What the author's own words say of one moment: of this turn's beats, and of all that is here and can be looked at.

Knows nothing of sentences that are to be judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from game.rules.sight import carried, people_here, things_here
from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import exits, place_of
from game.rules.world import World
from game.story.beats import Beat
from game.story.guarding.stems import stem, stems_of
from game.story.inventing.wording import details_here
from game.story.sentences import Sentences


@dataclass(frozen=True)
class Ground:
    """Texts by the author, folded into one, in which words can be looked for."""

    text: str
    is_spaced: bool

    @classmethod
    def of(cls, texts: Iterable[str], *, is_spaced: bool) -> Ground:
        """Return the ground that texts make."""
        return cls("\n".join(texts).lower().replace("’", "'"), is_spaced)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return stems_of((self.text,)) if self.is_spaced else frozenset()

    @cached_property
    def lines(self) -> tuple[frozenset[str], ...]:
        """The stems of each of its lines."""
        return tuple(stems_of((line,)) for line in self.text.splitlines()) if self.is_spaced else ()

    def has_together(self, words: Iterable[str]) -> bool:
        """Return whether words stand in one line of it, or in a script without spaces anywhere."""
        if not self.is_spaced:
            return all(word in self.text for word in words)
        bases = {stem(word) for word in words}
        return any(bases <= line for line in self.lines)

    def has(self, word: str) -> bool:
        """Return whether a word stands in it: in any of its forms, where words have forms."""
        return stem(word) in self.stems if self.is_spaced else word in self.text


def texts_of(beats: Iterable[Beat]) -> Iterator[str]:
    """Yield the author's words of a turn."""
    for beat in beats:
        yield from (beat.title, beat.text, beat.aside)


def texts_here(world: World, sentences: Sentences, state: State) -> Iterator[str]:
    """Yield what is said of the player's place and what is in it, as it reads now, and what was made up of it."""
    place = place_of(world, state)
    yield from details_here(world, sentences, state)
    yield from (place.name, *place.aliases, place.look.read(state), place.darkness.read(state), place.mood)
    yield from (text for text in state.facts.values() if isinstance(text, str))
    for way in exits(world, state):
        told = way.tell if holds(way.when, state) else way.refuse
        yield from (sentences.direction(way.direction), way.name, told.read(state))
        yield from (world.places[way.to].name, *world.places[way.to].aliases)
    for thing in (*things_here(world, state), *carried(world, state)):
        yield from (thing.name, *thing.aliases, thing.here.read(state), thing.look.read(state))
    yield from texts_of_people(world, state)


def texts_of_people(world: World, state: State) -> Iterator[str]:
    """Yield what is said of the people who are with the player."""
    for person in people_here(world, state):
        yield from (person.name, *person.aliases, person.here.read(state), person.look.read(state), person.about)
