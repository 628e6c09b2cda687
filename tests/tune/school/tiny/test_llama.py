"""The tiny model, here and in llama.cpp."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from game.tune.school.tiny.llama import Llama
from game.tune.school.tiny.marks import examine
from game.tune.school.tiny.vocabulary import Vocabulary, learned_from
from tests.tune.school.tiny.made import an_untaught, marks_by_llama_cpp, write
from tests.tune.school.tiny.test_vocabulary import CHAT


@pytest.fixture
def vocabulary() -> Vocabulary:
    return learned_from([CHAT] * 3)


@pytest.fixture
def model(vocabulary: Vocabulary) -> Llama:
    """Return one that has learned nothing, and is sure of much all the same."""
    model = an_untaught(vocabulary)
    with torch.no_grad():
        for matrix in model.parameters():
            matrix.mul_(8.0) if matrix.dim() > 1 else matrix.add_(0.1 * torch.randn_like(matrix))
    return model


def test_no_token_sees_those_after_it(model: Llama) -> None:
    one, other = torch.tensor([[5, 6, 7, 8]]), torch.tensor([[5, 6, 9, 4]])
    assert torch.equal(model(one)[:, :2], model(other)[:, :2])
    assert not torch.equal(model(one)[:, 2:], model(other)[:, 2:])


def test_where_a_token_stands_matters(model: Llama) -> None:
    first, other = model(torch.tensor([[5, 6, 5]]))[0], model(torch.tensor([[6, 5, 5]]))[0]
    assert not torch.allclose(first[2], other[2])


def test_llama_cpp_is_as_sure_of_each_token_as_torch(model: Llama, vocabulary: Vocabulary, tmp_path: Path) -> None:
    tokens = [number * number % len(vocabulary.tokens) for number in range(1, 400)]
    here, there = examine(model, tokens), marks_by_llama_cpp(write(model, vocabulary, tmp_path / "m.gguf"), tokens)
    assert here.perplexity > 1.3 * len(vocabulary.tokens)
    assert there.perplexity == pytest.approx(here.perplexity, rel=0.02)
