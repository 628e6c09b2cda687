"""Ways that a Chinese sentence adds to a place: to a side where none is, or of a kind that is not here.

Knows nothing of where ways lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from game.rules.texts import holds
from game.rules.views import exits
from game.rules.world import Exit
from game.story.guarding.chinese.clauses import clauses_in
from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_SIDES = {"north": "北", "south": "南", "east": "东", "west": "西"}
_SIDE = re.compile(
    r"(?<![东西南北])([东西南北])(?:[边面头侧]|墙|角|端)|[往朝向]([东西南北])(?![东西南北边面])|(?<![东西南北])([东西南北])(?=[有是开])"
)
_COUNTED = r"(?:[一两二三几半另]|第[二三四]|(?<!没)[有着])[扇道条座架段排级截层孔口个把堵面处]"
_MADE_OF = 4
_NEAR = 8
_EXISTS = re.compile(r"一[扇道个条]")


def made_up(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield where a sentence has a way that may not be here: whether it leads anywhere is for those who ask."""
    yield from _to_no_side(moment, said)
    yield from _of_no_kind(moment, said)


def opened(moment: Moment, said: Said) -> str:
    """Return a way that is said to stand open and is closed, or to be barred and can be gone; or nothing."""
    for clause in clauses_in(said):
        for key, is_barred in (("so_open", False), ("so_ajar", False), ("opening", False), ("so_barred", True)):
            found = moment.lexicon.pattern(key).search(clause.text)
            if (
                found is None
                or not clause.is_so(moment.lexicon, found.start())
                or _EXISTS.match(clause.text, found.end())
            ):
                continue
            called = (name for way in _ways(moment, is_open=is_barred) for name in _names(moment, way))
            if any(name in clause.text and not _is_told(moment, name, found.group()) for name in called):
                return clause.text.strip()
    return ""


def says_open(moment: Moment, said: Said) -> bool:
    """Return whether a speaker says of a way that is closed that one can go there, and not when."""
    if not moment.lexicon.find("passable", said.bare) or moment.lexicon.find("not_yet", said.bare):
        return False
    places = moment.world.places
    named = (name for way in _ways(moment, is_open=False) for name in (places[way.to].name, *places[way.to].aliases))
    return any(name in said.bare for name in named)


def goes_beyond(moment: Moment, said: Said) -> str:
    """Return the name of a place that the player is said to go into, and did not."""
    been = {state.place for state in (moment.turn.before, moment.turn.outcome.arrived, moment.after)}
    for found in _going(moment.lexicon.language).finditer(said.bare):
        named = next(moment.names.find(said.bare[found.end() : found.end() + _NEAR]), None)
        if named is None or named.start or not all(name in moment.world.places for name in named.ids):
            continue
        start, _ = said.clause_at(found.start())
        is_so = not moment.lexicon.find("negators", said.bare[start : found.start()])
        is_so &= not moment.lexicon.find("unreal", said.bare[start : found.start()])
        if is_so and "你" in said.bare[: found.start()] and been.isdisjoint(named.ids):
            return said.spelled(found.end(), found.end() + named.end)
    return ""


@cache
def _going(language: str) -> re.Pattern[str]:
    phrases = lexicon_of(language).phrases
    return re.compile(f"{phrases['going'].pattern}了?(?:{phrases['gone'].pattern})?了?")


def _ways(moment: Moment, *, is_open: bool) -> Iterator[Exit]:
    for way in exits(moment.world, moment.after):
        if way.to == moment.turn.before.place and moment.has_moved:
            continue
        if is_open == (way.when is None or holds(way.when, moment.after)):
            yield way


def _names(moment: Moment, way: Exit) -> Iterator[str]:
    """Yield what a way is called: its name, and the names of the thing that it is: "the hatch, the barrel on it"."""
    name = way.name.split("的")[-1]
    if len(name) < len("门口"):
        return
    yield name
    for thing in (moment.world.things[each] for each in moment.things):
        if any(name in spelled for spelled in (thing.name, *thing.aliases)):
            yield from (each for each in thing.aliases if len(each) > 1)


def _is_told(moment: Moment, name: str, words: str) -> bool:
    """Return whether the author says here that what has this name is so."""
    return bool(re.search(rf"{re.escape(name)}[^，。；]{{0,6}}{re.escape(words)}", moment.ground.text))


def _to_no_side(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield ways to a side to which none leads, and of which the author says nothing here."""
    sides = {_SIDES.get(way.direction, "") for state in moment.states for way in exits(moment.world, state)}
    for found in _SIDE.finditer(said.bare):
        side = found[1] or found[2] or found[3]
        _, end = said.clause_at(found.start())
        is_way = moment.lexicon.find("way_nouns", said.bare[found.end() : end + 1 + _MADE_OF])
        if side not in sides and is_way and not _is_spoken_of(moment, side):
            yield found.span()


def _is_spoken_of(moment: Moment, side: str) -> bool:
    return bool(re.search(rf"{side}[边面头侧墙角端]|[往朝向]{side}", moment.ground.text))


def _of_no_kind(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield ways that are told of with a number and that the author calls by no such name: "一扇矮门", "一条窄道"."""
    for found in _counted(moment.lexicon.language).finditer(said.bare):
        if moment.lexicon.ends("no_more_than", said.bare[: found.start()]):
            continue
        kin = next((group for group in _kinds(moment) if found["way"] in group), frozenset({found["way"]}))
        words = found["made"][-1:] + found["way"] if len(found["way"]) == 1 else ""
        is_here = words in moment.ground.text if words else any(each in moment.ground.text for each in kin)
        if not is_here:
            yield found.span()


def _kinds(moment: Moment) -> tuple[frozenset[str], ...]:
    """Return the words for ways, those together that mean the same."""
    return tuple(moment.lexicon.forms(key) for key in ("stairs", "ladders", "paths"))


@cache
def _counted(language: str) -> re.Pattern[str]:
    ways = lexicon_of(language).phrases["way_nouns"].pattern
    return re.compile(rf"(?P<made>(?:{_COUNTED}|[里中下边后]有)[\u4e00-\u9fff]{{0,5}}?)(?P<way>{ways})")
