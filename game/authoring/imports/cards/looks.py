"""The part of a description that anybody can see: its sentences of hair, eyes and clothes, or its line about looks.

Knows nothing of worlds. What is not surely to be seen is left out: a description tells of much that no face shows.
"""

from __future__ import annotations

import re

from game.story.prose import is_complete, sentences_in

MAX_LOOK = 1_200
_MOST = 2_000
_LABELLED = re.compile(
    r"\W*(?:appearance|looks?|physical description|外貌|外表|长相)\W*[:：][ \t]*(?P<look>\S.*)", re.IGNORECASE
)
_SEEN = re.compile(
    r"\b(?:hair(?:ed)?|eye[sd]|skin(?:ned)?|faced?|freckle[sd]|scar(?:s|red)?|beard(?:ed)?|m(?:o)?ustache|braids?|wear(?:s|ing)"
    r"|dressed|clad|dress|coat|cloak|robes?|uniform|armou?r|jacket|shirt|skirt|hat|boots|gloves|tall|slender|stocky|slim"
    r"|muscular|ears|tail|horns|wings|fur)\b",
    re.IGNORECASE,
)
_SEEN_ZH = ("头发", "长发", "短发", "眼睛", "眼眸", "皮肤", "身穿", "穿着", "身材", "面容", "脸上")


def look_of(description: str) -> str:
    """Return what of a description can be seen, in its own words and order; nothing where none of it surely can."""
    found = [line for each in description.splitlines() for line in _seen_in(each[:_MOST])]
    look = ""
    for each in dict.fromkeys(found):
        if len(look) + len(each) < MAX_LOOK:
            look = f"{look} {each}".strip()
    return look


def _seen_in(line: str) -> list[str]:
    labelled = _LABELLED.match(line)
    if labelled:
        return [labelled["look"].strip(' ()[]"')]
    return [each for each in sentences_in(line) if is_complete(each) and _is_prose(each) and _is_seen(each)]


def _is_prose(sentence: str) -> bool:
    """Return whether a sentence is no line of a list or a form: those hold signs that prose does not."""
    return not sentence[0].islower() and not any(sign in sentence for sign in "[]{}()<>=+|:;")


def _is_seen(sentence: str) -> bool:
    return any(word in sentence for word in _SEEN_ZH) or bool(_SEEN.search(sentence))
