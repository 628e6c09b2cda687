"""A model that learns: its weights as torch has them, a low-rank adapter on them, and what it makes of a tree.

Knows nothing of lessons. Needs torch, transformers and peft: the extra `tune`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gguf
import torch
from peft import LoraConfig, get_peft_model
from peft.utils import get_peft_model_state_dict, set_peft_model_state_dict
from transformers import AutoModelForCausalLM

from game.errors import DataError
from game.tune.training.trees import Answer, Tree

RANK = 16
ALPHA = 32
MATRICES = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
_STEP = 64
"""Lengths are made multiples of this, so that there are few."""


class Pupil:
    """A model of a GGUF file, read in 16 bits, of which an adapter alone is trained; seed decides how that begins.

    Raises DataError for a file that is not of a model like Llama: how others lay out their weights is not known here.
    """

    def __init__(self, path: Path, *, device: str, seed: int) -> None:
        _require_llama(path)
        torch.manual_seed(seed)
        model = AutoModelForCausalLM.from_pretrained(
            str(path.parent), gguf_file=path.name, dtype=torch.bfloat16, attn_implementation="sdpa"
        )
        config = LoraConfig(r=RANK, lora_alpha=ALPHA, target_modules=list(MATRICES), task_type="CAUSAL_LM")
        self.device = device
        self.adapted = get_peft_model(model, config).to(device)
        self._model = self.adapted.base_model.model

    @property
    def config(self) -> Any:
        """Return the model's own configuration."""
        return self._model.config

    def parameters(self) -> list[torch.nn.Parameter]:
        """Return what is trained."""
        return [each for each in self.adapted.parameters() if each.requires_grad]

    def weights(self) -> dict[str, torch.Tensor]:
        """Return the adapter's matrices by name."""
        held: dict[str, torch.Tensor] = get_peft_model_state_dict(self.adapted)
        return held

    def put_weights(self, weights: dict[str, torch.Tensor]) -> None:
        """Go on from an adapter's matrices."""
        set_peft_model_state_dict(self.adapted, weights)

    def likelihoods(self, tree: Tree, answers: Sequence[Answer]) -> torch.Tensor:
        """Return how likely each answer is, in nats, all of its tokens together.

        Only what answers follow is compared with the vocabulary, which is most of the work of a small model.
        """
        after = torch.tensor([place for answer in answers for place in answer.after], device=self.device)
        told = torch.tensor([token for answer in answers for token in answer.tokens], device=self.device)
        logits = self._model.lm_head(self._read(tree)[after]).float()
        each = torch.log_softmax(logits, -1).gather(1, told[:, None])[:, 0]
        return torch.stack([part.sum() for part in each.split([len(answer.tokens) for answer in answers])])

    def _read(self, tree: Tree) -> torch.Tensor:
        """Return the last hidden state after each token, of shape (tokens, width)."""
        size = -(-len(tree.tokens) // _STEP) * _STEP
        blank = [0] * (size - len(tree.tokens))
        hidden = torch.zeros(size, size, dtype=torch.bfloat16)
        hidden.masked_fill_(~torch.from_numpy(tree.sight(size)), torch.finfo(torch.bfloat16).min)
        read = self._model.model(
            input_ids=torch.tensor([[*tree.tokens, *blank]], device=self.device),
            position_ids=torch.tensor([[*tree.positions, *blank]], device=self.device),
            attention_mask=hidden[None, None].to(self.device),
            use_cache=False,
        )
        state: torch.Tensor = read.last_hidden_state[0]
        return state


def _require_llama(path: Path) -> None:
    try:
        kind = str(gguf.GGUFReader(path).fields["general.architecture"].contents())
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise DataError(f"{path} is no model that can be read; name a GGUF file.") from error
    if kind != "llama":
        raise DataError(f"{path} holds a model of the kind {kind}; only one of the kind llama can be taught so far.")
