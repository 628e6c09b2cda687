"""What the game takes of a model's text for an example: of a touch the first sentence, of a line what is spoken.

Knows nothing of what becomes of it.
"""

from __future__ import annotations

from game.story.jobs import first_sentence, spoken_part
from game.tune.examples import Ambience, Line


def taken(example: Ambience | Line, text: str) -> str:
    """Return what would be taken."""
    match example:
        case Ambience():
            return first_sentence(text)
        case Line():
            return spoken_part(text)
