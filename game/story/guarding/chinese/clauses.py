"""The clauses of a Chinese sentence, and what in one of them is denied, tried, wished or only compared.

Knows nothing of worlds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.story.guarding.lexicon import Lexicon
from game.story.guarding.said import Said

_SOUND = r"[吱呀咔嗒嚓砰咚轰哗啦叮当啪吧哐嘎噗嗖骨碌咕噜唰噼里扑通嗡]{1,4}(?:的?一[声下响])?|[\u4e00-\u9fff]{1,3}地"
_TWICE = r"(?:(.)\1(.)\2|([\u4e00-\u9fff])\3|[\u4e00-\u9fff]([\u4e00-\u9fff])\4)"
_MANNER = re.compile(rf"{_TWICE}(?:[地的]|一声)?|{_SOUND}")
_MASK = "＿"
# "Like …, as …": what comes after the comparison is so.
_MANNER_OF = re.compile(r"(?:就?像|好像|仿佛|如同)[^，。]{1,9}(?:似的|一样|一般|那样)地?(?=[\u4e00-\u9fff]{2})")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence: its words, where it begins, and the same words with what only looks denied masked."""

    text: str
    start: int
    plain: str

    def is_so(self, lexicon: Lexicon, at: int) -> bool:
        """Return whether what stands at a place of the clause is said to be: not denied, tried, wished or compared."""
        before = self.plain[:at]
        return not (lexicon.find("negators", before) or lexicon.find("unreal", before))

    def is_real(self, lexicon: Lexicon, at: int) -> bool:
        """Return whether what stands at a place of the clause is neither tried, wished nor compared."""
        return not lexicon.find("unreal", self.plain[:at])


def clauses_in(said: Said) -> Iterator[Clause]:
    """Yield the clauses of a sentence, in order."""
    for start, end in said.clauses:
        text = said.bare[start:end]
        yield Clause(text, start, _MANNER_OF.sub(_masked, said.lexicon.pattern("seeming_negators").sub(_masked, text)))


def subject_of(lexicon: Lexicon, before: str) -> str:
    """Return what is left of the words before a verb without adverbs and manner: its subject, or nothing."""
    without = _MANNER.sub("", before)
    return lexicon.pattern("adverbs").sub("", without).strip(" ＿，。")


def _masked(found: re.Match[str]) -> str:
    return _MASK * len(found.group())
