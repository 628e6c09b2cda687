"""What came of the turn's deed, as Chinese clauses tell it: that a refused one was done, or that a done one failed.

Knows nothing of what the author says of it, but for the very words, which are never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from game.rules.events import Chosen, Dropped, Examined, Given, Handled, Talked
from game.rules.state import NOWHERE
from game.story.guarding.chinese.clauses import Clause, clauses_in, subject_of
from game.story.guarding.chinese.matters import Matter
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.phrases import NEVER
from game.story.guarding.said import Said

_BAD_END = "水海泥火炉沟浪雾废篓"
_HOWEVER = re.compile(
    r"(?:怎么|无论怎么|任凭怎么|再怎么|说什么|死|绝|决|执意|坚决)[^，。]{0,3}?[都也]?[^，。]{0,3}?[不没]"
    r"|[也都][没不](?:能|肯|愿|曾)?[\u4e00-\u9fff](?:[开动起下上出住进着到掉断亮响过走来灭去成]|得)"
    r"|什么[也都][没不]"
)
_NOT_FOR_YOU = re.compile(
    r"(?:没|没有|不|不肯|不愿|别|休想)[给替为帮让]你|没有?伸手|不感兴趣|宁可[^，。]*不|用不着|不需要|不稀罕|没兴趣"
    r"|[推退塞扔递丢抛弹送还交搁放][回还]?[来去]?[给到]你|[推退塞扔递丢抛弹][了]?回"
)
_LOST = re.compile(
    r"(?:又|重新|还是|只好|末了|最后|仍)[^，。]{0,6}[挂放塞搁插套装推摆藏锁收揣]了?回|[把将][^，。]{1,6}[挂放塞搁插套装推摆藏锁]了?回|从你的?[\u4e00-\u9fff]{1,4}?[滑掉溜脱飞落挣漏]|[掉落滑摔跌][到在]了?[\u4e00-\u9fff]{0,4}[地板脚]"
    rf"|[\u4e00-\u9fff][进入到]了?[\u4e00-\u9fff]{{0,3}}?[{_BAD_END}]"
)
# By what a verb is: something broke, or was let go of; somebody gave up. What the author has of it is no fault.
_BROKE = re.compile(r"(?<![打折])[断裂碎炸崩塌垮漏散烂毁瘪](?:[了成开到得掉进下]|$)|[烧摔踩砸掰撕扯]坏")
_LET_GO = re.compile(r"([掉落滑滚沉跌坠溜漏])(?:了(?!\1)|[进到下出回])|[松撒]了?手|(?:丢|扔|摔|撂|抛)[下了在到进]")
_STUCK = re.compile(r"(?:卡|锈|粘|冻|焊|胶|咬|缠|勾)(?:[住死在了]|得)|死死|越[\u4e00-\u9fff]越[紧死牢]|挂不住|吃不住")
_GAVE_UP = re.compile(r"只[好得]|作罢|罢手|放弃|算了|停手|白费|徒劳|无奈|没奈何|一口回绝|[一]?[点丝分毫](?:[也都])?没有?[动松开]")
_AFFECTED = re.compile(r"[把将](?P<object>[^，。把将]{1,7}?)(?:[往向朝从在给叫][^，。]{1,6}?)?(?:一[把脚掌下口])?(?P<verb>[\u4e00-\u9fff])(?=[了到进给在回飞走掉碎开成向出断坏起上下]|[\u4e00-\u9fff]了)")
_AT_ONCE = re.compile(r"一[\u4e00-\u9fff]{1,2}就[\u4e00-\u9fff]?[开起进下上到过掉断亮动松走通]")
_SOMETHING_ELSE = re.compile(r"[来去]?了?[一几两三半][\u4e00-\u9fff]")
_REPORTED = re.compile(r"[讲说传问答写][^，。]{0,4}[：:]")
_OBJECT = re.compile(r"[把将](?![它她他])([^，。]{1,8}?)(?=[\u4e00-\u9fff](?:[了在到进回出上下开起成给]|$))")
_IN_VAIN = re.compile(r"[去来了]?[^，。]{0,4}?(?:[也都却仍]|还是)(?:没|不|无)")
_OTHERS_OWN = re.compile(r"的(?!手|指|胳膊|掌)[\u4e00-\u9fff]{1,3}")
_NO_RESULT = re.compile(r"(.)[了一]?\1|.了?(?:[一两几好]+[下把阵回遍次]|半天)")


ByWhom = Literal["you", "deed", "anybody", "anything", "thing", "nobody"]
Owner = Literal["you", "others", "anything"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a clause says came of something, and where. by_whom tells whose doing it must be to count."""

    at: int
    words: str
    by_whom: ByWhom


def told_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield the words by which a sentence tells a refused deed as done, or a done one as failed."""
    matter = moment.reading.matter
    patterns = tuple(_patterns(moment, matter))
    owner: Owner = "anything"
    reported = _REPORTED.search(said.bare)
    for clause in clauses_in(said):
        if reported and clause.start > reported.start():
            return
        if matter.is_done and (affected := _affected(moment, clause, matter)):
            yield affected
        for by_whom, pattern in patterns:
            for found in pattern.finditer(clause.plain):
                result = Result(found.start(), found.group(), by_whom)
                if _is_told(moment, clause, result, matter) and _is_of_it(moment, clause, result, matter, owner):
                    yield result.words
        owner = _owner_after(moment, clause, matter, owner)


def _patterns(moment: Moment, matter: Matter) -> Iterator[tuple[ByWhom, re.Pattern[str]]]:
    """Yield what finds that the turn came out otherwise, by what kind of turn it was."""
    if matter.verb:
        yield from _successes(moment.lexicon, matter)
    elif matter.is_done:
        yield from _failures(moment, matter)
    elif any(isinstance(event, Examined) for event in moment.events):
        yield "deed", moment.lexicon.pattern("unseen")
        yield "deed", _unless_told(moment, _BROKE)
    if any(isinstance(event, Chosen | Talked | Given) for event in moment.events):
        yield "anybody", moment.lexicon.pattern("unheeding" if matter.is_done else "weighty")
        yield "anybody", moment.lexicon.pattern("weighty")


def _successes(lexicon: Lexicon, matter: Matter) -> Iterator[tuple[ByWhom, re.Pattern[str]]]:
    """Yield what finds that something came of a deed."""
    yield "you", _done_pattern(lexicon.language)
    yield "you", lexicon.pattern("done")
    yield "you", _AT_ONCE
    yield "anybody", lexicon.pattern(f"done_{matter.verb}")
    if matter.is_going:
        yield "you", _gone_pattern(lexicon.language)
        yield "you", _entered_pattern(matter.names)
    if matter.verb == "take":
        yield "deed", _got_pattern(lexicon.language)


def _failures(moment: Moment, matter: Matter) -> Iterator[tuple[ByWhom, re.Pattern[str]]]:
    """Yield what finds that nothing came of a deed, or that it went wrong."""
    lexicon = moment.lexicon
    yield "you", _HOWEVER
    yield "deed", _cannot_pattern(lexicon.language)
    if not moment.has_moved:
        yield "you", _refusing_pattern(lexicon.language)
        yield "you", lexicon.pattern("failed")
    yield "you", lexicon.pattern("stopped" if matter.is_going else "unchanged")
    yield "anybody", lexicon.pattern("barring")
    if not moment.has_moved:
        yield "anybody", _GAVE_UP
        yield "thing", _STUCK
    if matter.things and not moment.has_moved:
        yield "thing", _unless_told(moment, _BROKE)
        yield "thing", _unless_told(moment, _LET_GO)
    if not (matter.is_going or lexicon.find("so_harmed", moment.notes.text)):
        yield "anything", lexicon.pattern("accidents")
    if matter.is_with_somebody:
        yield "anybody", lexicon.pattern("returned")
    if matter.is_with_somebody or moment.people:
        yield "anybody", _NOT_FOR_YOU
    if not matter.is_going:
        yield "anybody", _LOST
        yield "anybody", _thrown_pattern(lexicon.language)
    if moment.lexicon.find("listening", moment.asked.text):
        yield "anything", lexicon.pattern("unheard")
    if any(isinstance(event, Dropped | Handled) for event in moment.events):
        yield "you", lexicon.pattern("back_on_you")
    if matter.things:
        yield "nobody", _remaining_pattern(lexicon.language)


def _affected(moment: Moment, clause: Clause, matter: Matter) -> str:
    """Return what is done to what the turn was about, where the author has no such verb and it is more than handling."""
    for found in _AFFECTED.finditer(clause.plain):
        verb, thing = found["verb"], found["object"]
        is_it = thing in ("它", "她", "他") or matter.has_name(thing)
        is_soft = bool(moment.lexicon.find("handling", verb)) or verb in moment.notes.text or verb in moment.asked.text
        if is_it and thing not in ("她", "他") and not is_soft and clause.is_so(moment.lexicon, found.start()):
            return found.group()
    return ""


def _unless_told(moment: Moment, pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern, or one that finds nothing where the author tells of such a thing in this turn."""
    after, before = moment.after, moment.turn.before
    is_used_up = any(after.holder(each) == NOWHERE != before.holder(each) for each in moment.reading.matter.things)
    return NEVER if is_used_up or pattern.search(moment.notes.text) else pattern


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
    if (other := _OBJECT.search(clause.text)) and not matter.is_meant(other[1]):
        return False
    if result.by_whom == "anybody" and owner == "others":
        return True
    if result.by_whom == "thing" and before:
        return "你" in before or matter.has_name(before) or (owner == "you" and not subject_of(moment.lexicon, before))
    if matter.is_meant(before) or (result.by_whom == "anything" and _has_thing(moment, before)):
        return True
    subject = subject_of(moment.lexicon, clause.plain[: result.at])
    if not subject or (owner == "you" and moment.lexicon.find("own_parts", subject)):
        return owner != "others" and not (_SOMETHING_ELSE.match(rest) and not matter.is_named(rest))
    return result.by_whom == "deed" and owner != "others" and not _has_thing(moment, before)


def _owner_after(moment: Moment, clause: Clause, matter: Matter, owner: Owner) -> Owner:
    """Return whose the next clause is where it has no subject: the player's, somebody else's, or what was tried."""
    if "你" in clause.text:
        return "you"
    if _has_person(moment, clause.text):
        return "others"
    if matter.has_name(clause.text):
        return "you"
    return "you" if owner != "others" and matter.is_named(clause.text) else owner


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


@cache
def _done_pattern(language: str) -> re.Pattern[str]:
    """Return what finds a verb with what came of it: "推开", "落进", "端了起来"."""
    phrases = lexicon_of(language).phrases
    verbs, ends, places = (phrases[key].pattern for key in ("changing", "complements", "into"))
    return re.compile(f"{verbs}了?(?:(?!着(?!了)){ends}|{places})")


@cache
def _gone_pattern(language: str) -> re.Pattern[str]:
    """Return what finds that somebody went where they could not: "下到", "进去了", "溜了进去"."""
    phrases = lexicon_of(language).phrases
    return re.compile(f"{phrases['going'].pattern}了?{phrases['gone'].pattern}")


@lru_cache(maxsize=64)
def _entered_pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Return what finds that somebody is in a place, or beyond a way, of some name: "上了钟楼"."""
    return re.compile(f"[上下进出到过入回]了(?:{'|'.join(map(re.escape, sorted(names)))})" if names else "(?!)")


@cache
def _got_pattern(language: str) -> re.Pattern[str]:
    """Return what finds that something came to a hand or shoulder: it can only be yours."""
    parts = lexicon_of(language).phrases["about_you"].pattern
    return re.compile(f"[到在进入落上]了?你的?(?:{parts}|心里)|(?:[到进入落]了?|落在|滚在|躺在|握在|攥在)(?:{parts}|心里)")


@cache
def _thrown_pattern(language: str) -> re.Pattern[str]:
    """Return what finds that something was thrown away: "丢进了", "扫到地上"."""
    throwing = lexicon_of(language).phrases["throwing"].pattern
    return re.compile(f"{throwing}了?(?:[进到在向出开回成去]|下[去来])")


@cache
def _cannot_pattern(language: str) -> re.Pattern[str]:
    """Return what finds a verb that could come to nothing: "推不开", "取不下来"."""
    perceiving = "看听闻嗅说讲分认想忍禁止差对了来舍瞧望读数记得也都再还却就才又并从"
    return re.compile(f"[^{perceiving}\\W]不{lexicon_of(language).phrases['complements'].pattern}")


@cache
def _refusing_pattern(language: str) -> re.Pattern[str]:
    """Return what finds a verb that was not done, or that somebody would not do: "没拿起来", "不肯接"."""
    phrases = lexicon_of(language).phrases
    return re.compile(f"{phrases['refusing'].pattern}[\u4e00-\u9fff]{{0,3}}?{phrases['changing'].pattern}")


@cache
def _remaining_pattern(language: str) -> re.Pattern[str]:
    """Return what finds that something still lies where it lay: "还挂在", "仍旧躺着"."""
    phrases = lexicon_of(language).phrases
    return re.compile(f"{phrases['still'].pattern}[\u4e00-\u9fff]{{0,2}}?{phrases['lying'].pattern}[着在得]")
