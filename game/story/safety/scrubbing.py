"""What is kept of how a telling was made, without what was withheld from it.

Knows nothing of what the records say, but that what was asked of a model is an author's: it loses the lines that may
not be shown. Other texts that may not are emptied.
"""

from __future__ import annotations

from typing import Any

from game.story.prose import cut
from game.story.safety.filter import Filter
from game.story.safety.wishes import Limits

_OF_AUTHOR = "asked"


def scrubbed(details: Any, limits: Limits) -> Any:
    """Return records and lists as JSON knows them, without what holds a sentence that may not be shown."""
    match details:
        case str():
            return details if _may_be_shown(details, limits.model) else ""
        case list() | tuple():
            return [scrubbed(each, limits) for each in details]
        case dict():
            return {
                name: _without_lines(each, limits.author) if name == _OF_AUTHOR else scrubbed(each, limits)
                for name, each in details.items()
            }
    return details


def _without_lines(asked: str, of_author: Filter) -> str:
    return "\n".join(line for line in asked.splitlines() if _may_be_shown(line, of_author))


def _may_be_shown(text: str, held_to: Filter) -> bool:
    return not any(held_to.check(sentence) for sentence in cut(text))
