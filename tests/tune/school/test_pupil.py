"""What a pupil makes of a tree, and its adapter in llama.cpp."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch

from game.errors import DataError
from game.llm.merge import merge
from game.tune.school.export import adapter_of
from game.tune.school.pupil import ALPHA, Pupil
from game.tune.training.trees import Tree
from tests.llm.test_adapter import TOKENS, logits
from tests.llm.tiny_gguf import write_mamba

WORDS = ([40, 41, 42], [50, 51], [60])
ANSWERS = ([70, 71, 72], [80], [90, 91])


@pytest.fixture
def pupil(source: Path) -> Pupil:
    """Return one whose adapter is not what it begins as, which changes nothing."""
    pupil = Pupil(source, device="cpu", seed=1)
    with torch.no_grad():
        for matrix in pupil.parameters():
            matrix.copy_(0.2 * torch.randn_like(matrix))
    return pupil


def test_answers_that_share_a_beginning_are_as_likely_as_each_alone(pupil: Pupil) -> None:
    tree = Tree()
    trunk = tree.add(TOKENS)
    answers = [tree.answer(answer, tree.add(words, trunk)) for words, answer in zip(WORDS, ANSWERS, strict=True)]
    together = pupil.likelihoods(tree, answers)
    for likely, words, answer in zip(together, WORDS, ANSWERS, strict=True):
        alone = Tree()
        told = alone.answer(answer, alone.add([*TOKENS, *words]))
        assert likely.item() == pytest.approx(pupil.likelihoods(alone, [told]).item(), rel=0.03)


def test_llama_cpp_says_what_torch_says_with_the_adapter_in_the_weights(
    pupil: Pupil, source: Path, digest: str, tmp_path: Path
) -> None:
    weights = {name: each.float().numpy() for name, each in pupil.weights().items()}
    adapter = adapter_of(weights, model=digest, alpha=ALPHA, heads=2, kv_heads=2)
    merge(source, adapter, tmp_path / "merged.gguf")
    told, without = (log_softmax(logits(path)) for path in (tmp_path / "merged.gguf", source))
    tree = Tree()
    trunk = tree.add(TOKENS)
    answers = [tree.answer([token], trunk) for token in range(len(told))]
    found = pupil.likelihoods(tree, answers).detach().numpy()
    assert np.abs(found - told).mean() < 0.1 * np.abs(found - without).mean()


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"holds a model of the kind mamba"):
        Pupil(write_mamba(tmp_path / "tiny.gguf"), device="cpu", seed=1)
    (tmp_path / "no.gguf").write_bytes(b"no model")
    with pytest.raises(DataError, match=r"no\.gguf is no model that can be read"):
        Pupil(tmp_path / "no.gguf", device="cpu", seed=1)


def log_softmax(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    least: npt.NDArray[np.float32] = logits - logits.max()
    return np.asarray(least - np.log(np.exp(least).sum()), dtype=np.float32)
