"""The macros of cards, written out: {{char}} is the person's name, {{user}} is you; what is random is not drawn.

Knows nothing of which text they stand in. V1 names {{char}}, {{user}}, <BOT> and <USER>; V3 adds the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from game.story.lexicon import is_spaced

_MOST_NESTED = 8
_TAGS = re.compile(r"<(user|bot|char)>", re.IGNORECASE)
_TAG_MEANS = {"user": "{{user}}", "bot": "{{char}}", "char": "{{char}}"}
_CALLED = re.compile(r"(?<=\w),[ ]?\{\{user\}\}(?=[.!?…。！？])", re.IGNORECASE)
"""The player called by a name at the end of a sentence: "Sit down, {{user}}."."""
_USER = re.compile(
    r"(?P<start>(?:^|[.!?…\n\"“*(])[ ]{0,2})?\{\{user\}\}"
    r"(?:(?P<own>['’]s)(?!\w)|(?P<verb>[ ](?:is|was|has|does|isn't|wasn't|hasn't|doesn't)(?!\w)))?",
    re.IGNORECASE,
)
_AGREES = {"is": "are", "was": "were", "has": "have", "does": "do"}
_NOT = "n't"
_MACRO = re.compile(r"\{\{([^{}]*)\}\}")
_COMMENT = re.compile(r"//|comment\s*:|hidden_key\s*:|noop$|trim$", re.IGNORECASE)
_DRAWN = re.compile(r"(?:random|pick)\s*::?(?P<list>.*)", re.IGNORECASE | re.DOTALL)
_ROLLED = re.compile(r"roll\b", re.IGNORECASE)
_REVERSED = re.compile(r"reverse\s*:(?P<text>.*)", re.IGNORECASE | re.DOTALL)
_PARTS = re.compile(r"(?<!\\),|::")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text with its macros written out, and what was done to it that an author should see."""

    text: str
    remarks: tuple[str, ...] = ()


def spell(text: str, *, char: str) -> Spelled:
    """Return a text with its macros written out. char is what the person is called."""
    text = _TAGS.sub(lambda tag: _TAG_MEANS[tag[1].lower()], text)
    if "{{" not in text:
        return Spelled(text)
    remarks: dict[str, None] = {}
    spelled = _with_you(text)
    if spelled != text:
        remarks["{{user}} is written as 'you'; see that the sentences agree with it"] = None
    for _ in range(_MOST_NESTED):
        spelled, count = _MACRO.subn(partial(_written, char=char, remarks=remarks), spelled)
        if not count:
            break
    return Spelled(spelled, tuple(remarks))


def _with_you(text: str) -> str:
    if not is_spaced(text):
        return re.sub(r"\{\{user\}\}", "你", text, flags=re.IGNORECASE)
    return _USER.sub(_you, _CALLED.sub("", text))


def _you(found: re.Match[str]) -> str:
    """Return "you" as it stands there: "your" before what is theirs, and a verb that agrees with it."""
    start, verb = found["start"], (found["verb"] or "").strip().lower()
    you = "your" if found["own"] else "you"
    agreed = f" {_AGREES[verb.removesuffix(_NOT)]}{_NOT if verb.endswith(_NOT) else ''}" if verb else ""
    return (start or "") + (you if start is None else you.capitalize()) + agreed


def _written(found: re.Match[str], *, char: str, remarks: dict[str, None]) -> str:
    """Return what stands for a macro; a remark is added where that is not all that it says."""
    inside = found[1].strip()
    if inside.lower() == "char":
        return char
    if _COMMENT.match(inside):
        return ""
    if drawn := _DRAWN.match(inside):
        remarks["what is drawn at random is written as the first of its wordings"] = None
        wordings = (each.replace("\\,", ",").strip() for each in _PARTS.split(drawn["list"]))
        return next((each for each in wordings if each), "")
    if turned := _REVERSED.match(inside):
        return turned["text"][::-1]
    what = "a number that is rolled" if _ROLLED.match(inside) else f"{{{{{inside[:30]}}}}}"
    remarks[f"{what} has no place in a text, and is left out"] = None
    return ""
