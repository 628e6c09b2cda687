"""`python -m tests.bench.voice.sheet`: writes a sheet of sentences for readers, and scores what two of them made of it.

    … write SHEET.json [--model NAME]    a hundred sentences, or as many as are shown in the time
    … score FIRST.json SECOND.json       the true share, agreement and Cohen's kappa
    … pairs SHEET.md [--model NAME]      sixty turns as the author tells them, and with what the model adds, for readers
                                         who cannot know which is which; scored by `loreloom tune pairs score`

Turns are told as they are when this model plays: whole by one that is trusted with that, otherwise by the author, with
a touch of it and people's lines; --way has it otherwise. No turn is begun after --minutes, whatever the model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path

from game.cli.preferred import files_of, write_pairs
from game.errors import GameError
from game.llm.catalog import STARTER
from game.llm.choice import ModelChoice
from game.llm.files import sha256_of
from game.llm.starter import starter_adapter, starter_source
from game.story.narrator import WAYS, Way
from game.story.trust import trust_in
from tests.bench.figures import print_figures
from tests.bench.voice.sheet.labels import disputed, figures_of, read_labels
from tests.bench.voice.sheet.moment import Moment, moment_of
from tests.bench.voice.sheet.pairs import PAIRS, SEED, SIDES, pairs_told
from tests.bench.voice.telling import TURNS, chosen, hosted, shipped, told_within
from tests.bench.voice.told import Told

SENTENCES = 100
_TURNS = 2_000
"""Enough for a hundred sentences, however few are shown."""
ASK = """
Each moment is one turn of an interactive story as it stood once the turn had been played: the place, who and what is
there, what is carried, the ways that lead on, what the player did and what came of it. `shown` is all that the player
then read. Label each of the numbered sentences by itself: true if it agrees with everything the moment says, so that
a player who believes it is led to nothing that is not so; false if it contradicts any of that, or tells what did not
happen as having happened. Colour that changes nothing and contradicts nothing (light, weather, a smell, a gesture) is
true. What a person says is true if it is no more than they may know, by what `speaking` tells of them, or claims
nothing at all. Write {"1": true, "2": false, …}: a label for every number.
"""


def moments(told: Iterable[Told], most: int) -> Iterator[Moment]:
    """Yield the moments in which something of a model's is shown, until there are so many sentences."""
    number = 1
    for each in told:
        moment = moment_of(each, first=number)
        if moment.sentences:
            yield replace(moment, sentences=moment.sentences[: most - number + 1])
            number += len(moment.sentences)
        if number > most:
            return


def write(path: Path, found: Iterable[Moment]) -> int:
    """Write a sheet; return how many sentences it has."""
    records = [asdict(each) for each in found]
    sheet = {"ask": " ".join(ASK.split()), "moments": records}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(sheet, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return sum(len(record["sentences"]) for record in records)


def main() -> None:
    """Write a sheet, or score the labels of one; or write one of blind pairs."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.voice.sheet")
    commands = options.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write", help="write a sheet for readers")
    writing.add_argument("sheet", type=Path)
    writing.add_argument("--model", help="a catalogue name or a GGUF file; the starter without it")
    writing.add_argument("--way", choices=WAYS[1:], help="told whole by it, or with a touch of it; as in play")
    writing.add_argument("--of", choices=TURNS, default="both", help="turns of any deed, those of talk, or by turns")
    writing.add_argument("--sentences", type=int, default=SENTENCES)
    writing.add_argument("--skip", type=int, default=0, help="turns to pass over, to go on from a sheet cut short")
    writing.add_argument("--minutes", type=float, default=15.0)
    scoring = commands.add_parser("score", help="score two readers' labels")
    scoring.add_argument("labels", type=Path, nargs=2)
    pairing = commands.add_parser("pairs", help="write a sheet of blind pairs")
    pairing.add_argument("sheet", type=Path)
    pairing.add_argument("--model", help="a catalogue name or a GGUF file; the starter without it")
    pairing.add_argument("--pairs", type=int, default=PAIRS)
    pairing.add_argument("--seed", type=int, default=SEED, help="decides their order")
    given = options.parse_args()
    try:
        {"write": _write, "score": _score, "pairs": _write_pairs}[given.command](given)
    except GameError as error:
        raise SystemExit(f"sheet: {error}") from None


def _write(given: argparse.Namespace) -> None:
    with hosted(given.model) as model:
        turns = islice(TURNS[given.of](shipped(), _TURNS), given.skip, None)
        way: Way = given.way or ("model" if "scene" in trust_in(model.info, "en").jobs else "blend")
        told = told_within(60 * given.minutes, model, turns, way)
        count = write(given.sheet, moments(told, given.sentences))
    print(f"{count} sentences in {given.sheet}")


def _write_pairs(given: argparse.Namespace) -> None:
    files, choice = files_of(given.sheet, None), chosen(given.model)
    with hosted(given.model) as model:
        pairs = pairs_told(model, shipped(), given.pairs)
    write_pairs(files, pairs, SIDES, seed=given.seed, made_with=dict(_digests(choice)))


def _digests(choice: ModelChoice) -> Iterator[tuple[str, str]]:
    """Yield what the model is called and its file's digest; and the same of the adapter that the starter comes with."""
    yield from {"model": choice.name, "model_sha256": sha256_of(choice.path)}.items()
    adapter = starter_adapter(sha256_of(starter_source())) if choice.entry == STARTER else None
    if adapter:
        yield from {"adapter": adapter.name, "adapter_sha256": sha256_of(adapter)}.items()


def _score(given: argparse.Namespace) -> None:
    first, second = map(read_labels, given.labels)
    print_figures("Sentences shown", list(figures_of(first, second)))
    print("called false by one or both:", *disputed(first, second))


if __name__ == "__main__":
    main()
