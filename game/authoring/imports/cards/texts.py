"""The texts of one card made fit for a world: macros written out, marks of a chat taken off, too long ones cut.

Knows nothing of what a text is for. What is changed that an author should know of is noted, once for each.
"""

from __future__ import annotations

import re

from game.authoring.imports.cards.macros import spell
from game.authoring.imports.imported import Note
from game.story.prose import is_complete, whole_sentences

MAX_READ = 100_000
"""Characters of a text that are looked at: with marks and macros taken off, no more than MAX_PROSE are kept."""
MAX_PROSE = 20_000
MAX_BRIEF = 400
MAX_NAME = 80
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_STARS = re.compile(r"(?<=\S)\*+|\*+(?=\S)")
_HEADING = re.compile(r"^#{1,6}[ ]+", re.MULTILINE)
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK = re.compile(r"\n{3,}")
_ENDLESS = re.compile(r"([.!?…])\1{3,}")


class Texts:
    """Makes texts fit. char is what the person is called; notes grow with each text that was changed."""

    def __init__(self, char: str) -> None:
        self._char = char
        self._notes: dict[str, None] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return what an author should know of, in the order it was met."""
        return tuple(Note(0, each) for each in self._notes)

    def note(self, sentence: str) -> None:
        """Keep a sentence for the author; one that is kept already is not kept again."""
        self._notes[sentence] = None

    def spelled(self, text: str, of: str = "") -> str:
        """Return a text with its macros written out. of is what it is in the card; without it nothing is noted."""
        spelled = spell(self._cut(text, of, MAX_READ), char=self._char)
        for each in spelled.remarks if of else ():
            self.note(f"{of}: {each}.")
        return _ENDLESS.sub(r"\1\1\1", spelled.text)

    def prose(self, text: str, of: str, *, most: int = MAX_PROSE) -> str:
        """Return a text as prose of at most so many characters."""
        return self._cut(unmarked(self.spelled(text, of)), of, most)

    def told(self, text: str, of: str) -> str:
        """Return a text as a world tells it: a brace that is to be shown is written twice."""
        prose = self.prose(text, of)
        return escaped(self._cut(prose, of, MAX_PROSE - sum(map(prose.count, "{}"))))

    def brief(self, text: str, of: str) -> str:
        """Return a text on one line of at most MAX_BRIEF characters."""
        return self._cut(on_a_line(unmarked(self.spelled(text, of))), of, MAX_BRIEF)

    def _cut(self, text: str, of: str, most: int) -> str:
        if len(text) > most and of:
            self.note(f"{of}: only the beginning is taken; a world has room for {most:,} characters here.")
        return cut(text, most)


def unmarked(text: str) -> str:
    """Return a text without the marks of a chat: stars about what is done, headings, pictures, tags."""
    for mark in (_IMAGE, _TAG, _STARS, _HEADING, _TRAILING):
        text = mark.sub("", text)
    return _BLANK.sub("\n\n", text).strip()


def on_a_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def named(text: str) -> str:
    """Return a text as a name: on one line, and not too long."""
    return cut(on_a_line(text), MAX_NAME)


def cut(text: str, most: int) -> str:
    """Return at most so many characters of a text: whole sentences where that leaves a half, else whole words."""
    if len(text) <= most:
        return text
    text = text[: max(most, 0)]
    whole = text if is_complete(text) else whole_sentences(text)
    if len(whole) * 2 >= most:
        return whole
    words, space, _ = text.rpartition(" ")
    return words.rstrip() if space and len(words) * 2 >= most else text.rstrip()


def escaped(text: str) -> str:
    """Return a text in which braces are no more than braces."""
    return text.replace("{", "{{").replace("}", "}}")
