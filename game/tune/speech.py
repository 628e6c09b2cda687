"""What is said in a person's line, as it is shown: the words within its quotation marks.

Knows nothing of who says it.
"""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')


def spoken_in(text: str) -> str:
    """Return what is spoken in a text, its parts put together; nothing where nothing is."""
    return " ".join("".join(part.groups("")).strip() for part in _QUOTED.finditer(text)).strip()


def without_speech(text: str) -> str:
    """Return what is told beside what is spoken."""
    return _QUOTED.sub("", text)
