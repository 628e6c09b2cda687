"""Runs begun and gone on with: a world, a file and a model become a Session.

Knows nothing of screens, of where worlds are found or of how a model is loaded.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from game.errors import SaveError, SettingsError, WorldError
from game.rules.apply import RULES_VERSION, begin_run
from game.rules.events import format_events
from game.rules.state import format_state
from game.rules.world import World
from game.session import heap
from game.session.commands.recounting import offer
from game.session.copies import copy_of
from game.session.reopening import UNDECIDED, Decision, Reopened, reopen
from game.session.session import Session, never
from game.session.standing import Standing
from game.storage.records import Meta
from game.storage.run import RunFile
from game.storage.runs import new_name, run_path
from game.story.model import LanguageModel
from game.story.narrator import WAYS, Narrator, Way
from game.story.sentences import sentences_for

_NARRATOR = "narrator"
"""The name under which a run keeps the way of telling that was asked for."""


def open_session(  # noqa: PLR0913 - three are needed, and each of the others is seldom given
    world: World,
    saves: Path,
    model: LanguageModel | None,
    *,
    run: str | None = None,
    seed: int | None = None,
    way: Way | None = None,
    decision: Decision = UNDECIDED,
    may_look_ahead: Callable[[], bool] = never,
) -> Session:
    """Return a session: of the named run, begun if there is none, or of a new run.

    may_look_ahead is asked, while the player reads, whether there is power to tell likely turns ahead.
    Raises WorldChanged for a run that does not fit its world any more while nothing is decided, or another SaveError.
    """
    file = run_path(saves, world.id, run or new_name(saves, world.id))
    if file.exists():
        session = _session(lambda saved: reopen(world, saved, decision), _opened(file), model, way)
        session.notices += offer(session)
    else:
        session = _session(lambda saved: Reopened(Standing(world, saved)), _begin(world, file, seed), model, way)
    session.may_look_ahead = may_look_ahead
    return session


def look_at(world: World, saves: Path, run: str) -> Session:
    """Return a session in which a run is only looked at, in the author's words: another program may be playing it.

    Raises SaveError as open_session does; a run that does not fit its world is looked at in the world as it was.
    """
    saved = RunFile.look(run_path(saves, world.id, run))
    return _session(lambda saved: reopen(world, saved, Decision("old")), saved, None, "authored")


def _session(
    reopened: Callable[[RunFile], Reopened], saved: RunFile, model: LanguageModel | None, way: Way | None
) -> Session:
    try:
        found, asked = reopened(saved), _asked(saved, way)
        world = found.standing.world
        sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)
        session = Session(sentences, found.standing, Narrator(world, sentences, model, asked=asked))
    except (SaveError, WorldError):
        saved.close()
        raise
    session.notices += [found.notice] if found.notice else []
    heap.hold()
    return session


def _asked(saved: RunFile, way: Way | None) -> Way | None:
    """Return the way of telling that was asked for, now or when the run was played last; the run keeps it."""
    kept = saved.kept.setting(_NARRATOR)
    if way is None:
        return next((each for each in WAYS if each == kept), None)
    if way != kept and not saved.is_read_only:
        saved.kept.put_setting(_NARRATOR, way)
    return way


def _opened(file: Path) -> RunFile:
    """Open a run; one that its last program did not give back is read whole first. Raises SaveError."""
    saved = RunFile.open(file)
    if not saved.was_closed:
        try:
            saved.quick_check()
        except SaveError:
            saved.close()
            raise
    return saved


def follow_path(world: World, saves: Path, route: str, *, run: str | None = None, seed: int | None = None) -> str:
    """Begin a run, play one of the world's own paths in it in the author's words, and return the run's name.

    Raises SettingsError for a path that the world has not, or a run that was begun already.
    """
    found = next((each for each in world.paths if each.name == route), None)
    if found is None:
        known = ", ".join(f"“{each.name}”" for each in world.paths) or "none"
        raise SettingsError(f"{world.title} has no path “{route}”; its paths are: {known}.")
    name = run or new_name(saves, world.id)
    if run_path(saves, world.id, name).exists():
        raise SettingsError(f"The run '{name}' was begun already; a path begins a new one, so choose another name.")
    session = open_session(world, saves, None, run=name, seed=seed)
    try:
        for each in (session.begin(), *(session.submit(words) for words in found.choose)):
            for _ in each:
                pass
    finally:
        session.close()
    return name


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
    state, events = format_state(outcome.state), format_events(outcome.events)
    return RunFile.create(file, meta, state=state, events=events, world=copy_of(world))
