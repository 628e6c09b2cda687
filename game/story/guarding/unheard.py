"""A scene names nobody and no place by a name that the author never wrote: of what world it is a model does not know.

Knows nothing of who is here; and of names only that they have a capital within a sentence, as English writes them.
"""

from __future__ import annotations

import re

from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict

_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}")


def unheard(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first name in a scene that neither the world nor everybody knows."""
    if said.speaker or not moment.lexicon.is_spaced:
        return None
    for found in _CAPITAL.finditer(said.text):
        word = found.group().lower()
        if word not in moment.known.text and not moment.lexicon.find("everybodys", word):
            return Verdict("thing", found.group())
    return None
