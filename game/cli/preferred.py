"""Blind pairs as files, and what readers preferred as lines or as JSON.

Knows nothing of how texts are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.cli.evaluation import followed, ordered
from game.cli.printed import print_json, say
from game.cli.written import require_new, write_new
from game.errors import DataError
from game.llm.files import sha256_of
from game.story.prose import counted
from game.tune.pairs.answers import answers_in
from game.tune.pairs.key import Key, key_text, placed, read_key
from game.tune.pairs.moments import moments_in, pairs_of
from game.tune.pairs.pair import Pair, drawn, evenly
from game.tune.pairs.score import ANSWERS, Score, Tally, score
from game.tune.pairs.sheet import sheet_of
from game.tune.sets import held_out_examples

CHILD = "game.tune.pairs"
SIDES = ("untaught", "taught")
ANSWERED = '{"1": "A", "2": "B", "3": "="}'


@dataclass(frozen=True, slots=True)
class Files:
    """Where a sheet and its key are written."""

    sheet: Path
    key: Path


def files_of(sheet: Path, key: Path | None) -> Files:
    """Return where they are written, both new. Raises SettingsError: answers to a sheet written over say nothing."""
    files = Files(sheet, key or sheet.with_name(f"{sheet.stem}-key.json"))
    require_new(files.sheet, files.key)
    return files


def write_held_out(
    files: Files, model: str | None, adapter: Path, *, count: int, seed: int, folder: Path | None
) -> None:
    """Write pairs of what a model tells of held-out examples, without and with an adapter. Raises GameError.

    Half as much again is told as is wanted, since what is told alike makes no pair.
    """
    most = 3 * count // 4
    order, cache = ordered(model, adapter, examples=0, samples=most, seed=seed, folder=folder)
    found = followed(order, cache, child=CHILD)
    before, after = found["before"], found["after"]
    pairs = pairs_of(moments_in(held_out_examples(folder), most), before["texts"], after["texts"])
    made_with = {
        "model": before["model"],
        "model_sha256": sha256_of(order.model),
        "adapter": after["model"],
        "adapter_sha256": sha256_of(adapter),
    }
    write_pairs(files, evenly(pairs, count), SIDES, seed=seed, made_with=made_with)
    alike = sum(each.is_told_alike for each in pairs)
    say(f"Told alike, so that they make no pair: {alike} of {counted(len(pairs), 'moment')}.")


def write_pairs(
    files: Files, pairs: Sequence[Pair], sides: tuple[str, str], *, seed: int, made_with: Mapping[str, str]
) -> None:
    """Write a sheet and its key, in an order that a seed draws, and say so. Raises SettingsError and DataError."""
    if not pairs:
        raise DataError("There is nothing to compare: nothing was told, or all of it alike.")
    order = drawn(pairs, seed)
    write_new(files.key, key_text(Key(sides, seed, made_with, placed(order, sides))))
    write_new(files.sheet, sheet_of(order))
    say(f"{counted(len(pairs), 'pair')} in {files.sheet}; whose texts they are is in {files.key}.")


def print_score(key_file: Path, *answers: Path, as_json: bool) -> None:
    """Print what two readers preferred. Raises DataError."""
    key = read_key(key_file)
    first, second = (answers_in(path, ANSWERS, like=ANSWERED) for path in answers)
    found = score(key, first, second)
    if as_json:
        print_json(_record(key, found))
        return
    for line in _lines(key, found):
        say(line)


def _record(key: Key, found: Score) -> dict[str, Any]:
    tallies = {
        name: {**asdict(tally), "share": tally.share, "interval": tally.interval} for name, tally in _rows(found)
    }
    return {"sides": key.sides, "preferred": tallies, "agreed": found.agreed, "kappa": found.kappa}


def _lines(key: Key, found: Score) -> Iterator[str]:
    other, measured = key.sides
    yield f"{counted(len(key.pairs), 'pair')}: {measured} preferred to {other}\n"
    yield _row("", "won", "tied", "lost", "share", "95% between")
    for name, each in _rows(found):
        low, high = each.interval
        yield _row(name, each.won, each.tied, each.lost, f"{each.share:.1%}", f"{low:.1%} and {high:.1%}")
    yield f"\nBoth give the same answer to {found.agreed:.1%}; Cohen's kappa is {found.kappa:.2f}."
    yield "Of both, what the two do not give to one side counts as tied; a tie is not won."


def _rows(found: Score) -> Iterator[tuple[str, Tally]]:
    yield "first reader", found.first
    yield "second reader", found.second
    yield "both", found.both
    yield from ((f"both, {kind}", tally) for kind, tally in found.kinds.items())


def _row(name: str, *figures: object) -> str:
    *counts, last = figures
    return f"{name:<16}" + "".join(f"{each:>8}" for each in counts) + f"{last:>20}"
