"""What a person of a card says, in plain speech: their turns in example talks, and what their greeting quotes.

Knows nothing of worlds. A line is taken only where it is surely speech, and whole: better one too few than a false one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from game.story.lexicon import plain

MAX_LINE = 300
_START = re.compile(r"<START>", re.IGNORECASE)
_SPEAKER = re.compile(r"[ \t]*(?P<name>[^:：\n]{1,60})[:：][ \t]*(?P<said>.*)")
_QUOTED = re.compile(r"[\"“„«「『](?=\S)(?P<said>[^\"“”„«»「」『』\n]{1,400})(?<=\S)[\"“”»」』]")
_DONE = re.compile(r"\*+[^*\n]{1,2000}\*+|[(（][^()（）\n]{1,2000}[)）]")
_WHOLE = re.compile(r".*[.!?…。！？~—]", re.DOTALL)
_MARKS = frozenset('*_#<>[]{}|\\`"“”„«»「」『』')
_NARRATES = re.compile(r"(?:she|he|they|her|his|their)\b", re.IGNORECASE)


def example_lines(examples: str, names: Collection[str]) -> Iterator[str]:
    """Yield the lines of the one who has these names, from talks in which every turn begins with its speaker."""
    for talk in _START.split(examples):
        for turn in _turns(talk, {plain(name) for name in names}):
            yield from quoted_lines(turn) if _QUOTED.search(turn) else _bare_lines(turn, names)


def quoted_lines(text: str) -> Iterator[str]:
    """Yield what stands in quotation marks in a text, where it is a sentence."""
    paired = (line for line in text.splitlines() if line.count('"') % 2 == 0)
    for quoted in (each for line in paired for each in _QUOTED.finditer(line)):
        said = quoted["said"]
        said = f"{said[:-1]}." if said.endswith(",") else said
        if _is_line(said):
            yield said


def _turns(talk: str, own: Collection[str]) -> Iterator[str]:
    """Yield the turns of a talk that are a person's own; a line without a speaker goes on with the turn before it."""
    turn: list[str] | None = None
    for line in talk.splitlines():
        begins = _SPEAKER.match(line)
        if begins is None:
            if turn is not None:
                turn.append(line)
            continue
        if turn is not None:
            yield "\n".join(turn)
        turn = [begins["said"]] if plain(begins["name"]) in own else None
    if turn is not None:
        yield "\n".join(turn)


def _bare_lines(turn: str, names: Collection[str]) -> Iterator[str]:
    """Yield the speech of a turn without quotation marks: what stands between the deeds and tells of nobody."""
    for piece in (part.strip() for line in turn.splitlines() for part in _DONE.sub("\n", line).split("\n")):
        narrates = _NARRATES.match(piece) or any(piece.startswith(name) for name in names)
        if not narrates and _is_line(piece):
            yield piece


def _is_line(said: str) -> bool:
    """Return whether words are whole sentences that can be said: no marks in them, and short enough to be heard."""
    begins_whole = bool(said) and not said[0].islower()
    short = 2 <= len(said) <= MAX_LINE and any(map(str.isalpha, said))
    return short and begins_whole and _MARKS.isdisjoint(said) and bool(_WHOLE.fullmatch(said))
