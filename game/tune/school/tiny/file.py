"""A tiny model's GGUF file: its weights in 16 bits, its vocabulary, and how a chat is laid out in it.

Knows nothing of torch, nor of how anything in it was learned.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt

from game.tune.school.tiny.shape import BASE, EPSILON, Shape
from game.tune.school.tiny.vocabulary import CONTROLS, Vocabulary

TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
WINDOW = 4_096
"""Tokens that it may be given at once: as many as the game wants, and more than it ever read while it learned."""


def write_model(
    path: Path, *, name: str, shape: Shape, vocabulary: Vocabulary, weights: Mapping[str, npt.NDArray[np.floating[Any]]]
) -> None:
    """Write it over a file; weights are named as llama.cpp names them. Raises OSError."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name(name)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    _add_shape(writer, shape)
    _add_vocabulary(writer, vocabulary)
    for tensor, matrix in weights.items():
        kind = np.float16 if matrix.ndim > 1 else np.float32  # llama.cpp multiplies by norms in 32 bits alone
        writer.add_tensor(tensor, np.ascontiguousarray(matrix, dtype=kind))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_shape(writer: gguf.GGUFWriter, shape: Shape) -> None:
    writer.add_context_length(WINDOW)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.inner)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_rope_freq_base(BASE)


def _add_vocabulary(writer: gguf.GGUFWriter, vocabulary: Vocabulary) -> None:
    kinds = {True: gguf.TokenType.CONTROL, False: gguf.TokenType.NORMAL}
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(list(vocabulary.tokens))
    writer.add_token_types([kinds[token in CONTROLS] for token in vocabulary.tokens])
    writer.add_token_merges(list(vocabulary.merges))
    writer.add_bos_token_id(vocabulary.begin)
    writer.add_eos_token_id(vocabulary.end)
    writer.add_add_bos_token(value=False)
    writer.add_chat_template(TEMPLATE)
