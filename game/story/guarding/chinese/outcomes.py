"""What came of the turn's deed, as Chinese clauses tell it: that a refused one was done, or that a done one failed.

Knows nothing of what the author says of it, but for the very words, which are never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from game.story.guarding.chinese.clauses import Clause, clauses_in, subject_of
from game.story.guarding.chinese.matters import Matter, matter_of
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_HOWEVER = re.compile(r"(?:怎么|无论怎么|任凭怎么|再怎么|说什么|死|绝|决|执意|坚决)[^，。]{0,3}?[都也]?[^，。]{0,3}?[不没]|[也都][没不](?:能|肯|愿|曾)?[\u4e00-\u9fff](?:[开动起下出上住进着到掉断亮响过走来灭去成]|得)")
_NOT_FOR_YOU = re.compile(r"(?:没|没有|不|不肯|不愿|别|休想)[给替为帮让]你|(?:按住|拦住|挡住|喝住|拽住)|[说道][他她]?(?:用不着|不需要|不要|不稀罕|没兴趣)|没有?伸手|不感兴趣|宁可[^，。]*不|用不着")
_LOST = re.compile(r"从你的?[\u4e00-\u9fff]{1,4}?[滑掉溜脱飞落挣]|[沉掉落滚栽跌飘滑][进入到][了]?[\u4e00-\u9fff]{0,3}[水海泥沙浪雾火]|[掉落滑摔跌][到在][了]?[\u4e00-\u9fff]{0,4}[地板脚]")
_NO_RESULT = re.compile(r"(.)[了一]?\1|.了?(?:[一两几好]+[下把阵回遍次]|半天)")


def told_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield the words by which a sentence tells a refused deed as done, or a done one as failed."""
    matter = matter_of(moment)
    if not (matter.verb or matter.is_done):
        return
    find = _successes if matter.verb else _failures
    is_about = True
    for clause in clauses_in(said):
        for at, words in find(moment.lexicon, clause, matter):
            told = words in moment.notes.text
            if not told and _is_of_it(moment, clause, at, matter, is_about=is_about):
                yield words
        is_about = _is_about_next(moment, clause, matter, is_about=is_about)


def _successes(lexicon: Lexicon, clause: Clause, matter: Matter) -> Iterator[tuple[int, str]]:
    """Yield where a clause says that something came of a deed."""
    patterns = [_done_pattern(lexicon.language), lexicon.pattern("done"), lexicon.pattern(f"done_{matter.verb}")]
    patterns += (_gone_pattern(lexicon.language),) if matter.is_going else ()
    patterns += (_got_pattern(lexicon.language),) if matter.verb == "take" else ()
    for found in (each for pattern in patterns for each in pattern.finditer(clause.plain)):
        if not _NO_RESULT.match(clause.plain, found.start()) and clause.is_so(lexicon, found.start()):
            yield found.start(), found.group()


def _failures(lexicon: Lexicon, clause: Clause, matter: Matter) -> Iterator[tuple[int, str]]:
    """Yield where a clause says that nothing came of a deed, or that it went wrong."""
    keys = ("failed", "stopped") if matter.is_going else ("failed", "unchanged")
    patterns = [_HOWEVER, _failed_pattern(lexicon.language), *(lexicon.pattern(key) for key in keys)]
    patterns += (lexicon.pattern("returned"), _NOT_FOR_YOU) if matter.is_with_somebody else ()
    patterns += (_remaining_pattern(lexicon.language),) if matter.things and "你" not in clause.text else ()
    patterns += (_LOST, _thrown_pattern(lexicon.language)) if matter.things else ()
    for found in (each for pattern in patterns for each in pattern.finditer(clause.plain)):
        if clause.is_real(lexicon, found.start()):
            yield found.start(), found.group()


def _is_of_it(moment: Moment, clause: Clause, at: int, matter: Matter, *, is_about: bool) -> bool:
    """Return whether what stands at a place of a clause is told of the deed: of you, of what was tried, or of whom."""
    before = clause.text[:at]
    if matter.is_meant(before):
        return True
    if _has_person(moment, before):
        return matter.is_named(clause.text[at:]) or matter.is_with_somebody
    return is_about and not subject_of(moment.lexicon, clause.plain[:at])


def _is_about_next(moment: Moment, clause: Clause, matter: Matter, *, is_about: bool) -> bool:
    """Return whether a clause without a subject that follows this one would be about the deed."""
    if matter.is_meant(clause.text):
        return True
    return is_about and not _has_person(moment, clause.text)


def _has_person(moment: Moment, text: str) -> bool:
    named = any(each in moment.world.people for named in moment.names.find(text) for each in named.ids)
    return named or bool(moment.lexicon.find("somebody", text))


@cache
def _done_pattern(language: str) -> re.Pattern[str]:
    """Return what finds a verb with what came of it: "推开", "落进", "端了起来"."""
    phrases = lexicon_of(language).phrases
    verbs, ends, places = (phrases[key].pattern for key in ("changing", "complements", "into"))
    return re.compile(f"{verbs}了?(?:(?!着){ends}|{places})")


@cache
def _gone_pattern(language: str) -> re.Pattern[str]:
    """Return what finds that somebody went where they could not: "下到", "进去了", "溜了进去"."""
    phrases = lexicon_of(language).phrases
    return re.compile(f"{phrases['going'].pattern}了?{phrases['gone'].pattern}")


@cache
def _got_pattern(language: str) -> re.Pattern[str]:
    """Return what finds that something came to a hand or shoulder: it can only be yours."""
    parts = lexicon_of(language).phrases["about_you"].pattern
    return re.compile(f"[到在进入落]了?你?的?(?:{parts}|心里)")


@cache
def _thrown_pattern(language: str) -> re.Pattern[str]:
    """Return what finds that something was thrown away: "丢进了", "扫到地上"."""
    throwing = lexicon_of(language).phrases["throwing"].pattern
    return re.compile(f"{throwing}了?(?:[进到在向出开回成去]|下[去来])")


@cache
def _failed_pattern(language: str) -> re.Pattern[str]:
    """Return what finds a verb that came to nothing: "推不开", "没拿起来", "不肯接"."""
    phrases = lexicon_of(language).phrases
    verbs, ends = (phrases[key].pattern for key in ("changing", "complements"))
    refusing = phrases["refusing"].pattern
    perceiving = "看听闻嗅说讲分认想忍禁止差对了来舍瞧望读数记得"
    return re.compile(f"[^{perceiving}\\W]不{ends}|{refusing}[\u4e00-\u9fff]{{0,3}}?{verbs}")


@cache
def _remaining_pattern(language: str) -> re.Pattern[str]:
    """Return what finds that something still lies where it lay: "还挂在", "仍旧躺着"."""
    phrases = lexicon_of(language).phrases
    return re.compile(f"{phrases['still'].pattern}[\u4e00-\u9fff]{{0,2}}?{phrases['lying'].pattern}[着在得]")
