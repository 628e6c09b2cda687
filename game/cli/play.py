"""The commands that play: `play WORLD`, on the screen or as plain lines, and the library. Here all is put together.

Knows nothing of what happens in a run.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from game.cli.edited import Edited, EditedOption, RenameOption, decision_of, open_decided
from game.cli.power import MAY_LOOK_AHEAD
from game.cli.safety import check_rating, open_rated, wishes_of
from game.cli.speaker import speaker_of
from game.errors import SaveError, SettingsError, WorldError
from game.loader.find import find_world, list_worlds
from game.loader.load import languages_of, load_world
from game.loader.watch import Watch
from game.plain import play_plain
from game.rules.world import World
from game.session.opening import follow_path, look_at, open_session
from game.session.reopening import UNDECIDED, Decision
from game.session.session import Session
from game.settings import (
    Narrator,
    Settings,
    Theme,
    load_settings,
    saves_folder,
    worlds_folders,
    write_setting,
)
from game.storage.runs import language_of, list_runs
from game.story.model import LanguageModel
from game.story.safety.ratings import Rating

_MODEL_WAIT_S = 120.0
"""How long plain mode, which can show no progress, waits for the model before the author begins."""


def play(
    world: Annotated[str, typer.Argument(help="The name of a world, or the path of its file or folder.")],
    plain: Annotated[bool, typer.Option("--plain", help="Read lines and print text: no screen.")] = False,
    narrator: Annotated[
        Narrator | None, typer.Option(help="Who tells; without it, as far as the model is trusted.")
    ] = None,
    model: Annotated[str | None, typer.Option(help='A catalogue name, a GGUF file, a URL, or "none".')] = None,
    seed: Annotated[int | None, typer.Option(help="The seed of a new run: the same seed, the same chance.")] = None,
    run: Annotated[str | None, typer.Option(help="Go on with the run of this name, or begin it.")] = None,
    saves: Annotated[Path | None, typer.Option(help="The folder runs are kept in.")] = None,
    worlds: Annotated[Path | None, typer.Option(help="A folder of worlds to look into first.")] = None,
    route: Annotated[str | None, typer.Option("--from", help="Begin after one of the world's own paths.")] = None,
    language: Annotated[str | None, typer.Option(help="Two letters: a translation, for a new run.")] = None,
    rating: Annotated[Rating | None, typer.Option(help="Open worlds up to this rating without being asked.")] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Read the world again whenever its files change.")] = False,
    look: Annotated[bool, typer.Option("--read-only", help="Only look at --run, or the one played last.")] = False,
    author: Annotated[bool, typer.Option("--author", help="F3 shows what is not revealed yet, too.")] = False,
    edited: EditedOption = None,
    rename: RenameOption = None,
) -> None:
    """Play a world: begin a new run, or go on with --run NAME."""
    settings = load_settings(narrator=narrator, model=model, saves=saves, worlds=worlds, rating=rating)
    path = find_world(world, worlds_folders(settings, cwd=Path.cwd()))
    with speaker_of(settings) as speaker:
        begun = _Wanted(path, run=run, seed=seed, language=language, route=route)
        wanted = replace(begun, watch=watch, look=look, author=author)
        decision = decision_of(Edited.FIT if watch and edited is None and not rename else edited, rename or ())
        session = open_rated(
            lambda ceiling: open_decided(
                lambda decided: _open(settings, replace(wanted, ceiling=ceiling), speaker, decided), decision
            ),
            settings.rating,
        )
        if plain or not has_screen():
            _play_plain(session, speaker)
        else:
            _play_on_screen(settings, speaker, start=session)
            if not look:
                typer.echo(session.sentences.say("saved", run=session.run.file.stem, world=world))


def open_library() -> None:
    """Open the library on the screen. Raises SettingsError where there is no terminal to draw it on."""
    if not has_screen():
        raise SettingsError("The library needs a terminal to draw on; without one: loreloom play WORLD --plain")
    settings = load_settings()
    with speaker_of(settings) as speaker:
        _play_on_screen(settings, speaker, start=None)


def has_screen() -> bool:
    """Return whether there is a terminal to draw on; one that calls itself dumb can only print."""
    return sys.stdout.isatty() and sys.stdin.isatty() and os.environ.get("TERM") != "dumb"


def _play_plain(session: Session, speaker: LanguageModel | None) -> None:
    try:
        if speaker is not None and not speaker.wait(_MODEL_WAIT_S) and speaker.status.message:
            typer.echo(f"loreloom: {speaker.status.message}", err=True)
        play_plain(session, sys.stdin, sys.stdout, echo=not sys.stdin.isatty())
    finally:
        session.close()


def _play_on_screen(settings: Settings, speaker: LanguageModel | None, *, start: Session | None) -> None:
    from game.tui.app import run_app  # noqa: PLC0415 - Textual is heavy, and plain mode does without it
    from game.tui.home import Home, WorldCard  # noqa: PLC0415

    folders = worlds_folders(settings, cwd=Path.cwd())
    is_author = start is not None and start.is_author
    agreed: set[str] = set()  # worlds above the ceiling that the player opened all the same

    def cards() -> list[WorldCard]:
        listed = list_worlds(folders)
        return [WorldCard(each.id, each.title, each.about, each.author, each.rating, each.problem) for each in listed]

    def wanted(world_id: str, run: str | None, *, look: bool = False) -> _Wanted:
        path = next((each.path for each in list_worlds(folders) if each.id == world_id), None)
        if path is None:
            raise WorldError(
                f"The world '{world_id}' of this run is not here; put it into one of the folders of worlds."
            )
        ceiling = "adult" if world_id in agreed else settings.rating
        return _Wanted(path, run=run, look=look, author=is_author, ceiling=ceiling)

    def opened_rated(world_id: str, run: str | None) -> Session:
        agreed.add(world_id)
        return _open(settings, wanted(world_id, run), speaker)

    home = Home(
        worlds=cards,
        runs=lambda: list_runs(saves_folder(settings, cwd=Path.cwd())),
        open=lambda world, run: _open(settings, wanted(world, run), speaker),
        go_on=lambda world, run, decision: _open(settings, wanted(world, run), speaker, decision),
        open_rated=opened_rated,
        look=lambda world, run: _open(settings, wanted(world, run, look=True), speaker),
        keep_theme=_keep_theme,
    )
    code = run_app(home, start=start, theme=settings.theme)
    if code:
        raise typer.Exit(code)


def _keep_theme(theme: Theme) -> None:
    write_setting("theme", theme)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be played: a world by its path, and which run of it; without a name a new one."""

    path: Path
    run: str | None = None
    seed: int | None = None
    language: str | None = None
    route: str | None = None
    watch: bool = False
    look: bool = False
    author: bool = False
    ceiling: Rating = "adult"


def _open(settings: Settings, wanted: _Wanted, model: LanguageModel | None, decision: Decision = UNDECIDED) -> Session:
    session = _opened(settings, wanted, model, decision)
    session.is_author = wanted.author
    return session


def _opened(settings: Settings, wanted: _Wanted, model: LanguageModel | None, decision: Decision) -> Session:
    saves, run = saves_folder(settings, cwd=Path.cwd()), wanted.run
    world = load_world(wanted.path, language=wanted.language or _language(settings, wanted.path))
    kept = language_of(saves, world.id, run) if run else None
    if kept and kept != world.language:  # A run goes on in the language it was begun in.
        world = load_world(wanted.path, language=kept)
    check_rating(world, wanted.ceiling)
    wishes = wishes_of(settings, world)
    if wanted.look:
        looked_at = look_at(world, saves, run or _last_run(saves, world))
        looked_at.safety.wishes = wishes
        return looked_at
    if wanted.route is not None:
        run = follow_path(world, saves, wanted.route, run=run, seed=wanted.seed)
    session = open_session(
        world,
        saves,
        model,
        run=run,
        seed=wanted.seed,
        way=settings.narrator,
        decision=decision,
        may_look_ahead=MAY_LOOK_AHEAD[settings.lookahead],
    )
    session.safety.wishes = wishes
    if wanted.watch:
        session.edited = Watch(wanted.path, world.language).look
    return session


def _last_run(saves: Path, world: World) -> str:
    """Return the name of the run that was played last. Raises SaveError."""
    runs = list_runs(saves, world.id)
    if not runs:
        raise SaveError(f"There is no run of {world.title} to look at yet; play it first.")
    return runs[0].name


def _language(settings: Settings, path: Path) -> str | None:
    return settings.language if settings.language in languages_of(path) else None
