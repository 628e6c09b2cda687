"""How many of something there are in a Chinese sentence, and what stands written, against what the author says.

Knows nothing of what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.rules.events import Examined, Talked
from game.story.guarding.chinese.speech import is_inscribed
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_KINDS = "个只枚块条把本口张根道行盏扇级排座间位码"
_NUMBER = re.compile(rf"([一二两三四五六七八九十百]+)([{_KINDS}])([\u4e00-\u9fff])")
_ONLY_ONE = re.compile(rf"只[^，。]{{0,4}}?一([{_KINDS}])([\u4e00-\u9fff])")
_GREAT = re.compile(r"(?=[^\W点]*[十百千])[一二两三四五六七八九十百千零点]{2,}")


def counted_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield the numbers and the inscriptions that are other than the author's."""
    yield from _counted_otherwise(moment, said)
    yield from _only_one(moment, said)
    yield from _numbered_otherwise(moment, said)
    yield from _inscribed_otherwise(moment, said)


def _counted_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield numbers of something of which the author has another number alone."""
    theirs = {(found[2], found[3]): set[str]() for found in _NUMBER.finditer(moment.notes.text)}
    for found in _NUMBER.finditer(moment.notes.text):
        theirs[found[2], found[3]].add(found[1])
    for found in _NUMBER.finditer(said.bare):
        numbers = theirs.get((found[2], found[3]), set())
        if numbers and found[1] not in numbers | {"一"} and numbers != {"一"} and found.group() not in moment.here.text:
            yield found.group()


def _only_one(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what there is said to be but one of, where the author counts more."""
    for found in _ONLY_ONE.finditer(said.bare):
        if re.search(rf"[两二三四五六七八九十]{found[1]}{found[2]}", moment.notes.text):
            yield found.group()


def _numbered_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield a great number that the author does not have, where they have another this turn."""
    is_counted = any(isinstance(event, Examined | Talked) for event in moment.events) or "数" in moment.asked.text
    if not is_counted or _GREAT.search(moment.notes.text) is None:
        return
    for found in _GREAT.finditer(said.bare):
        if found.group() not in moment.known.text:
            yield found.group()


def _inscribed_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what is said to stand written, and shares nothing with anything that the author says."""
    is_read = any(isinstance(event, Examined) for event in moment.events)
    for quoted in said.quotes if is_read else ():
        pairs = (quoted[at : at + 2] for at in range(len(quoted) - 1))
        is_new = len(quoted) > 1 and not any(pair in moment.known.text for pair in pairs)
        if is_new and is_inscribed(moment, said, quoted):
            yield quoted
