"""What a reader must know to say whether a sentence is true: the turn as it was played, by the world's own words.

Knows nothing of the guard, and holds nothing of what became of other sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.sight import carried, people_here, things_here
from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import exits
from game.rules.world import Exit, Person, Thing
from game.story.beats import Beat
from game.story.lore import is_always_told
from game.story.places import place_text
from game.story.recollections import beats_of_turn, recollections
from game.story.scene import scene_of, speaker_of
from tests.bench.voice.situations import Situation
from tests.bench.voice.told import PERSON, Told

_KINDS = {"narrator": "narration", "touch": "a touch of weather, light or sound"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence to label: number is its own in the sheet, kind is what it stands in, speaker who says it."""

    number: int
    text: str
    kind: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who is spoken to: what they are, and know and remember when they are asked. said is what they say otherwise."""

    name: str
    about: str
    mood: str
    knows: tuple[str, ...]
    remembers: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn after it was played. happened is what came of it, before what was told of the turn before it.

    shown is everything the player then read of it, in order, whoever wrote it.
    """

    world: str
    about: str
    place: str
    looks: str
    light: str
    people: tuple[str, ...]
    things: tuple[str, ...]
    carried: tuple[str, ...]
    ways: tuple[str, ...]
    known: tuple[str, ...]
    before: str
    words: str
    happened: tuple[str, ...]
    shown: tuple[str, ...]
    speaking: tuple[Speaking, ...] = ()
    sentences: tuple[Sentence, ...] = ()


def moment_of(told: Told, *, first: int) -> Moment:
    """Return the moment of a told turn, with the model's sentences that were shown, numbered from first on."""
    each, turn = told.situation, told.situation.turn
    world, state = each.world, turn.outcome.state
    beats = beats_of_turn(world, each.sentences, turn)
    scene = scene_of(world, each.sentences, state, said=(turn.words, *(beat.text for beat in beats)))
    speakers = dict.fromkeys(beat.speaker for beat in beats if beat.speaker)
    return Moment(
        world=world.title,
        about=world.about,
        place=scene.place + (", indoors" if scene.indoors else ", outdoors"),
        looks=place_text(world, each.sentences, state, state.place),
        light=", ".join(part for part in (scene.hour, scene.weather, scene.mood) if part),
        people=tuple(_person(person, state) for person in people_here(world, state)),
        things=tuple(_thing(thing, state) for thing in things_here(world, state)),
        carried=tuple(_thing(thing, state) for thing in carried(world, state)),
        ways=tuple(_way(each, way, state) for way in exits(world, state)),
        known=(*(lore.text for lore in world.lore if is_always_told(lore)), *scene.lore),
        before=turn.past[-1].entry.text if turn.past else world.opening.read(turn.before),
        words=turn.words,
        happened=tuple(_happened(each, beat) for beat in beats),
        shown=tuple(_as_said(each, passage.text, passage.speaker) for passage in told.passages),
        speaking=tuple(_speaking(each, person) for person in speakers),
        sentences=tuple(_sentences(told, first)),
    )


def _sentences(told: Told, first: int) -> Iterator[Sentence]:
    heard = ((done.slot, each) for done in told.replies if done.account for each in done.account.heard)
    shown = [(slot, each.sentence) for slot, each in heard if not each.fate]
    for number, (slot, text) in enumerate(shown, first):
        if slot.startswith(PERSON):
            speaker = told.situation.world.people[slot.removeprefix(PERSON)].name
            yield Sentence(number, text, "a person's line", speaker)
        else:
            yield Sentence(number, text, _KINDS[slot])


def _speaking(each: Situation, person: str) -> Speaking:
    turn = each.turn
    speaker = speaker_of(each.world, turn.before, person)
    remembered = recollections(each.world, each.sentences, turn.before, person, turn.past)
    remembers = (*remembered.summary, *remembered.deeds)
    return Speaking(speaker.name, speaker.about, speaker.mood, speaker.knows, remembers, speaker.says)


def _person(person: Person, state: State) -> str:
    looks = person.look.read(state)
    return ". ".join(part.rstrip(".") for part in (f"{person.name}, {person.about}", looks) if part)


def _thing(thing: Thing, state: State) -> str:
    looks = thing.look.read(state)
    return f"{thing.name}: {looks}" if looks else thing.name


def _way(each: Situation, way: Exit, state: State) -> str:
    leads = each.world.places[way.to].name
    return f"{each.sentences.direction(way.direction)}: {leads}" + ("" if holds(way.when, state) else " (closed now)")


def _happened(each: Situation, beat: Beat) -> str:
    """Return the author's words for a beat; of an answer that a person finds the words for there are none."""
    if beat.free:
        return f"{each.world.people[beat.speaker].name} answers what is said to them."
    return _as_said(each, beat.text, beat.speaker)


def _as_said(each: Situation, text: str, speaker: str) -> str:
    return f"{each.world.people[speaker].name}: “{text}”" if speaker else text
