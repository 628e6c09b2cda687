"""The forms in which Chinese says what came of something: verbs with their results, as regular expressions.

Knows nothing of turns: what a form means depends on what was tried.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from game.story.guarding.lexicon import lexicon_of

_BAD_END = "水海泥火炉沟浪雾废篓"
_PERCEIVING = "看听闻嗅说讲分认想忍禁止差对了来舍瞧望读数记得也都再还却就才又并从"
_MISHAPS = "掉落滑碎断裂倒洒溅漏塌碰坏乱撞擦伤湿"
_HAN = r"[\u4e00-\u9fff]"

HOWEVER = re.compile(
    r"(?:怎么|无论怎么|任凭怎么|再怎么|说什么|死|绝|决|执意|坚决)[^，。]{0,3}?[都也]?[^，。]{0,3}?[不没]"
    rf"|[也都](?:没有?|不)(?:能|肯|愿|曾)?[^\\W{_MISHAPS}](?:[开动起下上出住进着到断亮响过走来灭去成]|得)"
    r"|什么[也都](?:没有?|不)(?:摸|找|拿|捞|抓|得|捉|取|碰|收|听|发生|发现|变|见)"
)
"""However it was tried, nothing came of it."""
NOT_FOR_YOU = re.compile(
    r"(?:没|没有|不|不肯|不愿|别|休想)[给替为帮让]你|没有?伸手|不感兴趣|宁可[^，。]*不"
    r"|用不着|不需要|不稀罕|没兴趣"
    r"|[推退塞扔递丢抛弹送还交搁放][回还]?[来去]?[给到]你|[推退塞扔递丢抛弹]了?回"
)
"""Somebody does nothing for you, or gives back what you gave."""
LOST = re.compile(
    r"(?:又|重新|还是|只好|末了|最后|仍)[^，。]{0,6}[挂放塞搁插套装推摆藏锁收揣]了?回"
    r"|[把将][^，。]{1,6}[挂放塞搁插套装推摆藏锁]了?回"
    rf"|从你的?{_HAN}{{1,4}}?[滑掉溜脱飞落挣漏]|[掉落滑摔跌][到在]了?{_HAN}{{0,4}}[地板脚]"
    rf"|{_HAN}[进入到]了?{_HAN}{{0,3}}?[{_BAD_END}]"
)
"""It went back to where it was, out of your hands, or where nobody keeps anything."""
BROKE = re.compile(r"(?<![打折])[断裂碎炸崩塌垮漏散烂毁瘪](?:[了成开到得掉进下]|$)|[烧摔踩砸掰撕扯]坏")
LET_GO = re.compile(r"([掉落滑滚沉跌坠溜漏])(?:了(?!\1)|[进到下出回])|[松撒]了?手|(?:丢|扔|摔|撂|抛)[下了在到进]")
STUCK = re.compile(rf"(?:卡|锈|粘|冻|焊|胶|咬|缠|勾)(?:[住死在了]|得)|死死|越{_HAN}越[紧死牢]|挂不住|吃不住")
GAVE_UP = re.compile(
    r"只[好得]|作罢|罢手|放弃|算了|停手|白费|徒劳|无奈|没奈何|一口回绝"
    r"|一?[点丝分毫](?:[也都])?没有?[动松开]"
)
THE_SAME = re.compile(rf"({_HAN}{{1,3}})还是\1(?!{_HAN})|(?:抓|摸|扑|踩)了个?空")
SAID_NO = re.compile(r"[说道讲][^，。：]{0,8}?(?:不|别|没有|谁也|休想)|板起脸|脸一沉|[沉拉]下脸|翻了脸")
AFFECTED = re.compile(
    r"[把将](?P<object>[^，。把将]{1,7}?)(?:[往向朝从在给叫][^，。]{1,6}?)?(?:一[把脚掌下口])?"
    rf"(?P<verb>{_HAN})(?=[了到进给在回得飞走掉碎开成向出断坏起上下]|{_HAN}了)"
)
"""Something was done to an object."""
AT_ONCE = re.compile(rf"一{_HAN}{{1,2}}就{_HAN}?[开起进下上到过掉断亮动松走通]")


@cache
def done(language: str) -> re.Pattern[str]:
    """Return what finds a verb with what came of it: "推开", "落进", "端了起来"."""
    phrases = lexicon_of(language).phrases
    verbs, ends, places = (phrases[key].pattern for key in ("changing", "complements", "into"))
    return re.compile(f"{verbs}了?(?:(?!着(?!了)){ends}|{places})")


@cache
def gone(language: str) -> re.Pattern[str]:
    """Return what finds that somebody went where they could not: "下到", "进去了", "溜了进去"."""
    phrases = lexicon_of(language).phrases
    return re.compile(f"{phrases['going'].pattern}了?{phrases['gone'].pattern}")


@lru_cache(maxsize=64)
def entered(names: frozenset[str]) -> re.Pattern[str]:
    """Return what finds that somebody is in a place, or beyond a way, of some name: "上了钟楼"."""
    return re.compile(f"[上下进出到过入回]了(?:{'|'.join(map(re.escape, sorted(names)))})" if names else "(?!)")


@cache
def got(language: str) -> re.Pattern[str]:
    """Return what finds that something came to a hand or shoulder: it can only be yours."""
    parts = lexicon_of(language).phrases["about_you"].pattern
    return re.compile(
        f"[到在进入落上]了?你的?(?:{parts}|心里)|(?:[到进入落]了?|落在|滚在|躺在|握在|攥在)(?:{parts}|心里)"
    )


@cache
def thrown(language: str) -> re.Pattern[str]:
    """Return what finds that something was thrown away: "丢进了", "扫到地上"."""
    throwing = lexicon_of(language).phrases["throwing"].pattern
    return re.compile(f"{throwing}了?(?:[进到在向出开回成去]|下[去来])")


@cache
def cannot(language: str) -> re.Pattern[str]:
    """Return what finds a verb that could come to nothing: "推不开", "取不下来"."""
    return re.compile(f"[^{_PERCEIVING}\\W]不{lexicon_of(language).phrases['complements'].pattern}")


@cache
def refusing(language: str) -> re.Pattern[str]:
    """Return what finds a verb that was not done, or that somebody would not do: "没拿起来", "不肯接"."""
    phrases = lexicon_of(language).phrases
    done = rf"(?![{_MISHAPS}]){phrases['changing'].pattern}"
    return re.compile(f"{phrases['refusing'].pattern}[^\\W{_MISHAPS}]{{0,3}}?{done}")


@cache
def attempted(language: str) -> re.Pattern[str]:
    """Return what finds that something was tried for long, or often: "拧了半天"."""
    verbs = lexicon_of(language).phrases["changing"].pattern
    return re.compile(rf"{verbs}了(?:老?半天|好半天|好?一阵|半晌|[几两三]下|好?几[次回遍])")


@cache
def remaining(language: str) -> re.Pattern[str]:
    """Return what finds that something still lies where it lay: "还挂在", "仍旧躺着"."""
    phrases = lexicon_of(language).phrases
    return re.compile(
        f"{phrases['still'].pattern}[\u4e00-\u9fff]{{0,2}}?{phrases['lying'].pattern}[着在得]|{phrases['still'].pattern}在[^你，。]{{1,6}}[上里下边中旁]"
    )
