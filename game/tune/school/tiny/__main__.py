"""The process that makes a tiny model: `python -m game.tune.school.tiny ORDER`, told in JSON what to do.

It tells in JSON how it goes. Knows nothing of how that is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Any

import torch

from game.llm.files import settle
from game.loader.load import load_world
from game.rules.world import World
from game.story.clean import clean_line
from game.story.model import Message
from game.tune.school.saying import run, tell
from game.tune.school.tiny.file import write_model
from game.tune.school.tiny.llama import Llama
from game.tune.school.tiny.marks import examine
from game.tune.school.tiny.practice import practise
from game.tune.school.tiny.shape import Shape
from game.tune.school.tiny.speech import speak
from game.tune.school.tiny.vocabulary import Vocabulary, learned_from
from game.tune.tiny.passages import Passage
from game.tune.tiny.sides import Sides, characters, sides_of
from game.tune.training.trainer import beside

THREADS = 1
"""On any number of cores: so sums are added up in the same order everywhere, and more would hardly be faster."""
LOOKS = 10
"""How often it is looked at how far the training came."""
SAMPLES = 3
"""Words of players, of texts held out, that the model answers in the end."""


def main(order: dict[str, Any]) -> None:
    """Go the whole way from texts to a file, saying each step as it is done."""
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(mode=True)
    torch.manual_seed(order["seed"])
    worlds = [load_world(Path(path)) for path in order["worlds"]]
    sides = sides_of(worlds)
    tell("texts", _counted(sides))
    vocabulary = learned_from(each.messages() for each in sides.train)
    train, held_out = (_tokens(vocabulary, side) for side in (sides.train, sides.held_out))
    known, letters = len(vocabulary.tokens), characters(sides.train) / len(train)
    tell("tokens", {"known": known, "train": len(train), "held_out": len(held_out), "letters": letters})
    model = Llama(Shape(known))
    tell("model", {**asdict(model.shape), "parameters": model.size()})
    tell("before", asdict(examine(model, held_out)))
    _teach(model, train, held_out, order)
    tell("after", asdict(examine(model, held_out)))
    _tell_samples(model, vocabulary, sides.held_out)
    _write(model, vocabulary, _name(worlds), Path(order["out"]))


def _counted(sides: Sides) -> dict[str, int]:
    return {
        "train": len(sides.train),
        "held_out": len(sides.held_out),
        "characters": characters(sides.train),
        "held_out_characters": characters(sides.held_out),
    }


def _tokens(vocabulary: Vocabulary, passages: Iterable[Passage]) -> list[int]:
    return [token for passage in passages for token in vocabulary.chat(passage.messages())]


def _teach(model: Llama, train: list[int], held_out: list[int], order: dict[str, Any]) -> None:
    steps, losses = order["steps"], []
    luck = torch.Generator().manual_seed(order["seed"])
    for step, loss in enumerate(practise(model, train, steps=steps, luck=luck), 1):
        losses.append(loss)
        if step * LOOKS // steps > (step - 1) * LOOKS // steps:
            tell("step", {"step": step, "steps": steps, "loss": fmean(losses), **asdict(examine(model, held_out))})
            losses.clear()


def _tell_samples(model: Llama, vocabulary: Vocabulary, held_out: Iterable[Passage]) -> None:
    luck = torch.Generator().manual_seed(0)
    for words in islice(dict.fromkeys(each.words for each in held_out if each.words), SAMPLES):
        asked = (*vocabulary.chat([Message("user", words)]), *vocabulary.reply())
        said = speak(model, asked, ends=vocabulary.controls, luck=luck)
        tell("sample", {"words": words, "text": clean_line(vocabulary.text(said))})


def _write(model: Llama, vocabulary: Vocabulary, name: str, out: Path) -> None:
    weights = {name: each.numpy() for name, each in model.state_dict().items()}
    draft = beside(out, "part")
    write_model(draft, name=name, shape=model.shape, vocabulary=vocabulary, weights=weights)
    settle(draft, out)
    tell("written", {"path": str(out), "bytes": out.stat().st_size})


def _name(worlds: Iterable[World]) -> str:
    return clean_line(f"Tiny ({', '.join(world.title for world in worlds)})")


if __name__ == "__main__":
    run(main, sys.argv[1])
