"""A training by what a player liked in their own runs: its examples, what it changed, and whether it is to be used.

Knows nothing of how anything is trained.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import typer

from game.cli.adapters import take_up
from game.cli.played import liked_in_runs
from game.cli.printed import say
from game.cli.training import follow, print_marks
from game.llm.files import sha256_of
from game.llm.own import free_name
from game.llm.starter import starter_adapter
from game.settings import load_settings, models_folder
from game.tune.personal import require_enough
from game.tune.training.trainer import Order, train

PASSES = 3.0
"""A player's examples are few: each is seen more often than the game's own are in a training by those alone."""


def train_by_runs(order: Order, runs: Sequence[str], saves: Path | None, *, as_json: bool) -> None:
    """Teach a model by what was liked in runs, on top of what the game has taught it; then ask whether to use that.

    Raises SaveError, and DataError also where too little was liked.
    """
    liked = liked_in_runs(runs, saves).examples
    require_enough(liked)
    begins = starter_adapter(sha256_of(order.model)) if order.model.is_file() else None
    name = order.name or f"{order.model.stem}-personal"
    found = follow(train(replace(order, own=tuple(liked), begins=begins, name=name)))
    print_marks(found, as_json=as_json)
    if not as_json:
        offer(order.out)


def offer(adapter: Path) -> None:
    """Ask whether the model is to tell with an adapter from now on; where nobody can be asked, nothing is changed."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        say("Nothing else was changed: the game tells as before.")
    elif typer.confirm("Is the model to tell with it from now on?"):
        use_personal_adapter(adapter)
    else:
        say(f"The game tells as before. To have nothing of it left, delete {adapter}.")


def use_personal_adapter(adapter: Path) -> None:
    """Have the model tell with an adapter from now on. Raises GameError, where it was made for another model, too."""
    own = take_up(str(adapter.absolute()), load_settings(), name=free_name(adapter.stem, models_folder()))
    say(f"{own.title} tells with {own.name} from now on; loreloom tune remove {own.name} has it gone again.")
