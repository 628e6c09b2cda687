"""What a Chinese sentence has the player do, think or feel: they perceive, and do what they did, and no more.

Knows nothing of what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from game.rules.events import Chosen
from game.story.guarding.chinese.clauses import Clause, clauses_in, subject_of
from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict

_PALM = "掌手街江湖圆核轴"
# Somebody does something to you, or beside you: what follows is theirs.
_YOU = re.compile(r"(?<![朝往向对冲给替为帮跟和同在到看望问从比离着过于被])你(?!们)")
_PARTS = "的手肩眼脚身面背头指掌膝腿脸耳鞋靴袖影左右"
_AT = re.compile(r"[\u4e00-\u9fff]{1,8}?[上里下边旁前后中](?P<verb>[\u4e00-\u9fff]{2})")
_MEANS = "把将用朝向往对跟给替为拿和同"
_SEES = re.compile(r"你(?:[也还就才]|只能|能|可以|已经)?(?:[看瞧望听闻嗅][得]?[见到出着]|看|听|望)")


def puppets(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on words, thoughts, feelings or a deed that a sentence of narration gives to the player."""
    if "你" not in said.bare:
        return None
    words = next(chain(_unknown(moment, said), _goes(moment, said), _listed(moment, said)), "")
    return Verdict("puppet", words) if words else None


def _unknown(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what the player does at the head of a clause, where neither the author nor the player has it."""
    goes_on = False
    for clause in clauses_in(said):
        head = _head(moment.lexicon.language).match(clause.text.strip())
        if head is not None:
            goes_on = head["verb"][0] not in _PARTS and not _SEES.match(clause.text.strip())
            if not _is_theirs(moment, clause, head["verb"]):
                yield head["verb"]
        elif goes_on and (further := _further(moment.lexicon.language).match(clause.text.strip())):
            if not _is_of_turn(moment, further["verb"]):
                yield further["verb"]
        else:
            goes_on = goes_on and "你" not in clause.text


def _is_theirs(moment: Moment, clause: Clause, verb: str) -> bool:
    """Return whether a verb may be the player's: perceiving, what they did, or what the author has them do."""
    rest = clause.text.partition(verb)[2]
    if verb[0] == "在" and (there := _AT.match(clause.text.partition("在")[2])):
        return moment.lexicon.begins("perceiving", there["verb"]) or _is_of_turn(moment, there["verb"])
    if moment.lexicon.begins("perceiving", verb) or _is_of_turn(moment, verb):
        return True
    return verb[0] in _MEANS and any(_is_of_turn(moment, rest[at : at + 2]) for at in range(len(rest) - 1))


def _is_of_turn(moment: Moment, verb: str) -> bool:
    if moment.notes.has(verb) or moment.notes.has("你" + verb[0]) or moment.asked.has(verb[0]):
        return True
    if any(beat.kind == "result" and verb[0] in beat.text for beat in moment.beats) and _has_chosen(moment):
        return True
    kinds = (type(event).__name__.lower() for event in moment.events)
    return any(moment.lexicon.begins(f"when_{kind}", verb) for kind in kinds)


def _has_chosen(moment: Moment) -> bool:
    return any(isinstance(event, Chosen) for event in moment.events)


def _goes(moment: Moment, said: Said) -> Iterator[str]:
    """Yield where the player goes somewhere in a turn in which they went nowhere."""
    if moment.has_moved or moment.turn.outcome.refusal:
        return
    is_yours = False
    for clause in clauses_in(said):
        found = moment.lexicon.pattern("set_off").search(clause.plain)
        if found and _is_beyond(moment, clause, found, is_yours=is_yours):
            yield found.group()
        is_yours = _is_yours(moment, clause.text, is_yours=is_yours, is_before=False)


def _is_beyond(moment: Moment, clause: Clause, found: re.Match[str], *, is_yours: bool) -> bool:
    """Return whether what was found in a clause is the player's doing, and the author has nothing of it."""
    if moment.notes.has(found.group()) or not clause.is_so(moment.lexicon, found.start()):
        return False
    return _is_yours(moment, clause.text[: found.start()], is_yours=is_yours, is_before=True)


def _listed(moment: Moment, said: Said) -> Iterator[str]:
    """Yield the deeds and feelings of the lists that the player is the subject of."""
    is_yours = False
    for clause in clauses_in(said):
        for found in (each for key in ("felt", "deeds") for each in moment.lexicon.pattern(key).finditer(clause.text)):
            words, before = found.group(), clause.text[: found.start()]
            is_place = words.startswith("心") and before[-1:] in _PALM
            told = moment.notes.has(words) or moment.asked.has(words)
            if not (is_place or told) and _is_yours(moment, before, is_yours=is_yours, is_before=True):
                yield words
        is_yours = _is_yours(moment, clause.text, is_yours=is_yours, is_before=False)


def _is_yours(moment: Moment, text: str, *, is_yours: bool, is_before: bool) -> bool:
    """Return whether what comes after a text is the player's: they are spoken of in it, or it goes on from such."""
    at = _YOU.search(text)
    if at is not None:
        return not moment.lexicon.find("your_own", text)
    if (
        not is_yours
        or "你" in text
        or moment.lexicon.find("somebody", text)
        or any(True for _ in moment.names.find(text))
    ):
        return False
    subject = subject_of(moment.lexicon, text) if is_before else ""
    return not subject or bool(moment.lexicon.find("own_parts", subject))


@cache
def _head(language: str) -> re.Pattern[str]:
    """Return what finds the two characters after "you" and adverbs, where they are no possession of yours."""
    adverbs = lexicon_of(language).phrases["your_adverbs"].pattern
    return re.compile(rf"(?:但|可|而|于是|然后|接着|这时|忽然)?你{adverbs}*(?P<verb>[\u4e00-\u9fff]{{2}})(?<!的)")


@cache
def _further(language: str) -> re.Pattern[str]:
    """Return what finds a deed that goes on from a clause of which you are the subject."""
    phrases = lexicon_of(language).phrases
    return re.compile(rf"{phrases['further'].pattern}(?P<verb>{phrases['doing'].pattern}[\u4e00-\u9fff])")
