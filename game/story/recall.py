"""What people remember of the player, in their own mouths: what they saw them do, and what they were told by them.

Knows nothing of models: it is said by rule, out of what was witnessed, and nothing of it is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.rules.events import Event, Moved, Talked
from game.rules.state import YOU, State
from game.rules.world import Person, World
from game.story.beats import Beat, beats_of
from game.story.deeds import deed
from game.story.guard import vocabulary_of
from game.story.lexicon import mentions_form, plain
from game.story.sentences import Sentences
from game.story.turn import PastTurn, Turn
from game.story.witness import Seen, witnessed

_MOST = 6
_ROOM = 240
"""Characters of what a prompt holds of it; a token is at least one, and about four."""


def recollections(
    world: World, sentences: Sentences, state: State, person: str, past: Sequence[PastTurn]
) -> tuple[str, ...]:
    """Return a sentence for each thing that a person remembers, oldest first; what they were asked about comes before.

    None holds a word that would betray what is closed, not even one that the player has said.
    """
    seen = witnessed(person, state, past)
    said = (*_asked(world, sentences, seen, person), *_done(world, sentences, seen, person))
    closed = vocabulary_of(world, state).closed
    return tuple(each for each in said if not any(mentions_form(plain(each), key) for key in closed))


def briefly(remembered: Sequence[str], space: str) -> str:
    """Return the last of what is remembered, as much as a prompt has room for."""
    kept: list[str] = []
    room = _ROOM
    for each in reversed(remembered):
        room -= len(each) + len(space)
        if room < 0:
            break
        kept.insert(0, each)
    return space.join(kept)


def recalled(world: World, sentences: Sentences, state: State, person: str, past: Sequence[PastTurn]) -> str:
    """Return what a person answers who is asked what they remember of the player."""
    remembered = recollections(world, sentences, state, person, past)
    if not remembered:
        has_come = any(isinstance(each.event, Moved) for each in witnessed(person, state, past))
        return sentences.say("recall_little" if has_come else "recall_nothing")
    led = sentences.say(_manner(world.people[person], state))
    more = (sentences.say("recall_more"),) if len(remembered) > _MOST else ()
    return sentences.space.join((led, *remembered[-_MOST:], *more))


def asks_back(events: Iterable[Event]) -> bool:
    """Return whether a turn asks somebody what they remember, so that it cannot be told without its past."""
    return any(isinstance(event, Talked) and event.topic == YOU for event in events)


def beats_of_turn(world: World, sentences: Sentences, turn: Turn) -> tuple[Beat, ...]:
    """Return the beats of a turn, with what people remember of those before it."""

    def recall(person: str) -> str:
        return recalled(world, sentences, turn.before, person, turn.past)

    return beats_of(world, sentences, turn.before, turn.outcome, recall=recall)


def _manner(person: Person, state: State) -> str:
    trust = state.trust[person.id] - person.trust
    return "recall_warmly" if trust > 0 else "recall_coolly" if trust < 0 else "recall"


def _asked(world: World, sentences: Sentences, seen: Sequence[Seen], person: str) -> Iterator[str]:
    """Yield one sentence of all that the person was asked about: what older talk comes to."""
    topics = dict.fromkeys(
        world.knowledge[each.event.topic].topic
        for each in seen
        if isinstance(each.event, Talked) and each.event.person == person and each.event.topic in world.knowledge
    )
    if topics:
        yield sentences.say("seen_asked_me", topics=sentences.together([*topics]))


def _done(world: World, sentences: Sentences, seen: Sequence[Seen], person: str) -> list[str]:
    """Return a sentence for each deed; one that was done again is remembered as it was last done."""
    said = [text for each in seen if (text := deed(world, sentences, each.event, person))]
    return list(dict.fromkeys(reversed(said)))[::-1]
