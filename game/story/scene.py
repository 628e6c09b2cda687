"""The facts of a moment: all that a narrator may know of a state, and nothing else of the world.

Knows nothing of prompts. What is closed, absent or elsewhere is not in a Scene, so no prompt can hold it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.rules.hearsay import heard_by
from game.rules.sight import carried, people_here, things_here
from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import exits, is_known, known_now, place_of
from game.rules.world import Person, World
from game.story.inventing.wording import details_here
from game.story.lore import lore_of
from game.story.sentences import FALLBACK, Sentences


@dataclass(frozen=True, slots=True)
class Scene:
    """What can be known in one place at one moment, in the world's language. hour, weather and mood may be empty.

    details are what was made up of the place and of who is there; earlier is what is recalled of long before, where
    something is; away is what the player wants to hear nothing of. surroundings are the author's words for the
    place.
    """

    place: str
    indoors: bool
    hour: str
    weather: str
    mood: str
    people: tuple[str, ...]
    things: tuple[str, ...]
    carried: tuple[str, ...]
    ways: tuple[str, ...]
    lore: tuple[str, ...]
    details: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    surroundings: str = ""
    language: str = FALLBACK


@dataclass(frozen=True, slots=True)
class Speaker:
    """What one person is and knows now, in the world's language.

    knows holds open knowledge only; so does heard, with the name of who told it.
    details are what was made up of them; away is what the player wants to hear nothing of.
    """

    id: str
    name: str
    about: str
    voice: str
    mood: str
    trust: int
    goals: tuple[str, ...]
    knows: tuple[str, ...]
    says: tuple[str, ...]
    heard: tuple[tuple[str, str], ...] = ()
    details: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    language: str = FALLBACK


def scene_of(world: World, sentences: Sentences, state: State, *, said: Sequence[str] = ()) -> Scene:
    """Return the facts of the player's place and moment; said is what words of this turn there are beside its names."""
    place = place_of(world, state)
    people = tuple(each.name for each in people_here(world, state))
    things = tuple(each.name for each in things_here(world, state))
    held = tuple(each.name for each in carried(world, state))
    return Scene(
        place=place.name,
        indoors=place.indoors,
        hour=_colour(world, state, "hour") or _time_of_day(world, state),
        weather=_colour(world, state, "weather"),
        mood=place.mood or _colour(world, state, "mood"),
        people=people,
        things=things,
        carried=held,
        ways=tuple(sentences.direction(each.direction) for each in exits(world, state)),
        lore=lore_of(world, state, (*said, place.name, *people, *things, *held)),
        details=details_here(world, sentences, state),
        surroundings=place.look.read(state),
        language=world.language,
    )


def speaker_of(world: World, state: State, person: str, *, details: Sequence[str] = ()) -> Speaker:
    """Return what a person may say from: who they are, their mood, what they would tell now; and details made up."""
    who = world.people[person]
    return Speaker(
        id=who.id,
        name=who.name,
        about=who.about,
        voice=who.voice,
        mood=world.names.shown.get(state.mood[person], state.mood[person]),
        trust=state.trust[person],
        goals=tuple(each.text for each in who.goals if holds(each.when, state)),
        knows=tuple(text for each in known_now(who, state) if (text := each.text.read(state))),
        says=tuple(line for line in (each.read(state) for each in who.says) if line),
        heard=tuple(_heard(world, state, who)),
        details=tuple(details),
        language=world.language,
    )


def _heard(world: World, state: State, person: Person) -> Iterator[tuple[str, str]]:
    """Yield the name of who told a person something, and what; nothing that is closed to the player still."""
    for each in heard_by(world, state, person):
        if is_known(each.knowledge, state) and (text := each.knowledge.text.read(state)):
            yield world.people[each.teller].name, text


def _colour(world: World, state: State, fact: str) -> str:
    """Return a fact that colours what is said of weather and light, if the world has it as a text."""
    value = state.facts.get(fact, "")
    return world.names.shown.get(value, value) if isinstance(value, str) else ""


def _time_of_day(world: World, state: State) -> str:
    part = world.names.clock.daypart(state.time) if world.names.clock else ""
    return world.names.shown.get(part, part)
