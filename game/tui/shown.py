"""The one place where text becomes something a widget can show: cleaned, and never read as markup.

Knows nothing of where a text came from.
"""

from __future__ import annotations

from textual.content import Content

from game.story.clean import clean

MOST_ECHOED = 300


def shown(text: str, style: str = "") -> Content:
    """Return text as it is shown, in one style ("bold $primary"); control characters are left out."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def one_line(words: str) -> str:
    """Return a player's words on one line, and not all of them if they are very many."""
    line = " ".join(clean(words).split())
    return f"{line[:MOST_ECHOED]}…" if len(line) > MOST_ECHOED else line


def echoed(words: str) -> Content:
    """Return a player's words as the story repeats them."""
    return Content(f"> {one_line(words)}")


def titled(text: str) -> str:
    """Return a name as a heading has it: "the quay" is "The quay"."""
    return text[:1].upper() + text[1:]
