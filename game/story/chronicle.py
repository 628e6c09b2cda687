"""The story so far as a page: what happened, by rule from events, in chapters by place, or by quest where there is one.

Knows nothing of tellings or of who reads it. It says what the player has been told, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from game.rules.events import Event, Looked, Moved, QuestDone
from game.rules.world import World
from game.story.deeds import LASTING, PASSING, Deed, deeds_by_event, standing
from game.story.prose import sentences_in
from game.story.sentences import Sentences

_CHAPTERS = 8
"""The last chapters that are told as such; of those before them only what changed the story."""
_MOST = 12
"""Sentences of one chapter, those that weigh most."""
_IN_ONE = 3
"""Deeds that one sentence tells."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the story: its heading, and a paragraph."""

    title: str
    text: str


@dataclass(slots=True)
class _Stay:
    """What happened in one place; where the world has no other, until a quest was done."""

    place: str
    title: str
    deeds: list[Deed] = field(default_factory=list)
    is_over: bool = False


def chronicle_of(world: World, sentences: Sentences, turns: Iterable[Sequence[Event]]) -> tuple[Chapter, ...]:
    """Return the chapters of what happened in turns, oldest first; of a long story only the last ones as such."""
    stays = _stays(world, sentences, turns)
    long_ago, lately = stays[:-_CHAPTERS], stays[-_CHAPTERS:]
    lasting = [deed for deed in chain.from_iterable(stay.deeds for stay in long_ago) if deed.weight == LASTING]
    first = [Chapter(sentences.say("so_far_before"), _paragraph(sentences, lasting))] if lasting else []
    return (*first, *(Chapter(each.title, _paragraph(sentences, each.deeds)) for each in lately))


def _stays(world: World, sentences: Sentences, turns: Iterable[Sequence[Event]]) -> list[_Stay]:
    """Return the stays in which something happened; one that goes on after a mere walk is one stay."""
    stays: list[_Stay] = []
    place = world.start
    for event, found in deeds_by_event(world, sentences, chain.from_iterable(turns)):
        place = _place_after(event, place)
        deeds = [deed for deed in found if _is_told(deed)]
        if deeds and place in world.places:
            if not stays or stays[-1].place != place or stays[-1].is_over:
                stays.append(_Stay(place, world.places[place].name))
            stays[-1].deeds += deeds
            if isinstance(event, QuestDone) and len(world.places) == 1:
                stays[-1].title, stays[-1].is_over = world.quests[event.quest].name, True
    return stays


def _place_after(event: Event, place: str) -> str:
    return event.place if isinstance(event, Looked | Moved) else place


def _is_told(deed: Deed) -> bool:
    """Return whether a deed is more than a way or a word, and no scene, whose words read as if it were now."""
    return deed.weight > PASSING and not deed.key.startswith("scene ")


def _paragraph(sentences: Sentences, deeds: Iterable[Deed]) -> str:
    stand = standing(deeds)
    kept = sorted(sorted(range(len(stand)), key=lambda at: (-stand[at].weight, -at))[:_MOST])
    return sentences.space.join(_strung(sentences, [stand[at].text for at in kept]))


def _strung(sentences: Sentences, texts: Sequence[str]) -> Iterator[str]:
    """Yield texts as sentences: what the same one did one after the other in one, "You did this, did that and went"."""
    held: list[str] = []
    for text in texts:
        if held and (len(held) == _IN_ONE or not sentences.strings(text)):
            yield sentences.strung(held)
            held = []
        if sentences.strings(text) and len(sentences_in(text)) == 1:
            held.append(text)
        else:
            yield text
    if held:
        yield sentences.strung(held)
