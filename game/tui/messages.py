"""What threads tell the play screen: one record for each piece of news, and the message that carries them.

Knows nothing of widgets.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from game.session.history import ToldTurn
from game.session.turn_events import TurnEvent
from game.session.view import View


@dataclass(frozen=True, slots=True)
class TurnBegan:
    """The session has begun on some words; None is the run's own beginning, "" what comes of itself."""

    words: str | None


@dataclass(frozen=True, slots=True)
class MomentChanged:
    """The player stands somewhere else in the run. words are what they said to come here, empty at the beginning.

    is_elsewhere says that what was shown before does not lead here: they did not come by a step forward or back.
    """

    view: View
    choices: tuple[str, ...]
    words: str
    is_elsewhere: bool


@dataclass(frozen=True, slots=True)
class TellingChosen:
    """Which telling of the current turn is shown, of how many, and what was said of it; 0 of 0 before it is told."""

    number: int
    count: int
    rating: int = 0


@dataclass(frozen=True, slots=True)
class TurnFailed:
    """The words could not be carried out; sentence is for the player."""

    sentence: str


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """All that follows from some words has happened."""


@dataclass(frozen=True, slots=True)
class TellerBroke:
    """A mistake of the program ended the teller's thread."""

    error: Exception


@dataclass(frozen=True, slots=True)
class OlderRead:
    """Turns that were told before are there to be shown, oldest first; place is from Story.OlderWanted."""

    told: tuple[ToldTurn, ...]
    place: int


News = TurnEvent | TurnBegan | MomentChanged | TellingChosen | TurnFailed | TurnEnded | TellerBroke | OlderRead


class Tidings(Message):
    """One piece of news from a thread."""

    def __init__(self, news: News) -> None:
        self.news = news
        super().__init__()
