"""Nothing is handled, or lies here, that is elsewhere or used up, or that the author never made and stories turn on.

To say that something is not here, or was, is no fault. Knows nothing of people or of ways out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from game.rules.state import NOWHERE
from game.story.guarding.chinese.whereabouts import mislaid
from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.names import Named
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, words_of
from game.story.guarding.tense import is_past
from game.story.guarding.verdict import Verdict

_ARTICLES = ("the", "a", "an", "your")
_LIES = re.compile(
    r"\s+(?:still\s+)?(?:hangs|lies|stands|rests|sits|waits|is lying|is hanging)\s+"
    r"(?:in|on|by|at|where|there|upon|among|under|beside|behind)\b"
)

_FROM_ITS_PLACE = re.compile(r"\s+(?:from|off|on|back on|down from)\s+its\s+(?:hook|peg|nail|shelf|place|stand|rack)\b")
_HANDLED = re.compile(
    r"\b(?:turns?|holds?|lifts?|raises?|draws?|pulls?|takes?|produces?|brings?|carr(?:y|ies)|uses?|sets?|puts?|lays?|fetch(?:es)?"
    r"|hands?|plucks?|picks?|swings?|slips?|slides?|push(?:es)?|offers?|toss(?:es)?|dangles?|shows?|drops?|throws?|waves?)"
    r"\s+(?:up\s+|out\s+|down\s+|you\s+)?(?:the|your|his|her|an?)\s+$"
)
_IDLE = re.compile(r"\bwithout (?:an?|another) (?:word|sound|glance|pause|look|smile)\b")
_SERVING = re.compile(r"\b(?:for|as|into|to) an?\s+(?:[\w-]+\s+)?$")
_IN_THE_AIR = re.compile(r"\b(?:air|smells?|scents?|reeks?|stinks?|whiff|tang)\b")
_BARE = re.compile(r"\b(?:of|with|and)\s+$")
_MADE_OF = re.compile(r"\s+of\s+((?:[\w-]+\s+){0,2}[\w-]+)")
_WHERE = re.compile(r"\W*(?:where|when|that|which)\b")
_FAR = 20
_SHORT = 3
_TAKES = re.compile(
    r"\b(?:i'm|i am)\s+(?:putting|taking|keeping|holding|hanging|locking|stowing|carrying|wearing|laying)\b"
    r"|\b(?:i've|i have)\s+(?:got|taken|kept|put|hung|locked|stowed|laid)\b"
)
_YOURS = re.compile(r"\byour\s+(?:[\w-]+\s+)?$")
_SHOWN = re.compile(r"\b(?:here's|here is|take|have)\s+(?:the|his|her|this|my|your|an?)\s+$")


def misplaced(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first thing that is where it cannot be."""
    if not moment.lexicon.is_spaced:
        return mislaid(moment, said)
    named = tuple(moment.names.find(said.bare))
    for each in named:
        if _is_misplaced(moment, said, each):
            return Verdict("thing", said.spelled(each.start, each.end))
    return None if said.speaker else _invented(moment, said, named)


def _is_misplaced(moment: Moment, said: Said, named: Named) -> bool:
    things = moment.world.things
    if not all(name in things and things[name].portable for name in named.ids):
        return not said.speaker and (_is_emptied(moment, said, named) or _is_fixed_elsewhere(moment, said, named))
    start, end = said.clause_at(named.start)
    clause, before = said.bare[start:end], said.bare[start : named.start]
    after = said.bare[named.end : end]
    if is_unreal(moment, clause, before, after) or (_IN_THE_AIR.search(said.bare) and _BARE.search(before)):
        return False
    if not said.speaker and moment.lexicon.is_spaced and _has_left(moment, named, clause, after):
        return True
    is_here = any(name in moment.things for name in named.ids)
    if (
        moment.lexicon.is_spaced
        and not is_here
        and _is_handled(said, before)
        and (" " in said.bare[named.start : named.end] or said.speaker)
    ):
        return _is_head(moment, said, named)
    if said.speaker and _is_taken_by_speaker(moment, said, named, clause, before):
        return True
    if _is_owned(moment, said, clause, before) and _is_head(moment, said, named):
        held = moment.held if moment.lexicon.find("passing", clause) else moment.kept
        return not any(name in held for name in named.ids)
    return not (said.speaker or is_here) and _is_telling(moment, said, named)


def _is_taken_by_speaker(moment: Moment, said: Said, named: Named, clause: str, before: str) -> bool:
    """Return whether a speaker has, or is putting away, what the player has still: "your lamp I'm hanging here"."""
    is_kept = any(name in moment.kept for name in named.ids)
    return is_kept and bool(_TAKES.search(clause) and _YOURS.search(before)) and _is_head(moment, said, named)


def _is_handled(said: Said, before: str) -> bool:
    """Return whether what is named next is handled: "draws the brass key"; in a line, whether it is shown or given."""
    return bool((_SHOWN if said.speaker else _HANDLED).search(before))


def _has_left(moment: Moment, named: Named, clause: str, after: str) -> bool:
    """Return whether a thing that the player has, and had, is said to hang or lie somewhere."""
    is_yours = all(name in moment.kept and name not in moment.attempt.gained for name in named.ids)
    is_left = _LIES.match(after) or _FROM_ITS_PLACE.match(after)
    return is_yours and is_left is not None and "your" not in clause.split()


def _is_telling(moment: Moment, said: Said, named: Named) -> bool:
    """Return whether a name is one by which a thing is known at once, and which the author does not use here."""
    words = said.bare[named.start : named.end].split()
    if moment.lexicon.has("grammar", stem(words[0])):  # "the can", and not "it can"
        article = said.bare[: named.start].split()[-1:]
        is_noun = bool(article) and article[0] in _ARTICLES
        return is_noun and not any(f"{each} {words[0]}" in moment.ground.text for each in _ARTICLES)
    if len(words) > 1 and any(moment.after.holder(name) != NOWHERE for name in named.ids):
        is_used = " ".join(words) in moment.ground.text
    else:
        is_used = moment.ground.has_together(words)
    return not is_used and _is_head(moment, said, named)


def _is_head(moment: Moment, said: Said, named: Named) -> bool:
    """Return whether a name says what a thing is, as "boat" does of a toy boat; an alias may be any word: "can"."""
    words = said.bare[named.start : named.end].split()
    names = [moment.world.things[name].name.lower() for name in named.ids]
    if not moment.lexicon.is_spaced:
        return len(words[0]) > 1 and words[0][-1] in {name[-1] for name in names}
    is_noun = len(words[0]) > _SHORT or said.bare[: named.start].split()[-1:] in (["the"], ["your"])
    return len(words) > 1 or (is_noun and stem(words[0]) in {stem(name.split()[-1]) for name in names})


def _is_fixed_elsewhere(moment: Moment, said: Said, named: Named) -> bool:
    """Return whether a name means what is fixed within other walls than these, and is said to be here."""
    things = moment.world.things
    if not all(name in things and _is_within_walls(moment, name) for name in named.ids):
        return False
    start, end = said.clause_at(named.start)
    clause, before, after = said.bare[start:end], said.bare[start : named.start], said.bare[named.end : end]
    if (
        is_unreal(moment, clause, before, after)
        or not _is_telling(moment, said, named)
        or said.bare[named.start : named.end] not in moment.names.ids
    ):
        return False
    is_put = bool(moment.lexicon.find("placed", after) or moment.lexicon.find("there_is", before))
    return is_put or said.bare[named.start : named.end] not in moment.known.text


def _is_within_walls(moment: Moment, name: str) -> bool:
    place = moment.world.places.get(moment.after.holder(name))
    return place is not None and place.indoors and name not in moment.things


def is_unreal(moment: Moment, clause: str, before: str, after: str) -> bool:
    """Return whether a clause denies, remembers or compares what it names, between before and after."""
    find = moment.lexicon.find
    before = _IDLE.sub("", before)
    if _SERVING.search(before):
        return True
    if find("denied", before) or find("compared", before) or find("denied_after", after):
        return True
    return bool(find("past", clause)) or bool(find("elsewhere", clause))


def _is_owned(moment: Moment, said: Said, clause: str, before: str) -> bool:
    """Return whether a clause has the player carry what it names; in a line, whether the speaker says so."""
    if moment.lexicon.is_spaced and before.endswith(("your ", "your own ")):
        return True
    return bool(moment.lexicon.find("you_have" if said.speaker else "on_you", clause))


def _is_emptied(moment: Moment, said: Said, named: Named) -> bool:
    """Return whether a holder is called empty while it holds something."""
    holding = [
        name
        for name in named.ids
        if name in moment.things and moment.world.things[name].holds and name in moment.after.where.values()
    ]
    if not holding:
        return False
    _, end = said.clause_at(named.start)
    return bool(moment.lexicon.find("empty", said.bare[named.end : end]))


def _invented(moment: Moment, said: Said, named: tuple[Named, ...]) -> Verdict | None:
    for start, end in _objects(moment, said):
        clause = said.bare[slice(*said.clause_at(start))]
        before = said.bare[said.clause_at(start)[0] : start]
        if any(each.start < end and start < each.end for each in named) or is_unreal(moment, clause, before, ""):
            continue
        if _is_figure(moment, said, end) or _is_recalled(moment, said, start, end):
            continue
        return Verdict("thing", said.spelled(start, end))
    return None


def _is_figure(moment: Moment, said: Said, end: int) -> bool:
    """Return whether what ends here is of nothing that can be held: "a coin of light"."""
    made = _MADE_OF.match(said.bare, end)
    return made is not None and any(moment.lexicon.has("airy", stem(word)) for word in words_of(made[1]))


def _is_recalled(moment: Moment, said: Said, start: int, end: int) -> bool:
    """Return whether a clause tells where or when a thing did something before: "where a knife went in"."""
    clause = said.bare[said.clause_at(start)[0] : start]
    following = words_of(said.bare[end : end + _FAR])[:1]
    return bool(_WHERE.match(clause)) and bool(following) and is_past(moment.lexicon, following[0])


def _objects(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield the things that stories turn on, and of which the author says nothing here."""
    for found in _pattern(moment.lexicon.language).finditer(said.bare):
        thing = found["object"]
        if not moment.ground.has(thing) or f"no {thing}" in moment.ground.text:
            yield found.span("object")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what finds things that are spoken of for the first time: with "a" or a number, not with "the"."""
    listed = lexicon_of(language).pattern("objects").pattern
    if not lexicon_of(language).is_spaced:
        return re.compile(rf"(?:[一半几两三数][\u4e00-\u9fff]|你)[^，。；]{{0,8}}?(?P<object>{listed})")
    return re.compile(
        rf"\b(?:an?|one|another|two|three|four|several|some|your)\s+(?:(?!to\b)[\w-]+\s+){{0,2}}?(?P<object>{listed})"
    )
