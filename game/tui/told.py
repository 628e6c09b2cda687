"""The telling of the current turn as a text that the player can rewrite.

Knows nothing of widgets.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.session.saved import passages_of
from game.session.session import Session
from game.story.passages import spoken


def told_text(session: Session) -> str:
    """Return what is told of the turn, its paragraphs parted by empty lines; what the game itself notes is left out.

    Raises SaveError.
    """
    return "\n\n".join(_paragraphs(session))


def _paragraphs(session: Session) -> Iterator[str]:
    told = passages_of(session.run.chosen_telling(session.run.current().id))
    for passage in session.told.cleared(told):
        if passage.kind == "line":
            yield spoken(session.sentences, session.name_of(passage.speaker), passage.text)
        elif passage.kind != "notice":
            yield passage.text
