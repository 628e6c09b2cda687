"""What is recalled for one turn: a few things that happened long before and have to do with where and with whom it is.

Knows nothing of how a run is searched. What is recalled is made of events, as a recap is; tellings only help to find
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from game.rules.events import Event
from game.rules.sight import people_here
from game.rules.views import place_of
from game.rules.world import World
from game.story.deeds import Deed, deeds_of
from game.story.passages import Passage, plain_text
from game.story.prose import guessed_tokens
from game.story.sentences import Sentences
from game.story.terms import asked_in, terms_in
from game.story.turn import Turn

RECALL_TOKENS = 100
"""What may be recalled for one turn, in tokens, as many as they are guessed to be."""
_NOT_RECALLED = ("at ", "scene ")
_MOST_TURNS = 3
_MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class Recalled:
    """A turn that was found: its number on the path, and what happened."""

    number: int
    events: tuple[Event, ...]


class Recall(Protocol):
    """The path to one turn, searched by words."""

    def find(self, words: Sequence[str], *, before: int, most: int) -> Sequence[Recalled]:
        """Return the turns before one, given by its number, that words fit best, the best first. Raises SaveError."""


def found_by(
    world: World, sentences: Sentences, place: str, events: Iterable[Event], passages: Iterable[Passage]
) -> tuple[str, ...]:
    """Return the terms by which a told turn in a place is found; none where nothing happened that could be recalled."""
    deeds = _worth_recalling(deeds_of(world, sentences, events))
    if not deeds:
        return ()
    name = world.places[place].name if place in world.places else ""
    return terms_in("\n".join((name, *(deed.full or deed.text for deed in deeds), plain_text(passages))))


def reminded(world: World, sentences: Sentences, turn: Turn, recall: Recall, *, since: int, recap: str) -> Turn:
    """Return a turn with what is recalled for it: of the turns before the one of number since, what recap leaves out.

    Raises SaveError.
    """
    asked = _asked(world, sentences, turn)
    found = recall.find(asked, before=since, most=_MOST_FOUND) if since > 0 and asked else ()
    return replace(turn, recalled=tuple(_told(world, sentences, found, recap)))


def _asked(world: World, sentences: Sentences, turn: Turn) -> tuple[str, ...]:
    """Return the terms of the moment: what the player said, who is there, and where."""
    state = turn.outcome.state
    names = [each.name for each in people_here(world, state)]
    dull = {*sentences.particles["small"], *sentences.particles["articles"]}
    dull.update(word for words in sentences.verbs.values() for word in words)
    return asked_in("\n".join((turn.words, *names, place_of(world, state).name)), ignoring=dull)


def _told(world: World, sentences: Sentences, found: Sequence[Recalled], recap: str) -> Iterator[str]:
    """Yield what happened in the turns that fit best, in the order of the path, within what may be recalled."""
    room, told = RECALL_TOKENS, dict[int, str]()
    for each in found:
        deeds = _worth_recalling(deeds_of(world, sentences, each.events))
        texts = dict.fromkeys(deed.full or deed.text for deed in deeds)
        known = {text for text in texts if text in recap or any(text in other for other in told.values())}
        line = sentences.space.join(text for text in texts if text not in known)
        if line and len(told) < _MOST_TURNS and guessed_tokens(line) <= room:
            told[each.number] = line
            room -= guessed_tokens(line)
    yield from (told[number] for number in sorted(told))


def _worth_recalling(deeds: Iterable[Deed]) -> list[Deed]:
    """Return what is more than a way that was gone, or a scene that was begun, whose words read as if it were now."""
    return [deed for deed in deeds if not deed.key.startswith(_NOT_RECALLED)]
