"""What events come to, a sentence each: what is remembered of a turn when its telling is not.

Knows nothing of tellings. A deed is made of its event, the world's names and the language's sentences alone, so it
is as true as the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from game.rules.events import (
    Agreed,
    Changed,
    Chosen,
    Dropped,
    Ended,
    Event,
    Given,
    Handled,
    Moved,
    QuestAdvanced,
    QuestBegan,
    QuestDone,
    Revealed,
    SceneBegan,
    Taken,
    Talked,
)
from game.rules.state import YOU
from game.rules.world import World
from game.story.prose import sentences_in
from game.story.sentences import Sentences, echoed

PASSING, TELLING, LASTING = 1, 2, 3
"""What a deed weighs: where one went and what one said; whom one met, what one took; what changed the story."""

_PAIRS = {"close": "open", "unlock": "open", "lock": "open", "remove": "wear", "douse": "light"}
"""Verbs that undo or follow another of the same thing: what was done last is how it is."""

_MOVES: dict[type[Event], str] = {
    QuestBegan: "past_quest_begun",
    QuestAdvanced: "past_quest_next",
    QuestDone: "past_quest_done",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that happened. Of two with the same key the later one stands for both.

    full says more, for where there is room; where it is empty there is no more to say.
    """

    key: str
    weight: int
    text: str
    full: str = ""


def deeds_of(world: World, sentences: Sentences, events: Iterable[Event]) -> tuple[Deed, ...]:
    """Return what events come to, in order; nothing of looking, waiting, refusals, or what the world has lost.

    Nor of what was made up: that is how a place or a person is, and told wherever they are.
    """
    return tuple(deed for _, deeds in deeds_by_event(world, sentences, events) for deed in deeds)


def deeds_by_event(
    world: World, sentences: Sentences, events: Iterable[Event]
) -> Iterator[tuple[Event, tuple[Deed, ...]]]:
    """Yield each event with what it comes to, in order; who told something is known by the event before."""
    teller = _Deeds(world, sentences)
    for event in events:
        found: list[Deed] = []
        with suppress(KeyError):  # the author has taken it out of the world since
            found += teller.of(event)
        yield event, tuple(found)


def standing(deeds: Iterable[Deed]) -> tuple[Deed, ...]:
    """Return the deeds that no later one stands for, in their order."""
    last: dict[str, Deed] = {}
    for deed in deeds:
        last.pop(deed.key, None)
        last[deed.key] = deed
    return tuple(last.values())


class _Deeds:
    def __init__(self, world: World, sentences: Sentences) -> None:
        self._world = world
        self._say = sentences.say
        self._last_told = Talked("", "")

    def of(self, event: Event) -> Iterator[Deed]:  # noqa: C901 - one case for each kind of event
        """Yield what one event comes to. Raises KeyError where the world has lost what it is about."""
        world, say = self._world, self._say
        match event:
            case Moved(_, place):
                yield Deed(f"at {place}", PASSING, say("past_went", place=world.places[place].name))
            case Talked():
                yield from self._talk(event)
            case Revealed(knowledge):
                yield self._learned(knowledge)
            case Taken() | Dropped() | Given() | Handled():
                yield self._handling(event)
            case Changed(target, before, after) if YOU in (before, after) and before != after:
                thing = target.removeprefix("place(").removesuffix(")")
                said = "past_got" if after == YOU else "past_lost"
                yield Deed(f"thing {thing}", LASTING, say(said, thing=world.things[thing].name))
            case SceneBegan(scene, text) if world.scenes[scene].choices and text:
                yield Deed(f"scene {scene}", TELLING, sentences_in(text)[0])
            case Chosen(choice):
                yield Deed(f"choice {choice}", LASTING, say("past_chosen", choice=world.choices[choice].text))
            case Agreed(_, offer):
                yield Deed(f"agreed {offer}", LASTING, say("past_chosen", choice=world.proposals[offer].text))
            case QuestBegan(quest) | QuestAdvanced(quest) | QuestDone(quest):
                yield Deed(f"quest {quest}", LASTING, say(_MOVES[type(event)], quest=world.quests[quest].name))
            case Ended(ending):
                yield Deed("ended", LASTING, say("past_ended", ending=world.endings[ending].title))

    def _talk(self, event: Talked) -> Iterator[Deed]:
        self._last_told = event
        person = self._world.people[event.person].name
        if not event.number:
            yield Deed(f"met {event.person}", TELLING, self._say("past_met", person=person))
        if event.words and not event.topic:
            said = self._say("past_said", person=person, words=echoed(event.words))
            yield Deed(f"said {event.person}", PASSING, said)

    def _learned(self, name: str) -> Deed:
        """Return what was learned: in short what it was about, in full the thing itself, which is open for ever.

        What reads otherwise as the state changes is told in short alone: an event does not say how it read then.
        """
        known = self._world.knowledge.get(name)
        if known is None:
            return Deed(f"known {name}", LASTING, self._say("past_found_out", text=self._world.secrets[name].text))
        told = self._last_told
        person = self._world.people[told.person if told.topic == name else known.person].name
        about = self._say("past_heard", person=person, topic=known.topic)
        text = known.text.settled
        full = self._say("past_learned", person=person, text=text) if text else ""
        return Deed(f"known {name}", LASTING, about, full)

    def _handling(self, event: Taken | Dropped | Given | Handled) -> Deed:
        things, key = self._world.things, f"thing {event.thing}"
        thing = things[event.thing].name
        match event:
            case Taken():
                return Deed(key, TELLING, self._say("past_taken", thing=thing))
            case Dropped():
                return Deed(key, TELLING, self._say("past_dropped", thing=thing))
            case Given(_, person):
                given = self._say("past_given", thing=thing, person=self._world.people[person].name)
                return Deed(key, LASTING, given)
            case Handled(_, _, holder) if holder:
                into = things[holder]
                return Deed(key, TELLING, self._say(f"past_put_{into.holds}", thing=thing, holder=into.name))
        done = self._say(f"past_{event.verb}", thing=thing)
        return Deed(f"{_PAIRS.get(event.verb, event.verb)} {event.thing}", TELLING, done)
