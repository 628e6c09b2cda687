"""The process that trains: `python -m game.tune.school ORDER`, told in JSON what to do, tells in JSON how it goes.

It alone imports torch and llama.cpp, of which the second only spells the examples as the game would.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from game.errors import GameError
from game.llm.adapter import read_adapter, write_adapter
from game.llm.files import sha256_of
from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.tune.examples import Choosing, Played, job_of
from game.tune.personal import BESIDE, LOOKED_AT, drawn, parted
from game.tune.rows import Row, our_rows, rows_in, rows_of
from game.tune.school.exam import examine
from game.tune.school.export import adapter_of, weights_of
from game.tune.school.pupil import ALPHA, RANK, Pupil
from game.tune.school.teaching import School
from game.tune.split import Split, split
from game.tune.training.lessons import ANSWERS, Lesson, Speller, choices, preferences, writings
from game.tune.training.trainer import beside


def main(order: dict[str, Any]) -> None:
    """Examine, teach, examine again and write the adapter, saying each as it is done."""
    source, out = Path(order["model"]), Path(order["out"])
    torch.set_num_threads(order["threads"])
    rows, own = sides_of(order)
    speller = _speller(source)
    pupil = Pupil(source, device="cuda" if torch.cuda.is_available() else "cpu", seed=order["seed"])
    if order["begins"]:
        _go_on_from(Path(order["begins"]), pupil)
    held_out, own_held_out = (list(lessons_of(some, speller)) for some in (rows.held_out, own))
    _tell("before", _marks(pupil, held_out, own_held_out))
    lessons = list(lessons_of(rows.train, speller))
    school = School(pupil, lessons, order["passes"], order["seed"], beside(out, "training"), of=_origin(order))
    for progress in school.teach():
        _tell("step", asdict(progress))
    _tell("after", {**_marks(pupil, held_out, own_held_out), "worth": school.scale.worth.item()})
    _export(pupil, out, order)
    _tell("written", {"path": str(out), "bytes": out.stat().st_size})


def sides_of(order: dict[str, Any]) -> tuple[Split, tuple[Row, ...]]:
    """Return what is trained on and what is held out; and what is held out of a player's own, where there is any."""
    sides = split(rows_in(Path(order["examples"])) if order["examples"] else our_rows())
    if not order["own"]:
        return sides, ()
    seed = order["seed"]
    own = parted(rows_of(Path(order["own"])), seed)
    train = (*own.train, *drawn(sides.train, BESIDE * len(own.train), seed))
    return Split(train, drawn(sides.held_out, LOOKED_AT, seed)), own.held_out


def _origin(order: dict[str, Any]) -> str:
    return f"{order['digest']} {sha256_of(Path(order['begins'])) if order['begins'] else ''}"


def lessons_of(rows: tuple[Row, ...], speller: Speller) -> Iterator[Lesson]:
    """Yield the lessons of some rows: each situation, and of each kind that is written all together."""
    examples = [row.example for row in rows]
    yield from choices((each for each in examples if isinstance(each, Choosing)), speller)
    for kind in ANSWERS:
        if lesson := writings(kind, (each for each in examples if job_of(each) == kind), speller):
            yield lesson
    yield from preferences((each for each in examples if isinstance(each, Played)), speller)


def _marks(pupil: Pupil, lessons: list[Lesson], own: list[Lesson]) -> dict[str, Any]:
    marks = asdict(examine(pupil, lessons))
    return {**marks, "own": asdict(examine(pupil, own))} if own else marks


def _go_on_from(adapter: Path, pupil: Pupil) -> None:
    matrices = weights_of(read_adapter(adapter), pupil.weights(), rank=RANK, alpha=ALPHA, **_heads(pupil))
    pupil.put_weights({name: torch.tensor(matrix) for name, matrix in matrices.items()})


def _heads(pupil: Pupil) -> dict[str, int]:
    return {"heads": pupil.config.num_attention_heads, "kv_heads": pupil.config.num_key_value_heads}


def _speller(source: Path) -> Speller:
    template = Template(Weights(source, gpu_layers=0, progress=lambda _: None))
    return Speller(template.prompt, template.reply)


def _export(pupil: Pupil, out: Path, order: dict[str, Any]) -> None:
    weights = {name: each.float().cpu().numpy() for name, each in pupil.weights().items()}
    adapter = adapter_of(weights, model=order["digest"], alpha=ALPHA, name=order["name"], **_heads(pupil))
    draft = beside(out, "part")
    write_adapter(adapter, draft)
    draft.replace(out)


def _tell(what: str, said: dict[str, Any]) -> None:
    print(json.dumps({"is": what, **said}), flush=True)


if __name__ == "__main__":
    try:
        main(json.loads(sys.argv[1]))
    except GameError as error:
        _tell("fault", {"text": str(error)})
