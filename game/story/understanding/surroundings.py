"""Words without spaces for where the player is: its name, or "here", and nothing more.

Knows nothing of what is done there.
"""

from __future__ import annotations

from game.story.understanding.pieces import AT, JOINS, NAME, PRONOUNS, SMALL, Book, Meaning, pieces_of
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, tokens


def names_surroundings(scope: Scope, said: Tokens, *more: Book) -> bool:
    """Return whether words name where the player is, beside small ones and those of more."""
    here = scope.world.places[scope.state.place]
    around = {tokens(word): Meaning(NAME) for word in (*scope.sentences.particles["around"], here.name, *here.aliases)}
    kinds = {piece.kind for piece in pieces_of(said, around, *more, scope.small)}
    return NAME in kinds and kinds <= {NAME, SMALL, AT, *JOINS, *PRONOUNS}
