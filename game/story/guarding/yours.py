"""What the player did in a turn: other words for what happened, what they wanted, or what the author has them do.

Knows nothing of sentences.
"""

from __future__ import annotations

from game.story.guarding.moment import Moment
from game.story.guarding.stems import stem

_WANTED = ("taken", "given", "dropped", "handled")


def is_done(moment: Moment, base: str) -> bool:
    """Return whether a verb, given by its stem, says of the player what the turn says of them."""
    return base in moment.yours or base in moment.asked.stems or _is_deed(moment, base)


def _is_deed(moment: Moment, base: str) -> bool:
    """Return whether a verb is another word for what happened, or for what the player wanted."""
    kinds = {type(event).__name__.lower() for event in moment.events}
    verbs = (moment.lexicon.words.get(f"when_{kind}", frozenset()) for kind in (*kinds, *_WANTED))
    wanted = {stem(words.split()[0]) for words in moment.asked.text.splitlines() if words.split()}
    return any(base in listed for listed in verbs if listed & wanted) or any(
        moment.lexicon.has(f"when_{kind}", base) for kind in kinds
    )
