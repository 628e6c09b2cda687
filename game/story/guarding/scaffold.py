"""No piece of a prompt, control token, instruction, markup, or talk about the text comes through.

Knows nothing of worlds.
"""

from __future__ import annotations

import re

from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict

_MARKUP = re.compile(
    r"[<>{}\[\]|*_=~`\\\n【】]|(?<!\w)#+\s|^\s*[-–•]\s|\s-{2,}|\([A-Z][^()]*[.!?]\)|^\s*\(|</?\w+>"
    r"|^\s*\d+[.)、]\s|^\s*（|\d[.、)]\s*[^\d]{1,20}\s\d[.、)]"
)
_ASSENT = re.compile(r"^\W*(?:好的|没问题|收到|明白了|当然可以)[，。！,!]")
_LABEL = re.compile(r"\W*[a-z]+(?: [a-z]+)?:\s")
_INSTRUCTS = re.compile(r"(?:write|rewrite|describe|continue|remember|note|reply|respond|speak|choose|generate)\b")
_SUBJECT = re.compile(r"\b(?:i|we|you|they|he|she|who|to|must|can|will|would|not|and)$")
_FIELDS = re.compile(r"(?:^|[.。;；]\s*)\w[\w ]{0,16}[:：]\s*[^.:：。]{1,40}[.。;；]\s*\w[\w ]{0,16}[:：]")


def leaked(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first sign that the text is about itself."""
    if marked := _MARKUP.search(said.straight):
        return Verdict("scaffold", marked.group().strip())
    if not said.speaker and (assent := _ASSENT.match(said.straight)):
        return Verdict("scaffold", assent.group())
    words = moment.lexicon.find("scaffold", said.folded)
    if words and words not in moment.known.text and not _is_in_midst(said, words):
        return Verdict("scaffold", said.spelled(*_span(said, words)))
    if not said.speaker and (label := _LABEL.match(said.bare)) and label.group() not in moment.notes.text:
        return Verdict("scaffold", label.group().strip())
    fields = _FIELDS.search(said.bare)
    return Verdict("scaffold") if fields and fields.group() not in moment.ground.text else None


def _is_in_midst(said: Said, words: str) -> bool:
    """Return whether words go on with a sentence, as no label or order does: "to note: salt", "I write in"."""
    before = said.folded[: said.folded.index(words)].rstrip()
    is_label = words.endswith(":") and before[-1:].isalpha()
    return is_label or bool(_INSTRUCTS.match(words) and _SUBJECT.search(before))


def _span(said: Said, words: str) -> tuple[int, int]:
    start = said.folded.index(words)
    return start, start + len(words)
