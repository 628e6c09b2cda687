"""The errors a player or an author can meet: each message is one sentence that says what, where and what to do.

Knows nothing of the layers that raise them.
"""


class GameError(Exception):
    """Something the person at the keyboard can act on; its text is shown as it stands."""


class WorldError(GameError):
    """A world could not be read or is not a valid world."""


class SaveError(GameError):
    """A run could not be opened, read or written."""


class RunElsewhere(SaveError):
    """A run is open in another program; it can be looked at all the same."""


class SettingsError(GameError):
    """A setting, an option or a path does not fit."""


class WorldRated(SettingsError):
    """A world is rated above what its player has set; it can be opened all the same, if they say so."""

    def __init__(self, message: str, rating: str) -> None:
        super().__init__(message)
        self.rating = rating


class ModelError(GameError):
    """A model could not be found, loaded or asked; the game goes on with the author's words."""


class ModelLost(ModelError):
    """The process that held the model died or was stuck while it was asked."""


class DataError(GameError):
    """Examples to teach a model by could not be read or written."""


class IllegalAction(GameError):
    """An action was applied that is not among the legal ones: a mistake of the program, not of the player."""
