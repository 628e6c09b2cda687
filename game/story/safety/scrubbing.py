"""What is kept of how a telling was made, without what was withheld from it.

Knows nothing of what the records say: of any of them, texts that may not be shown are emptied.
"""

from __future__ import annotations

from typing import Any

from game.story.prose import cut
from game.story.safety.filter import Filter


def scrubbed(details: Any, of_model: Filter) -> Any:
    """Return records and lists as JSON knows them, each text empty that holds a sentence which may not be shown."""
    match details:
        case str():
            return "" if any(of_model.check(sentence) for sentence in cut(details)) else details
        case list() | tuple():
            return [scrubbed(each, of_model) for each in details]
        case dict():
            return {name: scrubbed(each, of_model) for name, each in details.items()}
    return details
