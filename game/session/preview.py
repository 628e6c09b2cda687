"""A turn looked at from elsewhere in the run: how it was told, and what it changed.

Knows nothing of screens; looking moves nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.world import World
from game.session.differences import differences
from game.session.history import Clear
from game.session.saved import passages_of, state_of
from game.storage.run import RunFile
from game.story.passages import Passage
from game.story.sentences import Sentences


@dataclass(frozen=True, slots=True)
class Preview:
    """A turn as it was told last; alternative counts from 1 and is 0 where it never was, of as many as tellings.

    changed has a line for each difference that the turn made to the state, none for the opening.
    """

    id: int
    depth: int
    words: str
    passages: tuple[Passage, ...]
    alternative: int
    tellings: int
    changed: tuple[str, ...]


def preview_of(world: World, sentences: Sentences, run: RunFile, turn_id: int, *, cleared: Clear = tuple) -> Preview:
    """Return the preview of a turn that there is; cleared gives passages as they may be shown. Raises SaveError."""
    turn = run.turn(turn_id)
    told = run.chosen_telling(turn_id)
    before = None if turn.parent is None else state_of(run.turn(turn.parent))
    return Preview(
        id=turn.id,
        depth=turn.depth,
        words=turn.words,
        passages=cleared(passages_of(told)),
        alternative=told.alternative if told else 0,
        tellings=len(run.tellings(turn_id)),
        changed=differences(world, sentences, before, state_of(turn)) if before else (),
    )
