"""What there is, and is none of, in a Chinese sentence, against what the author says there is and is none of.

Knows nothing of where things are, but that they are here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.rules.events import Chosen, Examined, Talked
from game.rules.sight import is_dark
from game.rules.views import place_of
from game.story.guarding.chinese.clauses import clauses_in
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_SMALL = 2
_UNIT = "[个点丝只条道枚块滴颗粒片根张层件样]"
_NO = re.compile(r"没有(?:任何|一[个点丝])?([\u4e00-\u9fff]{2})(?=[，。；、！？：])")
_AND_NONE = re.compile(r"[也都](?:没|不)")
_NONE = re.compile(
    rf"(?:[没未][有见]|不见|看不见|找不到)(?:任何|半|一)?{_UNIT}?(?P<after>[\u4e00-\u9fff]{{2}})"
    rf"|(?:一?{_UNIT}|什么)(?P<before>[\u4e00-\u9fff]{{1,3}}?)[也都](?:没|不)(?!有?[少缺漏错糊差掉坏])"
    rf"|(?P<lead>[\u4e00-\u9fff]{{2}})一{_UNIT}[也都](?:没有?|不)(?:剩|见|在|$|(?=[，。；！]))"
)
_STOP = re.compile(r"[，。；：！？\n]")


def exists_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what a sentence has that is not there, or says is not there that is."""
    yield from _seen_in_the_dark(moment, said)
    yield from _there_is(moment, said)
    yield from _none_of(moment, said)
    yield from _gone(moment, said)


def _seen_in_the_dark(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what is seen where there is no light, or not seen for darkness where there is."""
    key = "seeing" if is_dark(moment.world, moment.after) else "pitch_dark"
    if not place_of(moment.world, moment.after).darkness.variants:
        return
    for clause in clauses_in(said):
        found = moment.lexicon.pattern(key).search(clause.text)
        if found and clause.is_so(moment.lexicon, found.start()):
            yield found.group()


def _there_is(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what a sentence has of which the author says, each time they speak of it, that there is none."""
    if not any(isinstance(event, Examined | Chosen | Talked) for event in moment.events):
        return
    narration = moment.narration.text
    lacking = {found[1] for found in _NO.finditer(narration) if _is_denied(moment, narration, found[1])}
    for clause in clauses_in(said):
        for at in (clause.plain.find(each) for each in lacking):
            if at >= 0 and clause.is_so(moment.lexicon, at) and not _AND_NONE.search(clause.plain[at:]):
                yield clause.text


def _none_of(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what a sentence says there is none of, where the author says this turn that there is."""
    narration = _without_names(moment, moment.narration.text)
    for found in _NONE.finditer(said.bare):
        named = found["after"] or found["before"] or found["lead"]
        is_noun = len(named) > 1 or (bool(found["before"]) and named != "人")
        is_said = is_noun and named in narration and not _is_denied(moment, narration, named)
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


def _is_denied(moment: Moment, text: str, named: str) -> bool:
    """Return whether the author denies what is named wherever they name it."""
    return all(_is_denied_at(moment, text, found.start()) for found in re.finditer(re.escape(named), text))


def _is_denied_at(moment: Moment, text: str, at: int) -> bool:
    around = _STOP.split(text[:at])[-1] + _STOP.split(text[at:])[0]
    return bool(moment.lexicon.find("negators", around))
