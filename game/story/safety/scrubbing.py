"""What is kept of how a telling was made, without what was withheld from it.

Knows nothing of what the records say, but that what was asked of a model is an author's: texts that may not be shown
are emptied.
"""

from __future__ import annotations

from typing import Any

from game.story.prose import cut
from game.story.safety.filter import Filter
from game.story.safety.wishes import Limits

_OF_AUTHOR = "asked"


def scrubbed(details: Any, limits: Limits) -> Any:
    """Return records and lists as JSON knows them, each text empty that holds a sentence which may not be shown."""
    return _scrubbed(details, limits.model, limits.author)


def _scrubbed(details: Any, of_model: Filter, of_author: Filter) -> Any:
    match details:
        case str():
            return "" if any(of_model.check(sentence) for sentence in cut(details)) else details
        case list() | tuple():
            return [_scrubbed(each, of_model, of_author) for each in details]
        case dict():
            return {
                name: _scrubbed(each, of_author if name == _OF_AUTHOR else of_model, of_author)
                for name, each in details.items()
            }
    return details
