"""Things that stories turn on and that the author never made, told of in a Chinese sentence for the first time.

Knows nothing of where the author's own things are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from game.story.guarding.chinese.unreal import is_unreal
from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_FEW_BETWEEN = 8
_HEADS = "刀剑枪斧锤锯伞帽书信票币箱盒匣笛琴哨杖棍棒矛弓箭桨锚叉铲镐扇册烛戒镯"
COUNTED = r"[一二两三四五六七八九十几半数](?![声阵股丝片缕])[\u4e00-\u9fff]"
"""A number and what counts things: "one piece of"; not a sound or a smell."""


def invented_in(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield the things that stories turn on, told of for the first time, of which the author says nothing here."""
    for found in _first_told(moment.lexicon.language).finditer(said.bare):
        start, end = found.span("object")
        clause_start, clause_end = said.clause_at(start)
        is_yours = found.group().startswith("你") and (
            found["object"] in moment.world.opening.read(moment.after)
            or moment.lexicon.find("clothes", found["object"])
        )
        if is_yours or moment.ground.has(found["object"]) or (found["head"] and moment.ground.has(found["head"])):
            continue
        if not is_unreal(moment.lexicon, said.bare[clause_start:start], said.bare[end:clause_end]):
            yield start, end


def _is_your_own(moment: Moment, thing: str) -> bool:
    """Return whether something is what the player came with, or what everybody wears."""
    return thing in moment.world.opening.read(moment.after) or bool(moment.lexicon.find("clothes", thing))


@cache
def _first_told(language: str) -> re.Pattern[str]:
    """Return what finds such a thing: with a number, as yours, or where something is said to lie, hang or come out."""
    phrases = lexicon_of(language).phrases
    lying, objects, showing = (phrases[key].pattern for key in ("lying", "objects", "showing"))
    first = rf"{COUNTED}|你|{lying}[着满]|{showing}"
    heads = rf"[^一两二三四五六七八九十几半每这那哪\W](?P<head>[{_HEADS}])(?![\u4e00-\u9fff]?[桌架柜房店铺柄套])"
    worn = r"(?<=件)[\u4e00-\u9fff]{0,5}[衣袍衫裙袄]"
    return re.compile(rf"(?:{first})[^，。；]{{0,{_FEW_BETWEEN}}}?(?P<object>{objects}|{heads}|{worn})")
