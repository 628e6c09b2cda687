"""No way leads anywhere that the author has not made, and none is open or taken that is closed.

Knows nothing of what else is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.rules.views import exits
from game.rules.world import Exit
from game.story.guarding.chinese.roads import goes_beyond, made_up, opened, says_open
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.stems import words_of
from game.story.guarding.things import is_unreal
from game.story.guarding.verdict import Verdict

_BEARING = r"(?P<to>north|south|east|west)(?:ward|wards|erly)?"
_LEADS_TO = re.compile(
    r"\b(?:leads?|leading|runs|climbs|winds|slopes|stretches|lets you out|takes you|brings you)\s+"
    rf"(?:away\s+|off\s+|on\s+|out\s+|back\s+|straight\s+|to\s+the\s+)*{_BEARING}\b"
)
_DOOR_TO = re.compile(
    rf"\b{_BEARING}\s+(?:door|gate|stair|stairs|exit|passage|corridor|arch|staircase|archway|tunnel|ladder|path|road|hatch)\b"
)
_ANY_TO = re.compile(
    r"\b(?:an?|another|two|one)\s+(?P<way>[^,;.]{2,40}?)\s+(?:leads?|goes|go|runs?|winds?|climbs?|opens?|stands? open"
    r"|gives?|descends?|comes? out|slopes?|crosses|cross)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:to|on|into|onto|through)\s+(?:the|an?)\s+(?P<to>[^,;.]{3,40})"
)
_THE = re.compile(r"\bthe\s+$")
_WHICH = re.compile(r"\W*(?:which|that)\b")
_THROUGH = re.compile(r"\bcan (?:now )?(?:go|pass|walk|slip|climb|step) through (?:the )?$")
_IT = re.compile(r"\W*(?:and\s+)?it\b")
_BARRIERS = ("gate", "hatch", "lock", "trap", "grille", "padlock")
_IF = re.compile(r"\bif\b")
_ARTICLE = re.compile(r"\s*(?:the\s+)?")
_NEAR = 3


def unmade(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first way that is not the author's, or leads where none does."""
    if (words := _bearing(moment, said)) or (not said.speaker and (words := _unlocked(moment, said))):
        return Verdict("exit", words)
    if not said.speaker and _leads_astray(moment, said, 0):
        return Verdict("exit")
    if not said.speaker and (place := _elsewhere(moment, said)):
        return Verdict("exit", place)
    if verdict := _unspoken_of(moment, said):
        return verdict
    for key, is_made in (("new_ways", _is_written), ("ways", _is_here)):
        for found in moment.lexicon.pattern(key).finditer(said.bare):
            if _leads(moment, said, found) and not _is_unreal(moment, said, found) and not is_made(moment, said, found):
                return Verdict("exit", said.spelled(*found.span()))
    return None


def _unspoken_of(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a way of which the author does not speak, as each language tells of one."""
    if moment.lexicon.is_spaced:
        words = "" if said.speaker else _unknown(moment, said)
        return Verdict("exit", words) if words else None
    if said.speaker:
        return Verdict("exit") if says_open(moment, said) else None
    words = _made_up(moment, said) or opened(moment, said) or goes_beyond(moment, said)
    return Verdict("exit", words) if words else None


def _made_up(moment: Moment, said: Said) -> str:
    """Return a way in a Chinese sentence that the author does not have here, and that is said to lead on."""
    for start, end in made_up(moment, said):
        clause_start, clause_end = said.clause_at(start)
        before, after = said.bare[clause_start:start], said.bare[end:clause_end]
        leads = moment.lexicon.find("leading", said.bare[start:])
        if leads and not (is_unreal(moment, said.bare[clause_start:clause_end], before, after)):
            return said.spelled(start, end)
    return ""


def _unknown(moment: Moment, said: Said) -> str:
    """Return a way that is spoken of for the first time, and leads to what the author does not speak of."""
    ways = moment.lexicon.pattern("ways")
    for found in _ANY_TO.finditer(said.bare):
        start, end = said.clause_at(found.start())
        way = ways.search(found["way"])
        is_known = moment.lexicon.find("nowhere", found["to"]) or any(
            moment.ground.has(word) for word in found["to"].split() if len(word) > _NEAR
        )
        if way and not is_known and not is_unreal(moment, said.bare[start:end], said.bare[start : found.start()], ""):
            return said.spelled(*found.span("way"))
    return ""


def _bearing(moment: Moment, said: Said) -> str:
    """Return words by which a way leads where the author has none: "leads north", "the west door"."""
    if not moment.lexicon.is_spaced:
        return ""
    bearings = {way.direction for state in moment.states for way in exits(moment.world, state)}
    for found in (*_LEADS_TO.finditer(said.bare), *_DOOR_TO.finditer(said.bare)):
        start, end = said.clause_at(found.start())
        is_written = found.group() in moment.ground.text or moment.lexicon.find(
            "denied", said.bare[start : found.start()]
        )
        if found["to"] not in bearings and not (is_written and not _IF.search(said.bare[start:end])):
            return said.spelled(*found.span())
    return ""


def _unlocked(moment: Moment, said: Said) -> str:
    """Return the name of a closed way that a sentence says is open, or can be gone through."""
    for way in moment.closed:
        for name in _names_of(moment, way):
            start = said.bare.find(name)
            if start >= 0 and _is_opened(moment, said, start, start + len(name)):
                return said.spelled(start, start + len(name))
    return ""


def _names_of(moment: Moment, way: Exit) -> set[str]:
    """Return what a closed way may be called: by its name, where it leads, or what bars it."""
    names = {_ARTICLE.sub("", name.lower(), count=1) for name in (way.name, moment.world.places[way.to].name) if name}
    barred = set(words_of(way.refuse.read(moment.after)))
    return names | {f"the {word}" for word in _BARRIERS if word in barred}


def _is_opened(moment: Moment, said: Said, start: int, end: int) -> bool:
    """Return whether what is named from start to end is said to be open, by its clause or by "it" in the next."""
    clause_start, clause_end = said.clause_at(start)
    if is_unreal(moment, said.bare[clause_start:clause_end], said.bare[:start], ""):
        return False
    if _THROUGH.search(said.bare[:start]):
        return True
    goes_on = _IT.match(said.bare, clause_end)
    rest = said.bare[end : said.clause_at(goes_on.end() - 1)[1] if goes_on else clause_end]
    words = moment.lexicon.find("stands_open", rest)
    is_theirs = words in moment.notes.text or f"{said.bare[start:end]} {words}" in moment.here.text
    return bool(words) and not is_theirs


def _elsewhere(moment: Moment, said: Said) -> str:
    """Return the name of a place to which a sentence brings the player, and which they are not in."""
    been = {state.place for state in (moment.turn.before, moment.turn.outcome.arrived, moment.after)}
    for came in moment.lexicon.pattern("coming_to").finditer(said.bare):
        named = next(moment.names.find(said.bare[came.end() : came.end() + 40], ""), None)
        rest = said.bare[came.end() :]
        if named is None or not _ARTICLE.fullmatch(rest[: named.start]) or not _are_places(moment, named.ids):
            continue
        spelled = rest[named.start : named.end]
        if not been.intersection(named.ids) and spelled not in moment.notes.text:
            return said.spelled(came.end() + named.start, came.end() + named.end)
    return ""


def _are_places(moment: Moment, ids: tuple[str, ...]) -> bool:
    return all(name in moment.world.places for name in ids)


def _leads(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether a way is said to be open or to lead somewhere: in English anywhere, in Chinese in what follows."""
    start, _ = said.clause_at(found.start())
    if moment.lexicon.is_spaced:
        is_led = any(moment.lexicon.find(key, said.bare) for key in ("leading", "stands_open"))
        return is_led and not (said.speaker and _THE.search(said.bare[: found.start()]))
    return bool(moment.lexicon.find("leading", said.bare[start:].replace(found.group(), "", 1)))


def _is_written(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether the author has the very words."""
    return found.group() in moment.ground.text


def _is_here(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether the author has such a way here, which is not called another."""
    before = " ".join(said.bare[: found.start()].split()[-_NEAR:])
    another = moment.lexicon.find("another_way", before)
    is_one_more = another in ("second", "third", "another") and f"{another} {found.group()}" not in moment.ground.text
    if is_one_more or (another and another not in moment.ground.text):
        return False
    word = found.group() if moment.lexicon.is_spaced else found.group()[-1]
    return moment.ground.has(word) or _leads_on(moment, said, found.end())


def _is_unreal(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    start, end = said.clause_at(found.start())
    before, after = said.bare[start : found.start()], said.bare[found.end() : end]
    return is_unreal(moment, said.bare[start:end], before, after)


def _leads_on(moment: Moment, said: Said, start: int) -> bool:
    """Return whether what follows names a place that a way from here leads to."""
    end = said.clause_at(max(start - 1, 0))[1]
    if moment.lexicon.is_spaced and (relative := _WHICH.match(said.bare, end)):
        end = said.clause_at(relative.end() - 1)[1]
    here = {state.place for state in moment.states}
    named = (ids for ids in _places(moment, said.bare[start:end]) if here.isdisjoint(ids))
    return any(not _is_far(moment, ids) for ids in named)


def _leads_astray(moment: Moment, said: Said, start: int) -> bool:
    """Return whether something leads to a place that no way from here leads to."""
    led = moment.lexicon.pattern("leading_to").search(said.bare, start)
    if led is None or moment.lexicon.find("denied", said.bare[: led.start()]):
        return False
    _, end = said.clause_at(led.start())
    return any(_is_far(moment, ids) for ids in _places(moment, said.bare[led.end() : end + 1]))


def _places(moment: Moment, text: str) -> Iterator[tuple[str, ...]]:
    for named in moment.names.find(text):
        if _are_places(moment, named.ids):
            yield named.ids


def _is_far(moment: Moment, ids: tuple[str, ...]) -> bool:
    return not any(name in moment.ways for name in ids)
