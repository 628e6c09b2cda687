"""A world in which details may be made up, some of them, and a model that finds one of them likely."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.loader.load import parse_world
from game.rules.actions import Invent
from game.rules.world import World
from game.story.model import Message
from tests.kit import INN

YARD = INN.replace('look = "Rain."', 'look = "Rain."\ninvent = true').replace(
    'voice = "brisk"', 'voice = "brisk"\ninvent = ["habit", "mark"]'
)
MOSS, HUMS = Invent("yard", "smell", "faint.moss"), Invent("anna", "habit", "hums")
MOSS_SAID, HUMS_SAID = "A faint smell of moss hangs here.", "Anna hums when it is quiet."


def yard(more: str = "") -> World:
    """Return the inn with a yard, and a landlady, of whom details may be made up; with more tables at its end."""
    return parse_world(YARD + more, name="inn.toml")


def fond_of(*words: str) -> Callable[[Sequence[Message], str], float]:
    """Return what finds texts with any of these words likely of anything in particular, and no other."""

    def weighs(messages: Sequence[Message], text: str) -> float:
        is_about_nothing = messages[-1].text == "..."
        return -10.0 if any(word in text for word in words) and not is_about_nothing else -20.0

    return weighs
