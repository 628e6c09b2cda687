"""The command `loreloom`: its subcommands, and what becomes of an error.

Knows nothing of what a command does; each lives in a module of its own beside this one.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from game import __version__
from game.cli import doctor, model, play, runs, tune, world
from game.errors import GameError
from game.settings import log_folder
from game.story.clean import clean

FAILED = 1
BROKEN = 70
"""sysexits.h's EX_SOFTWARE: a mistake of the program."""
INTERRUPTED = 130
PIPE_CLOSED = 1

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

# A new command: write it in a module beside this one and register it here.
app.command("play")(play.play)
app.command("doctor")(doctor.doctor)
app.add_typer(model.app, name="model")
app.add_typer(runs.app, name="runs")
app.add_typer(tune.app, name="tune")
app.add_typer(world.app, name="world")


@app.callback(invoke_without_command=True)
def loreloom(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Play interactive fiction: the world is the truth, the model is the voice. Alone, it opens the library."""
    if version:
        typer.echo(f"loreloom {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        play.open_library()


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code. Every error is one sentence on standard error."""
    try:
        return _run_typer(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_the_pipe()
        return PIPE_CLOSED
    except GameError as error:
        return _say(str(error), FAILED)
    except Exception:  # noqa: BLE001 - the process ends here, and a traceback is no sentence for a player
        return _say(f"something went wrong that should not have; {_keep(traceback.format_exc())}", BROKEN)


def _run_typer(arguments: Sequence[str]) -> int:
    """Run one command and write out all it printed, while a closed pipe can still be told from a mistake."""
    try:
        app(list(arguments), prog_name="loreloom")
    except SystemExit as leaving:
        sys.stdout.flush()
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0


def _say(sentence: str, code: int) -> int:
    typer.echo(clean(f"loreloom: {sentence}"), err=True)
    return code


def _keep(trace: str) -> str:
    """Write a traceback to the log folder; return where it is, or the traceback itself when it cannot be written."""
    file = log_folder() / "crash.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(trace, encoding="utf-8")
    except OSError:
        return f"what happened:\n{trace}"
    return f"please report it with {file}"


def _let_go_of_the_pipe() -> None:
    """Point standard output at nothing, so that the interpreter's last flush finds no closed pipe."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
