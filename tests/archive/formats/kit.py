"""Stories for the tests of formats."""

from __future__ import annotations

from game.archive.retelling import Block, Story, ToldTurn
from game.story.clean import clean
from tests.archive.kit import HOSTILE

WORDS = clean(HOSTILE)


def story(*turns: ToldTurn, title: str = "The Inn", language: str = "en") -> Story:
    """Return a story that opens in the hall and goes on with these turns."""
    opening = ToldTurn(0, "", (Block("opening", "You are wet through.", title), Block("place", "Cold.", "The hall")))
    return Story(title, "inn/anna", language, "2031-05-04T03:02:01+00:00", (opening, *turns))


def hostile() -> Story:
    """Return a story whose every text looks like markup."""
    return story(ToldTurn(1, WORDS, (Block("line", WORDS, WORDS), Block("notice", WORDS))), title=WORDS)
