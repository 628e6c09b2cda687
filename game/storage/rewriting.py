"""A run's rows written anew, all of them or none: for ids that a world's author has changed, and with that world.

Knows nothing of what the texts mean: it is given how each kind of them reads now.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

from game.storage.records import WorldCopy
from game.storage.tables.settings import put_setting
from game.storage.tables.states import put_state, state_of
from game.storage.tables.tellings import every_telling, put_text
from game.storage.tables.turns import put_texts, tree
from game.storage.tables.worlds import put_instead

REWRITTEN = "rewritten up to"
"""The name under which a run keeps the id of the last turn that was written anew."""

Reworded = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Rewriting:
    """How the texts of actions, events, states and tellings read now."""

    action: Reworded
    events: Reworded
    state: Reworded
    telling: Reworded


def rewrite(db: sqlite3.Connection, how: Rewriting, world: WorldCopy | None) -> None:
    """Write every turn and telling anew, and keep the world that they are of now; the caller has a transaction.

    Raises Damaged.
    """
    steps = tree(db)
    # A state is kept as what is new since its parent's, so all are read before any is written.
    states = {step.id: how.state(state_of(db, step)) for step in steps}
    for step in steps:
        put_texts(db, replace(step, action=how.action(step.action), events=how.events(step.events)), states[step.id])
        put_state(db, step.id, step.depth, states[step.id], above=states[step.parent] if step.parent else "")
    for telling in every_telling(db):
        put_text(db, telling, how.telling(telling.text))
    if world is not None:
        put_instead(db, world)
    put_setting(db, REWRITTEN, str(steps[-1].id))
