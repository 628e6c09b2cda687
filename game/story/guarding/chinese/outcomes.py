"""What came of the turn's deed, as Chinese clauses tell it: that a refused one was done, or that a done one failed.

Knows nothing of what the author says of it, but for the very words, which are never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.story.guarding.chinese.clauses import Clause, clauses_in, subject_of
from game.story.guarding.chinese.forms import AFFECTED
from game.story.guarding.chinese.matters import Matter
from game.story.guarding.chinese.signs import ByWhom
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_SOMETHING_ELSE = re.compile(r"[来去]?了?你?[一几两三半][\u4e00-\u9fff]")
_REPORTED = re.compile(r"[讲说传问答写][^，。]{0,4}[：:]")
_OBJECT = re.compile(r"[把将](?![它她他])([^，。]{1,8}?)(?=[\u4e00-\u9fff](?:[了在到进回出上下开起成给]|$))")
_IN_VAIN = re.compile(r"[去来了]?[^，。]{0,4}?(?:[也都却仍]|还是)(?:没|不|无)")
_OBLIQUE = re.compile(r"从(?!你)[^，。]{1,6}?[里外上下中边后前缝]")
_SHUT = "门锁柜盖屉箱"
_SOUNDS = re.compile(r"一[声响]$")
_OTHERS_OWN = re.compile(r"的(?!手|指|胳膊|掌)[\u4e00-\u9fff]{1,3}")
_NO_RESULT = re.compile(r"(.)[了一]?\1|.了?(?:[一两几好]+[下把阵回遍次]|半天)")

Owner = Literal["you", "others", "anything", "nothing"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a clause says came of something, and where. by_whom tells whose doing it must be to count."""

    at: int
    words: str
    by_whom: ByWhom


def told_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield the words by which a sentence tells a refused deed as done, or a done one as failed."""
    matter = moment.reading.matter
    owner: Owner = "anything"
    reported = _REPORTED.search(said.bare)
    for clause in clauses_in(said):
        if reported and clause.start > reported.start():
            return
        if matter.is_done and (affected := _affected(moment, clause, matter)):
            yield affected
        for sign in moment.reading.signs:
            for found in sign.pattern.finditer(clause.plain):
                result = Result(found.start(), found.group(), sign.by_whom)
                if _is_told(moment, clause, result, matter) and _is_of_it(moment, clause, result, matter, owner):
                    yield result.words
        owner = _owner_after(moment, clause, matter, owner)


def _affected(moment: Moment, clause: Clause, matter: Matter) -> str:
    """Return what is done to the thing of the turn that is more than handling, and that the author has no verb for."""
    for found in AFFECTED.finditer(clause.plain):
        verb, thing = found["verb"], found["object"]
        is_it = thing in ("它", "她", "他") or matter.has_name(thing)
        is_soft = bool(moment.lexicon.find("handling", verb)) or verb in moment.notes.text or verb in moment.asked.text
        if is_it and thing not in ("她", "他") and not is_soft and clause.is_so(moment.lexicon, found.start()):
            return found.group()
    return ""


def _is_told(moment: Moment, clause: Clause, result: Result, matter: Matter) -> bool:
    """Return whether a clause says so, and the author does not: what fails is said in words that deny."""
    if result.words in moment.notes.text:
        return False
    if result.by_whom == "nobody" and ("你" in clause.text or not _has_moved(moment, clause.text)):
        return False
    if not matter.verb:
        return clause.is_real(moment.lexicon, result.at)
    if _NO_RESULT.match(clause.plain, result.at) or _IN_VAIN.match(clause.plain, result.at + len(result.words)):
        return False
    return clause.is_so(moment.lexicon, result.at)


def _is_of_it(moment: Moment, clause: Clause, result: Result, matter: Matter, owner: Owner) -> bool:
    """Return whether a result is told of the deed: of you, of what was tried, or of whom it takes."""
    before, rest = clause.text[: result.at], clause.text[result.at + len(result.words) :]
    if moment.lexicon.find("gazes", before):
        return False
    if _has_person(moment, before):
        is_theirs = result.by_whom not in ("you", "deed") and not _OTHERS_OWN.search(before)
        return is_theirs or matter.is_named(before) or "你" in before or matter.is_named(clause.text[result.at :])
    if (other := _OBJECT.search(clause.text)) and not (matter.is_meant(other[1]) or other[1][-1] in _SHUT):
        return False
    if result.by_whom == "anybody" and owner == "others":
        return True
    if result.by_whom == "thing" and before:
        is_yours = before.startswith("你") or "从你" in before
        return is_yours or matter.has_name(before) or (owner == "you" and not subject_of(moment.lexicon, before))
    before = _OBLIQUE.sub("", before)
    if matter.is_meant(before) or (result.by_whom == "anything" and _has_thing(moment, before)):
        return True
    subject = subject_of(moment.lexicon, clause.plain[: result.at])
    if not subject or (owner == "you" and moment.lexicon.find("own_parts", subject)):
        return owner in ("you", "anything") and not (_SOMETHING_ELSE.match(rest) and not matter.is_named(rest))
    return result.by_whom == "deed" and owner in ("you", "anything") and not _has_thing(moment, before)


def _owner_after(moment: Moment, clause: Clause, matter: Matter, owner: Owner) -> Owner:
    """Return whose the next clause is where it has no subject: the player's, somebody else's, or what was tried."""
    if "你" in clause.text:
        return "you"
    if _has_person(moment, clause.text):
        return "others"
    if matter.has_name(clause.text):
        return "you"
    if owner != "others" and matter.is_named(clause.text):
        return "you"
    return "nothing" if _SOUNDS.search(clause.text) and subject_of(moment.lexicon, clause.plain) else owner


def _has_moved(moment: Moment, text: str) -> bool:
    """Return whether a text names a thing that is not where it was when the turn began."""
    before, after = moment.turn.before.where, moment.after.where
    ids = (each for named in moment.names.find(text) for each in named.ids)
    return any(before.get(each) != after.get(each) for each in ids)


def _has_thing(moment: Moment, text: str) -> bool:
    return any(each in moment.things for named in moment.names.find(text) for each in named.ids)


def _has_person(moment: Moment, text: str) -> bool:
    named = any(each in moment.world.people for named in moment.names.find(text) for each in named.ids)
    return named or bool(moment.lexicon.find("somebody", text))
