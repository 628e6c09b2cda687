"""What people remember of the player, in their own mouths: what they saw them do, and what they were told by them.

Knows nothing of models: it is said by rule, out of what was witnessed, and nothing of it is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.rules.events import Agreed, Chosen, Event, Moved, Talked
from game.rules.state import YOU, State
from game.rules.world import Person, World
from game.story.beats import Beat, beats_of
from game.story.guard import vocabulary_of
from game.story.lexicon import mentions_form, plain
from game.story.seen import deed
from game.story.sentences import Sentences
from game.story.turn import PastTurn, Turn
from game.story.witness import Seen, witnessed

_MOST_DEEDS = 4
_MOST_NAMED = 4
_ROOM = 240
"""Characters of what a prompt holds of it; a token is at least one, and about four."""


@dataclass(frozen=True, slots=True)
class Recollections:
    """What a person remembers of the player, in sentences: summary is what their talk comes to, and what was chosen
    before their eyes; deeds are what else was done and said, oldest first.
    """

    summary: tuple[str, ...]
    deeds: tuple[str, ...]

    def briefly(self, space: str) -> str:
        """Return as much as a prompt has room for: the summary, and the last of the deeds."""
        room = _ROOM - sum(len(each) + len(space) for each in self.summary)
        kept: list[str] = []
        for each in reversed(self.deeds):
            room -= len(each) + len(space)
            if room < 0:
                break
            kept.insert(0, each)
        return space.join((*self.summary, *kept))[:_ROOM]


def recollections(
    world: World, sentences: Sentences, state: State, person: str, past: Sequence[PastTurn]
) -> Recollections:
    """Return what a person remembers of the player in a state, past being the turns that led to it.

    None of it holds a word that would betray what is closed, not even one that the player has said.
    """
    seen, closed = witnessed(person, state, past), vocabulary_of(world, state).closed

    def open_ones(texts: Iterable[str]) -> list[str]:
        return [each for each in texts if not any(mentions_form(plain(each), key) for key in closed)]

    asked, chosen = (
        open_ones(_topics(world, seen, person))[-_MOST_NAMED:],
        open_ones(_choices(world, seen))[-_MOST_NAMED:],
    )
    quoted = [sentences.say("seen_choice", text=each) for each in chosen]
    summary = (
        *((sentences.say("seen_asked_me", topics=sentences.together(asked)),) if asked else ()),
        *((sentences.say("seen_chosen", choices=sentences.together(quoted)),) if quoted else ()),
    )
    deeds = (deed(world, sentences, each.event, person) for each in seen)
    return Recollections(summary, tuple(open_ones(_as_last_done(text for text in deeds if text))))


def recalled(world: World, sentences: Sentences, state: State, person: str, past: Sequence[PastTurn]) -> str:
    """Return what a person answers who is asked what they remember of the player."""
    remembered = recollections(world, sentences, state, person, past)
    if not (remembered.summary or remembered.deeds):
        has_come = any(isinstance(each.event, Moved) for each in witnessed(person, state, past))
        return sentences.say("recall_little" if has_come else "recall_nothing")
    led = sentences.say(_manner(world.people[person], state))
    more = (sentences.say("recall_more"),) if len(remembered.deeds) > _MOST_DEEDS else ()
    return sentences.space.join((led, *remembered.summary, *remembered.deeds[-_MOST_DEEDS:], *more))


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


def _topics(world: World, seen: Sequence[Seen], person: str) -> Iterable[str]:
    """Return what the person was asked about: what older talk comes to."""
    talks = (each.event for each in seen if isinstance(each.event, Talked) and each.event.person == person)
    return dict.fromkeys(world.knowledge[each.topic].topic for each in talks if each.topic in world.knowledge)


def _choices(world: World, seen: Sequence[Seen]) -> Iterable[str]:
    """Return the words of the choices that were taken and the offers that were taken up, as they were last."""
    return _as_last_done(text for each in seen if (text := _choice(world, each.event)))


def _choice(world: World, event: Event) -> str:
    match event:
        case Chosen(choice) if choice in world.choices:
            return world.choices[choice].text
        case Agreed(_, offer) if offer in world.proposals:
            return world.proposals[offer].text
    return ""


def _as_last_done(texts: Iterable[str]) -> list[str]:
    """Return texts without those that come again later."""
    return list(dict.fromkeys(reversed(list(texts))))[::-1]
