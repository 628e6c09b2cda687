"""What the settings keep from a player: read from them and from the files they name; and worlds above their ceiling.

Knows nothing of how it is kept from them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import typer

from game.errors import SettingsError, WorldRated
from game.rules.world import World
from game.session.session import Session
from game.settings import Settings
from game.story.clean import clean_line
from game.story.safety.lists import Lists, house_lists, lists_with
from game.story.safety.ratings import Rating, is_above
from game.story.safety.verbatim import MOST_CHARACTERS, Protected
from game.story.safety.wishes import Wishes, wishes_for

_MOST_OF_LISTS = 1_000_000


def wishes_of(settings: Settings, world: World) -> Wishes:
    """Return what is kept from the player of a world. Raises SettingsError for a file that does not fit."""
    wishes = wishes_for(world.rating, _lists(settings), lines=settings.lines, veils=settings.veils)
    by_author = Protected(world.protected, most=world.voice.protect_words)
    by_host = Protected(_protected(settings), most=settings.protect_words)
    return replace(wishes, protected=by_author.joined(by_host), is_examined=settings.check == "model")


def check_rating(world: World, ceiling: Rating) -> None:
    """Raise WorldRated for a world that is rated above a ceiling."""
    if is_above(world.rating, ceiling):
        said = (
            f"{clean_line(world.title)} is rated {world.rating}; above {ceiling} nothing is opened unless you say so."
        )
        raise WorldRated(said, world.rating)


def open_rated(opened: Callable[[Rating], Session], ceiling: Rating) -> Session:
    """Open a run; of a world above the ceiling the player is asked at a terminal. Raises SettingsError elsewhere."""
    try:
        return opened(ceiling)
    except WorldRated as rated:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise SettingsError(f"{rated} To open it all the same: --rating {rated.rating}") from rated
        typer.confirm(f"{rated} Open it all the same?", abort=True)
        return opened("adult")


def _lists(settings: Settings) -> Lists:
    if settings.safety is None:
        return house_lists()
    return lists_with(_text(settings.safety, _MOST_OF_LISTS), name=str(settings.safety))


def _protected(settings: Settings) -> list[str]:
    texts: list[str] = []
    for path in settings.protect:
        texts.append(_text(path, MOST_CHARACTERS - sum(map(len, texts))))
    return texts


def _text(path: Path, most: int) -> str:
    """Return what a file of a setting says. Raises SettingsError, also for one of more than the most characters."""
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(most + 1)
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}); correct the settings that name it.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not UTF-8 text; save it as UTF-8.") from error
    if len(text) > most:
        raise SettingsError(f"{path} is too large: {most:,} characters are the most that can be taken in.")
    return text
