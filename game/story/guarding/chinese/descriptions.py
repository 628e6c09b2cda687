"""Whether a Chinese sentence says of something the contrary of what the author says of it this turn.

Knows nothing of what happened: contraries are words (open and shut), numbers, and what there is or is none of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from game.rules.events import Examined, Talked
from game.rules.sight import is_dark
from game.story.guarding.chinese.clauses import Clause, clauses_in
from game.story.guarding.chinese.speech import is_inscribed
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.prose import sentences_in

CONTRARIES = (
    ("so_open", "so_shut"),
    ("so_lit", "so_dark"),
    ("so_whole", "so_broken"),
    ("so_clear", "so_blurred"),
    ("so_full", "so_empty"),
    ("so_wet", "so_dry"),
    ("so_warm", "so_cold"),
    ("so_moving", "so_still"),
    ("so_loud", "so_silent"),
    ("so_many", "so_none"),
    ("so_harmed", "so_unharmed"),
    ("so_by_somebody", "so_by_nobody"),
    ("so_even", "so_uneven"),
    ("so_ajar", "so_locked"),
)
_NUMBER = re.compile(r"([一二两三四五六七八九十百]+)([个只枚块条把本口张根道行盏扇级排座间位码])([\u4e00-\u9fff])")
# So little does the author say that it can be about one thing alone.
_SHORT = 60
_SMALL = 2
_UNIT = "[个点丝只条道枚块滴颗粒片根张层件样]"
_ONLY_ONE = re.compile(r"只[^，。]{0,4}?一([个只枚块条把本口张根道行盏扇级排座间位码])([\u4e00-\u9fff])")
_GREAT = re.compile(r"(?=[^\W点]*[十百千])[一二两三四五六七八九十百千零点]{2,}")
_NONE = re.compile(
    rf"(?:[没未][有见]|不见|看不见|找不到)(?:任何|半|一)?{_UNIT}?(?P<after>[\u4e00-\u9fff]{{2}})"
    rf"|(?:一?{_UNIT}|什么)(?P<before>[\u4e00-\u9fff]{{1,3}}?)[也都](?:没|不)(?!有?[少缺漏错糊差掉坏])"
    rf"|(?P<lead>[\u4e00-\u9fff]{{2}})一{_UNIT}[也都](?:没有|没|不)(?:剩|见|在|有|$)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A clause of the author's: its pairs of characters, and which sides of which contraries it is on."""

    pairs: frozenset[str]
    sides: frozenset[str]


def contradicts(moment: Moment, said: Said) -> str:
    """Return the words of a sentence that say the contrary of the author's, or nothing."""
    theirs = _told(moment.notes.text, moment.lexicon.language)
    subject = frozenset(_subject(moment))
    matter = moment.reading.matter
    before = frozenset[str]()
    for clause in clauses_in(said):
        mine = _of(moment.lexicon, clause)
        mine, before = Told(mine.pairs | before, mine.sides), mine.pairs
        is_of_it = any(word in clause.text for word in subject) or (bool(matter.verb) and matter.is_named(clause.text))
        is_of_it |= len(moment.notes.text) < _SHORT and bool(mine.sides & {"so_harmed", "so_unharmed"})
        if any(_are_contrary(mine, each, is_of_it=is_of_it) for each in theirs) and not _are_agreed(mine, theirs):
            return clause.text.strip()
    return next(chain.from_iterable(rule(moment, said) for rule in _RULES), "")


def _subject(moment: Moment) -> Iterator[str]:
    """Yield the words by which what is looked at closely is called."""
    for event in moment.events:
        if isinstance(event, Examined) and (thing := moment.world.things.get(event.target)):
            yield from (thing.name, thing.name[-1], *thing.aliases)


def _are_contrary(one: Told, other: Told, *, is_of_it: bool) -> bool:
    """Return whether two clauses that speak of the same are on the two sides of a contrary."""
    return any(_other(side) in other.sides for side in one.sides) and (is_of_it or bool(one.pairs & other.pairs))


def _are_agreed(one: Told, others: tuple[Told, ...]) -> bool:
    return any(one.sides & each.sides and one.pairs & each.pairs for each in others)


@cache
def _other(side: str) -> str:
    sides = dict(CONTRARIES)
    return sides.get(side) or next(one for one, other in CONTRARIES if other == side)


def _of(lexicon: Lexicon, clause: Clause) -> Told:
    sides, spoken = set[str](), set[str]()
    for key in (each for pair in CONTRARIES for each in pair):
        for found in lexicon.pattern(key).finditer(clause.text):
            if clause.is_real(lexicon, found.start()):
                sides.add(key if clause.is_so(lexicon, found.start()) else _other(key))
                spoken.update(_pairs(found.group()))
    return Told(frozenset(_telling(lexicon, clause.text)) - spoken, frozenset(sides))


@lru_cache(maxsize=64)
def _told(text: str, language: str) -> tuple[Told, ...]:
    lexicon = lexicon_of(language)
    parts = (Said(part, lexicon) for line in text.splitlines() for part in sentences_in(line))
    told = (_of(lexicon, clause) for said in parts for clause in clauses_in(said))
    return tuple(each for each in told if each.sides)


def _telling(lexicon: Lexicon, text: str) -> Iterator[str]:
    yield from (pair for pair in _pairs(text) if not lexicon.find("grammar", pair))


def _pairs(text: str) -> Iterator[str]:
    yield from (text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha())


def _counted_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield numbers of something of which the author has another number alone."""
    theirs = {(found[2], found[3]): set[str]() for found in _NUMBER.finditer(moment.notes.text)}
    for found in _NUMBER.finditer(moment.notes.text):
        theirs[found[2], found[3]].add(found[1])
    for found in _NUMBER.finditer(said.bare):
        numbers = theirs.get((found[2], found[3]), set())
        if numbers and found[1] not in numbers | {"一"} and numbers != {"一"} and found.group() not in moment.here.text:
            yield found.group()


def _only_one(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what there is said to be but one of, where the author counts more."""
    for found in _ONLY_ONE.finditer(said.bare):
        if re.search(rf"[两二三四五六七八九十]{found[1]}{found[2]}", moment.notes.text):
            yield found.group()


def _numbered_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield a great number that the author does not have, where they have another this turn."""
    is_counted = any(isinstance(event, Examined | Talked) for event in moment.events) or "数" in moment.asked.text
    if not is_counted or _GREAT.search(moment.notes.text) is None:
        return
    for found in _GREAT.finditer(said.bare):
        if found.group() not in moment.known.text:
            yield found.group()


def _inscribed_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what is said to stand written, and shares nothing with anything that the author says."""
    is_read = any(isinstance(event, Examined) for event in moment.events)
    for quoted in said.quotes if is_read else ():
        pairs = tuple(_pairs(quoted))
        if pairs and is_inscribed(moment, said, quoted) and not any(pair in moment.known.text for pair in pairs):
            yield quoted


def _none_of(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what a sentence says there is none of, where the author says this turn that there is."""
    narration = _without_names(moment, moment.narration.text)
    for found in _NONE.finditer(said.bare):
        named = found["after"] or found["before"] or found["lead"]
        is_noun = len(named) > 1 or (bool(found["before"]) and named != "人")
        is_said = is_noun and named in narration and not _denied(moment, narration, named)
        if is_said or _is_looked_at(moment, named):
            yield found.group()


def _is_looked_at(moment: Moment, named: str) -> bool:
    """Return whether a name is that of the thing which the player looks at closely."""
    targets = {event.target for event in moment.events if isinstance(event, Examined)}
    return bool(targets.intersection(moment.names.ids.get(named, ())))


def _without_names(moment: Moment, text: str) -> str:
    """Return a text with the names of things in it taken out: there is no oil in an oil measure."""
    for thing in moment.world.things.values():
        for name in (thing.name, *thing.aliases):
            text = text.replace(name, "，") if len(name) > _SMALL else text
    return text


def _gone(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what is said to have vanished, and is here, or is carried."""
    for clause in clauses_in(said):
        found = moment.lexicon.pattern("vanished").search(clause.plain)
        if found is None or found.group() in moment.ground.text or clause.text[found.end() :].strip(" 。！了影踪"):
            continue
        if not clause.is_real(moment.lexicon, found.start()):
            continue
        for named in moment.names.find(clause.text[: found.start()]):
            things = moment.world.things
            if all(name in things and name in moment.things and moment.after.is_here(name) for name in named.ids):
                yield clause.text


def _denied(moment: Moment, text: str, named: str) -> bool:
    """Return whether the author denies what is named, or says that it is gone, wherever they name it first."""
    at = text.index(named)
    around = re.split(r"[，。；：！？\n]", text[:at])[-1] + re.split(r"[，。；：！？\n]", text[at:])[0]
    return bool(moment.lexicon.find("negators", around))


def _seen_in_the_dark(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what is seen where there is no light."""
    if not is_dark(moment.world, moment.after):
        return
    for clause in clauses_in(said):
        found = moment.lexicon.pattern("seeing").search(clause.plain)
        if found and clause.is_so(moment.lexicon, found.start()):
            yield found.group()


_RULES = (_seen_in_the_dark, _counted_otherwise, _only_one, _numbered_otherwise, _inscribed_otherwise, _none_of, _gone)
