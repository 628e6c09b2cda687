"""What a turn was about, as words by which a Chinese clause can speak of it: what was tried, on what, with whom.

Knows nothing of sentences that are to be judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from game.rules.actions import Action, parse_action
from game.rules.events import Agreed, Chosen, Dropped, Given, Handled, Moved, Taken
from game.rules.world import Exit

if TYPE_CHECKING:
    from game.story.guarding.moment import Moment

_DEEDS = (Taken, Dropped, Handled, Given, Chosen, Moved, Agreed)
_WAYS = "门锁栅闸闩梯阶坡桥"
_NO_HEADS = "子人字头"


@dataclass(frozen=True, slots=True)
class Matter:
    """What the player tried, and whether they did it. verb is that of a refused action: "take".

    is_with_somebody says that it takes somebody else's consent. things and people are ids; names, pairs and heads are
    words for all that it was about: names as they are written, pairs of characters, and the last characters of names,
    by which what was named is spoken of again.
    """

    is_done: bool
    verb: str
    is_going: bool
    is_with_somebody: bool
    things: frozenset[str]
    people: frozenset[str]
    names: frozenset[str]
    pairs: frozenset[str]
    heads: frozenset[str]

    def is_meant(self, text: str) -> bool:
        """Return whether a text speaks of it, or of the player."""
        return "你" in text or self.is_named(text)

    def has_name(self, text: str) -> bool:
        """Return whether a text has the name of what was tried, or its last character."""
        return any(head in text for head in self.heads) or any(name in text for name in self.names)

    def is_named(self, text: str) -> bool:
        """Return whether a text speaks of what was tried."""
        if self.has_name(text):
            return True
        return any(text[at : at + 2] in self.pairs for at in range(len(text) - 1))


def matter_of(moment: Moment) -> Matter:
    """Return what a turn was about."""
    action = _refused(moment)
    tried = map(str, astuple(action)) if action else ()
    ids = frozenset((*_ids(moment), *_moved(moment), *tried, *_asked(moment)))
    ways = tuple(_ways(moment, action))
    is_going = moment.has_moved or any(True for _ in ways)
    told = moment.notes.text if action else "" if is_going else _results(moment)
    return Matter(
        is_done=action is None and any(isinstance(event, _DEEDS) for event in moment.events),
        verb=type(action).__name__.lower() if action else "",
        is_going=is_going,
        is_with_somebody=_is_with_somebody(moment, ids),
        things=ids & moment.world.things.keys(),
        people=ids & moment.world.people.keys(),
        names=frozenset((*_names(moment, ids), *_way_names(moment, ways))),
        pairs=frozenset(_pairs(moment, f"{moment.asked.text}\n{told}")),
        heads=frozenset(_heads(moment, ids, ways)),
    )


def _refused(moment: Moment) -> Action | None:
    refusal = moment.turn.outcome.refusal
    return parse_action(refusal.action) if refusal else None


def _is_with_somebody(moment: Moment, ids: frozenset[str]) -> bool:
    return bool(ids & moment.world.people.keys() or moment.lexicon.find("asking", moment.asked.text))


def _ids(moment: Moment) -> Iterator[str]:
    for event in moment.events:
        if isinstance(event, Taken | Dropped | Handled | Given | Agreed):
            yield from map(str, astuple(event))


def _asked(moment: Moment) -> Iterator[str]:
    """Yield who and what is here and is named in the player's words, or in the author's of what they chose."""
    here = moment.things | moment.people
    yield from (name for named in moment.names.find(moment.asked.text) for name in named.ids if name in here)
    if any(isinstance(event, Chosen) for event in moment.events):
        results = (name for named in moment.names.find(_results(moment)) for name in named.ids)
        yield from (name for name in results if name in moment.things)


def _moved(moment: Moment) -> Iterator[str]:
    """Yield the things that are not where they were when the turn began."""
    before, after = moment.turn.before.where, moment.after.where
    yield from (name for name in moment.world.things if before.get(name) != after.get(name))


def _ways(moment: Moment, action: Action | None) -> Iterator[Exit]:
    """Yield the ways that were gone, or tried."""
    taken = {event.direction for event in moment.events if isinstance(event, Moved)}
    taken |= {str(getattr(action, "direction", ""))}
    exits = moment.world.places[moment.turn.before.place].exits
    yield from (way for way in exits.values() if way.direction in taken)


def _results(moment: Moment) -> str:
    return "\n".join(beat.text for beat in moment.beats if beat.kind == "result")


def _names(moment: Moment, ids: frozenset[str]) -> Iterator[str]:
    things = moment.world.things
    for name in ids & things.keys():
        spelled = (things[name].name, *things[name].aliases)
        yield from (each for each in spelled if len(each) > 1 or each in moment.asked.text)


def _way_names(moment: Moment, ways: tuple[Exit, ...]) -> Iterator[str]:
    for way in ways:
        place = moment.world.places[way.to]
        yield from (each for each in (way.name, place.name, *place.aliases) if len(each) > 1)


def _pairs(moment: Moment, text: str) -> Iterator[str]:
    for person in moment.world.people.values():
        for name in (person.name, *person.aliases):
            text = text.replace(name, "，")
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if all("\u4e00" <= each <= "\u9fff" for each in pair) and not moment.lexicon.find("grammar", pair):
            yield pair


def _heads(moment: Moment, ids: frozenset[str], ways: tuple[Exit, ...]) -> Iterator[str]:
    """Yield the last characters of the names of things, and those of the ways that are spoken of."""
    things = (moment.world.things[name].name[-1] for name in ids & moment.world.things.keys())
    yield from (each for each in things if each not in _NO_HEADS)
    if ways:
        told = "\n".join((*_way_names(moment, ways), moment.notes.text, moment.asked.text))
        yield from (each for each in _WAYS if each in told)
