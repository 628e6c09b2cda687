"""A sheet of blind pairs in Markdown: what readers are to judge by, and each pair with what was given.

Knows nothing of whose texts they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.story.clean import clean, clean_line
from game.story.prose import counted
from game.tune.pairs.pair import Drawn

_HEAD = """\
# {pairs}

Each pair is a moment of an interactive story, what was given of it, and two texts, A and B, told of just that. Which of
the two would you rather read here, as a player: fitting the moment, true to what is given, well said? A tie, "=", is
allowed only where you really cannot say.

Judge by this sheet alone, each pair by itself. Which of the two is A was drawn by lot for each pair anew. Write one
JSON object with an answer for every number: {{"1": "A", "2": "B", "3": "="}}
"""
_NOTHING = "(nothing)"


def sheet_of(pairs: Sequence[Drawn]) -> str:
    """Return the sheet of some pairs, numbered from 1."""
    head = _HEAD.format(pairs=counted(len(pairs), "pair"))
    return "\n".join((head, *(line for number, each in enumerate(pairs, 1) for line in _lines(number, each))))


def _lines(number: int, each: Drawn) -> Iterator[str]:
    yield f"## {number}\n"
    yield f"{each.pair.task}\n"
    yield from (f"- {name}: {clean_line(text)}" for name, text in each.pair.given if text)
    for letter, side in zip("AB", each.order, strict=True):
        yield f"\n**{letter}**\n"
        yield _quoted(each.pair.texts[side])
    yield ""


def _quoted(text: str) -> str:
    """Return a text so that nothing in it is taken for a part of the sheet."""
    return "\n".join(f"> {line}".rstrip() for line in clean(text or _NOTHING).splitlines())
