"""A telling is in the world's language, whole, and in characters that were not spoilt on the way.

Knows nothing of worlds but the words that their authors use.
"""

from __future__ import annotations

import re

from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict

_SPOILT = re.compile(
    r"\ufffd|[ÂÃ](?=\s|$)|[ÃÂÐÑØÙâãäåæçèéï][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_NOT_LATIN = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffef]+")
_NOT_CHINESE = re.compile(r"[\u3040-\u30ff\u0370-\u1fff\uac00-\ud7af]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_ACCENTED = re.compile(r"[a-z]*[à-öø-ÿß][a-zà-öø-ÿß]*")
_FOREIGN_ENOUGH = 2


def foreign(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first words of another language, or spoilt ones."""
    if spoilt := _SPOILT.search(said.text):
        return Verdict("language", spoilt.group())
    match moment.lexicon.language:
        case "en":
            return _foreign_to_english(moment, said)
        case "zh":
            return _foreign_to_chinese(moment, said)
    return None


def _foreign_to_english(moment: Moment, said: Said) -> Verdict | None:
    if found := _NOT_LATIN.search(said.text):
        return Verdict("language", found.group())
    words = moment.lexicon.find("foreign", said.folded)
    if words and not moment.known.has(words):
        return Verdict("language", words)
    hints: list[str] = moment.lexicon.pattern("foreign_hints").findall(said.folded)
    hints += [each for each in _ACCENTED.findall(said.folded) if not moment.lexicon.find("loans", each)]
    return Verdict("language", hints[0]) if len(set(hints)) >= _FOREIGN_ENOUGH else None


def _foreign_to_chinese(moment: Moment, said: Said) -> Verdict | None:
    if found := _NOT_CHINESE.search(said.text):
        return Verdict("language", found.group())
    if found := next(
        (each for each in _LATIN.finditer(said.text) if each.group().lower() not in moment.known.text), None
    ):
        return Verdict("language", found.group())
    traditional = moment.lexicon.find("traditional", said.text)
    return Verdict("language", traditional) if traditional and traditional not in moment.known.text else None
