"""The commands `loreloom tune …`: the examples that a model is taught by, the teaching, and what becomes of adapters.

Knows nothing of how any of it is printed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli import adapters, pairs
from game.cli.printed import JsonOption
from game.cli.runs.found import SavesOption
from game.cli.sources import FromOption, ModelOption
from game.errors import SettingsError

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Teach a model the jobs it can do truly.")

ToOption = Annotated[
    Path | None,
    typer.Option("--to", metavar="FOLDER", help="Write both sides into FOLDER, without the rows that have a fault."),
]
RunsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[RUN]...", help="Runs to look into; without any, all there are.")
]


@app.callback()
def tune() -> None:
    """Teach a model the jobs it can do truly."""


@app.command("data")
def data(
    runs: RunsArgument = None,
    from_: FromOption = None,
    to: ToOption = None,
    from_runs: Annotated[
        bool, typer.Option("--from-runs", help="Take what you liked in your own runs: rated +, rewritten or chosen.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write what you liked to FILE, as JSON Lines.")
    ] = None,
    trl: Annotated[
        Path | None,
        typer.Option("--trl", metavar="FOLDER", help="Write it into FOLDER as the trainers of TRL read it."),
    ] = None,
    saves: SavesOption = None,
    as_json: JsonOption = False,
) -> None:
    """Count the examples, by kind and side, and name every fault; leaves with 1 if there are any.

    With --from-runs, count what you liked in your own runs, and write it for a training here or elsewhere.
    """
    from game.cli import examples, played  # noqa: PLC0415 - whoever plays needs nothing of what a model is taught by

    if from_runs:
        liked = played.liked_in_runs(runs or (), saves)
        played.write_liked(liked, out, trl)
        played.print_liked(liked, as_json=as_json)
        return
    if runs or out or trl:
        raise SettingsError("Runs, --out and --trl are of what you liked in your own runs: say --from-runs with them.")
    counts, faults = examples.look_at_examples(from_, to)
    (examples.print_record if as_json else examples.print_table)(counts, faults)
    raise typer.Exit(1 if faults else 0)


@app.command("eval")
def evaluate(
    model: ModelOption = None,
    adapter: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An adapter: the model is asked without it, then with it.")
    ] = None,
    examples: Annotated[int, typer.Option(min=1, help="Held-out examples of a kind, at most.")] = 60,
    samples: Annotated[
        int, typer.Option(min=0, help="Texts of a kind that the model writes, freely and in closed words.")
    ] = 60,
    seed: Annotated[int, typer.Option(help="Decides what is drawn.")] = 7,
    from_: FromOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask a model the held-out examples, and have it write: how likely it finds answers, and what could be shown."""
    from game.cli import evaluation, marks  # noqa: PLC0415 - whoever plays needs nothing of this

    extent = {"folder": from_, "examples": examples, "samples": samples, "seed": seed}
    marks.print_found(evaluation.followed(*evaluation.ordered(model, adapter, **extent)), as_json=as_json)


@app.command("sample")
def sample(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where what is kept is written, as JSON Lines.")],
    model: ModelOption = None,
    adapter: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An adapter that it writes with; without it, as it tells.")
    ] = None,
    examples: Annotated[int, typer.Option(min=1, help="Examples of a kind that it writes for, at most.")] = 1000,
    samples: Annotated[int, typer.Option(min=1, help="Texts that it writes for each.")] = 8,
    seed: Annotated[int, typer.Option(help="Decides what is drawn.")] = 7,
    from_: FromOption = None,
    as_json: JsonOption = False,
) -> None:
    """Have a model write for the examples it was taught by, and keep what is true and fresh, to teach it again."""
    from game.cli import sampling  # noqa: PLC0415 - whoever plays needs nothing of this

    extent = {"folder": from_, "examples": examples, "samples": samples, "seed": seed}
    sampling.sample(model, adapter, out, as_json=as_json, **extent)


@app.command("train")
def train(
    runs: RunsArgument = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the adapter is written.")] = Path(
        "adapter.gguf"
    ),
    passes: Annotated[
        float | None,
        typer.Option(min=0.001, help="How often each example is seen, in parts too; once, or your own three times."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Decides the order in which examples are seen.")] = 7,
    model: Annotated[
        Path | None, typer.Option(help="The GGUF file to be taught; without it, the starter's own.")
    ] = None,
    name: Annotated[str, typer.Option(help="What the model is called with the adapter; its own name without.")] = "",
    from_: FromOption = None,
    begins: Annotated[
        Path | None, typer.Option("--begins", metavar="FILE", help="An adapter to go on from, of the same model.")
    ] = None,
    is_personal: Annotated[
        bool,
        typer.Option("--personal", help="Teach it what you liked in your runs, and ask whether to use it."),
    ] = False,
    saves: SavesOption = None,
    as_json: JsonOption = False,
) -> None:
    """Teach a model by examples; what it learns is an adapter. Broken off, the same command goes on with it."""
    from game.cli import personal, training  # noqa: PLC0415 - whoever plays needs nothing of this
    from game.llm.starter import starter_source  # noqa: PLC0415
    from game.tune.training import trainer  # noqa: PLC0415

    if runs and not is_personal:
        raise SettingsError("Runs are of what you liked in them: say --personal with them.")
    usual = personal.PASSES if is_personal else 1.0
    order = trainer.Order(model or starter_source(), out, passes or usual, seed, from_, name, begins=begins)
    if is_personal:
        personal.train_by_runs(order, runs or (), saves, as_json=as_json)
    else:
        training.print_marks(training.follow(trainer.train(order)), as_json=as_json)


app.add_typer(pairs.app, name="pairs")
app.command("use")(adapters.use)
app.command("list")(adapters.list_)
app.command("export")(adapters.export)
app.command("remove")(adapters.remove)


@app.command("tiny")
def tiny(
    worlds: Annotated[list[str], typer.Argument(metavar="WORLD...", help="Names of worlds, or paths of theirs.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the model is written.")] = Path("tiny.gguf"),
    steps: Annotated[int, typer.Option(min=1, help="How often it is changed; 300 take half a minute.")] = 300,
    seed: Annotated[int, typer.Option(help="Decides what is drawn by luck; the same makes the same file.")] = 7,
    as_json: JsonOption = False,
) -> None:
    """Make a tiny model from nothing but the words of worlds, and say what happens on the way."""
    from game.cli import tiny as lesson  # noqa: PLC0415 - whoever plays needs nothing of this
    from game.cli.world.found import world_path  # noqa: PLC0415
    from game.tune.tiny.maker import Order, make  # noqa: PLC0415

    events = make(Order(tuple(map(world_path, worlds)), out, steps, seed))
    if as_json:
        lesson.print_figures(events)
    else:
        lesson.print_lesson(events, world=worlds[0])
