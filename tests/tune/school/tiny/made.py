"""What tests of the tiny model share: one that has learned nothing yet, in a file, with a vocabulary of some texts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from game.llm.tuning import Tuning
from game.llm.worker.context import Context, Entry
from game.llm.worker.weights import Weights
from game.tune.school.tiny.file import write_model
from game.tune.school.tiny.llama import Llama
from game.tune.school.tiny.marks import LENGTH, Marks, parts
from game.tune.school.tiny.shape import Shape
from game.tune.school.tiny.vocabulary import Vocabulary

STEP = 64


def an_untaught(vocabulary: Vocabulary, seed: int = 1) -> Llama:
    torch.manual_seed(seed)
    return Llama(Shape(len(vocabulary.tokens), width=32, layers=2, heads=2, inner=64))


def write(model: Llama, vocabulary: Vocabulary, path: Path) -> Path:
    weights = {name: each.numpy() for name, each in model.state_dict().items()}
    write_model(path, name="Tiny", shape=model.shape, vocabulary=vocabulary, weights=weights)
    return path


def marks_by_llama_cpp(path: Path, tokens: Sequence[int]) -> Marks:
    """Return the marks of a file on tokens, read by llama.cpp as the school reads them."""
    weights = Weights(path, gpu_layers=0, progress=lambda _: None)
    context = Context(weights, cells=2 * LENGTH, tuning=Tuning(threads=1), interrupted=lambda: False)
    told = []
    for part in parts(tokens):
        context.clear(0)
        for first in range(0, len(part) - 1, STEP):
            entries = [Entry(token, at, 0, wanted=True) for at, token in enumerate(part[:-1])][first : first + STEP]
            context.step(entries)
            for index, entry in enumerate(entries):
                logits = context.logits(index).astype(np.float64)
                after = part[entry.position + 1]
                told.append((logits[after] - np.logaddexp.reduce(logits), logits.argmax() == after))
    context.close()
    weights.close()
    nats, right = zip(*told, strict=True)
    return Marks(math.exp(-sum(nats) / len(nats)), sum(right) / len(right))
