"""What a run was begun with, guessed where its file does not tell any more: from its opening and the world it keeps.

Knows nothing of where worlds are installed, or of how a run is repaired.
"""

from __future__ import annotations

from game.errors import SaveError
from game.rules.apply import RULES_VERSION
from game.session.saved import state_in
from game.storage.records import Meta, Turn, WorldCopy


def guessed_meta(root: Turn, copy: WorldCopy | None, *, world: str, language: str) -> Meta:
    """Return what a run of a world was begun with, by these rules; copy is what it keeps of that. Raises SaveError."""
    try:
        seed = state_in(root.state).seed
    except ValueError as error:
        raise SaveError(
            "What this run was begun with is lost, and its opening does not tell: put a copy of it back."
        ) from error
    return Meta(world, copy.digest if copy else "", seed, RULES_VERSION, language, created="")
