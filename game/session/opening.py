"""Runs begun and gone on with: a world, a file and a model become a Session.

Knows nothing of screens, of where worlds are found or of how a model is loaded.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from game.errors import SaveError
from game.rules.apply import RULES_VERSION, begin_run
from game.rules.events import format_events
from game.rules.state import NOWHERE, State, format_state, parse_state
from game.rules.world import World
from game.session.session import Session
from game.storage.records import Meta
from game.storage.run import RunFile
from game.storage.runs import new_name, run_path
from game.story.model import LanguageModel
from game.story.narrator import Narrator, Way
from game.story.sentences import sentences_for


def open_session(
    world: World,
    saves: Path,
    model: LanguageModel | None,
    *,
    run: str | None = None,
    seed: int | None = None,
    way: Way | None = None,
) -> Session:
    """Return a session: of the named run, begun if there is none, or of a new run. Raises SaveError."""
    file = run_path(saves, world.id, run or new_name(saves, world.id))
    saved = RunFile.open(file) if file.exists() else _begin(world, file, seed)
    try:
        state = fitted(world, parse_state(saved.current().state))
    except (SaveError, ValueError):
        saved.close()
        raise
    sentences = sentences_for(world.language, world.sentences)
    return Session(world, sentences, saved, Narrator(world, sentences, model, asked=way), state=state)


def _begin(world: World, file: Path, seed: int | None) -> RunFile:
    outcome = begin_run(world, secrets.randbits(32) if seed is None else seed)
    meta = Meta(
        world=world.id,
        world_digest=world.digest,
        seed=outcome.state.seed,
        rules_version=RULES_VERSION,
        language=world.language,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    return RunFile.create(file, meta, state=format_state(outcome.state), events=format_events(outcome.events))


def fitted(world: World, state: State) -> State:
    """Return a state that fits the world as it is now: what is new is where it begins, what is gone is gone.

    Raises SaveError when the player stands in a place that the world no longer has.
    """
    if state.place not in world.places:
        raise SaveError(
            f"This run stands in '{state.place}', a place that {world.title} no longer has: "
            "put the place back into the world, or begin a new run."
        )
    begun = begin_run(world, state.seed).state
    places = {*world.places, *world.people, *begun.where.values(), "you", NOWHERE}
    where = {
        name: at if (at := state.where.get(name, start)) in places else start for name, start in begun.where.items()
    }
    return replace(
        state,
        scene=state.scene if state.scene in world.scenes else "",
        ending=state.ending if state.ending in world.endings else "",
        facts={name: state.facts.get(name, start) for name, start in begun.facts.items()},
        where=where,
        trust={name: state.trust.get(name, start) for name, start in begun.trust.items()},
        mood={name: state.mood.get(name, start) for name, start in begun.mood.items()},
    )
