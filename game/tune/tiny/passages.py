"""What a world's author wrote, as turns of a game: the words by which a deed is offered, and what is told of it.

Knows nothing of tokens. What only a model reads, such as lore and who a person is, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from game.rules.actions import (
    Action,
    Choose,
    Close,
    Douse,
    Drop,
    Examine,
    Give,
    Go,
    Light,
    Lock,
    Look,
    Open,
    Remove,
    Take,
    Talk,
    Unlock,
    Wear,
)
from game.rules.apply import begin_run
from game.rules.state import State
from game.rules.texts import Piece, Text, Variant
from game.rules.world import Ending, Person, Place, Quest, Rule, Scene, Thing, World
from game.story.clean import clean_line
from game.story.model import Message
from game.story.offers import action_words
from game.story.sentences import sentences_for

_HANDLING: Mapping[str, Callable[[str], Action]] = {
    "take": Take,
    "refuse": Take,
    "drop": Drop,
    "open": Open,
    "close": Close,
    "unlock": Unlock,
    "lock": Lock,
    "wear": Wear,
    "remove": Remove,
    "light": Light,
    "douse": Douse,
}
"""What is done to a thing, by the names of the texts that tell it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text and the player's words that it is told for, if any. subject is whom or what it is about."""

    subject: str
    words: str
    text: str

    def messages(self) -> tuple[Message, ...]:
        """Return it as a turn is remembered; what is told of itself has no words of the player's."""
        asked = (Message("user", self.words),) if self.words else ()
        return (*asked, Message("assistant", self.text))


@dataclass(frozen=True, slots=True)
class _Told:
    """A text, the deed that it tells unless it is told of itself, and the name of the person who says it, if any."""

    text: Text
    action: Action | None = None
    speaker: str = ""


def passages_of(world: World) -> Iterator[Passage]:
    """Yield every wording that a player can be told, each clean and on one line, in the order of the world."""
    sentences = sentences_for(world.language, world.sentences)
    for subject, state, told in _all_told(world):
        words = action_words(world, sentences, state, told.action) if told.action else ""
        for reading in readings(told.text, state):
            said = sentences.say("said", person=told.speaker, line=reading) if told.speaker else reading
            yield Passage(f"{world.id} {subject}", clean_line(words), clean_line(said))


def readings(text: Text, state: State) -> Iterator[str]:
    """Yield all that a text may read as: every variant, each piece that chooses both ways, values as they are now."""
    for variant in text.variants:
        for side in (0, 1) if variant.pieces else (0,):
            if reading := clean_line(_reading(variant, state, side)):
                yield reading


def _reading(variant: Variant, state: State, side: int) -> str:
    if not variant.pieces:
        return variant.text
    return "".join(each if isinstance(each, str) else _read(each, state, side) for each in variant.pieces)


def _read(piece: Piece, state: State, side: int) -> str:
    return piece.wordings[side] if piece.wordings else piece.read(state)


def _all_told(world: World) -> Iterator[tuple[str, State, _Told]]:
    """Yield what it is about, a state in which the deed can be put into words, and what is told."""
    start = begin_run(world, 0).state
    yield "opening", start, _Told(world.opening)
    for place in world.places.values():
        yield from ((f"place {place.id}", start.but(place=place.id), told) for told in _of_place(place))
    sorts: tuple[tuple[str, Mapping[str, Any], Callable[[Any], Iterator[_Told]]], ...] = (
        ("thing", world.things, _of_thing),
        ("person", world.people, _of_person),
        ("scene", world.scenes, _of_scene),
        ("quest", world.quests, _of_quest),
        ("rule", world.rules, _of_rule),
        ("ending", world.endings, _of_ending),
    )
    for sort, records, of in sorts:
        for name, record in records.items():
            yield from ((f"{sort} {name}", start, told) for told in of(record))


def _of_place(place: Place) -> Iterator[_Told]:
    yield _Told(place.look, Look())
    yield _Told(place.darkness, Look())
    for way in place.exits.values():
        yield from (_Told(text, Go(way.direction)) for text in (way.tell, way.refuse))


def _of_thing(thing: Thing) -> Iterator[_Told]:
    yield _Told(thing.here)
    yield _Told(thing.look, Examine(thing.id))
    yield from (_Told(getattr(thing, name), verb(thing.id)) for name, verb in _HANDLING.items())
    yield _Told(thing.put)


def _of_person(person: Person) -> Iterator[_Told]:
    name = person.name
    yield _Told(person.here)
    yield _Told(person.look, Examine(person.id))
    yield from (_Told(text, Talk(person.id), name) for text in person.says)
    yield from (_Told(known.say, Talk(person.id, known.id), name) for known in person.knows)
    yield from (_Told(each.tell, Give(each.thing, person.id)) for each in person.accepts)
    for offer in person.offers:
        yield _Told(offer.tell, Talk(person.id, offer=offer.id))
        yield _Told(offer.say, Talk(person.id, offer=offer.id), name)
    yield from (_Told(text) for each in person.schedule for text in (each.leave, each.arrive))


def _of_scene(scene: Scene) -> Iterator[_Told]:
    yield _Told(scene.text)
    for choice in scene.choices:
        yield from (_Told(text, Choose(choice.id)) for text in (choice.tell, choice.refuse))


def _of_quest(quest: Quest) -> Iterator[_Told]:
    stages = chain.from_iterable((each.goal, *each.hints, each.finished) for each in quest.stages)
    yield from map(_Told, (quest.begun, quest.goal, *quest.hints, *stages, quest.finished))


def _of_rule(rule: Rule) -> Iterator[_Told]:
    yield from map(_Told, (rule.refuse, rule.tell))


def _of_ending(ending: Ending) -> Iterator[_Told]:
    yield _Told(ending.text)
