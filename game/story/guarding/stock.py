"""Phrases that the world avoids, and those that language models have worn out, are not shown.

Knows nothing of what is true.
"""

from __future__ import annotations

from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict


def banned(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first such phrase."""
    avoided = moment.avoided.search(said.folded)
    worn = moment.lexicon.find("worn", said.folded)
    words = avoided.group() if avoided else worn
    return Verdict("banned", words) if words else None
