"""Models of some kilobytes with random weights: they load, read and write in llama.cpp like big ones and talk nonsense.

A token is a byte or one of the control tokens, so a text has as many tokens as its UTF-8 has bytes. These models hardly
ever end a turn of themselves.
"""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
NO_SYSTEM = (
    "{% for m in messages %}{% if m['role'] == 'system' %}{{ raise_exception('no') }}{% endif %}{% endfor %}" + CHATML
)
CONTROLS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
WINDOW = 4096
WIDTH = 32


def write_llama(
    path: Path,
    *,
    template: str = CHATML,
    window: int = WINDOW,
    layers: int = 1,
    heads: int = 2,
    begins: bool = False,
    turned: int = 16,
) -> Path:
    """Write a transformer; begins has every text begin with a token, turned is how much of a head its rope turns."""
    writer = _writer(path, "llama", template, window, layers)
    writer.add_add_bos_token(begins)
    writer.add_head_count(heads)
    writer.add_head_count_kv(heads)
    writer.add_feed_forward_length(2 * WIDTH)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(turned)
    random = np.random.default_rng(1)
    for layer in range(layers):
        block = f"blk.{layer}."
        _add_ones(writer, block + "attn_norm.weight", block + "ffn_norm.weight")
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            _add_random(writer, random, f"{block}{name}.weight", WIDTH, WIDTH)
        for name in ("ffn_gate", "ffn_up"):
            _add_random(writer, random, f"{block}{name}.weight", 2 * WIDTH, WIDTH)
        _add_random(writer, random, f"{block}ffn_down.weight", WIDTH, 2 * WIDTH)
    return _finished(writer, path, random)


def write_mamba(path: Path) -> Path:
    """Write a recurrent model, whose memory of a sequence cannot be cut back."""
    writer = _writer(path, "mamba", CHATML, WINDOW, 1)
    inner, state, rank, kernel = 2 * WIDTH, 4, 2, 4
    writer.add_feed_forward_length(0)
    writer.add_head_count(0)
    writer.add_ssm_conv_kernel(kernel)
    writer.add_ssm_inner_size(inner)
    writer.add_ssm_state_size(state)
    writer.add_ssm_time_step_rank(rank)
    writer.add_layer_norm_rms_eps(1e-5)
    random = np.random.default_rng(1)
    shapes = {
        "ssm_in.weight": (2 * inner, WIDTH),
        "ssm_conv1d.weight": (inner, kernel),
        "ssm_conv1d.bias": (inner,),
        "ssm_x.weight": (rank + 2 * state, inner),
        "ssm_dt.weight": (inner, rank),
        "ssm_dt.bias": (inner,),
        "ssm_d": (inner,),
        "ssm_out.weight": (WIDTH, inner),
    }
    _add_ones(writer, "blk.0.attn_norm.weight")
    writer.add_tensor("blk.0.ssm_a", -np.ones((inner, state), dtype=np.float32))
    for name, shape in shapes.items():
        _add_random(writer, random, f"blk.0.{name}", *shape)
    return _finished(writer, path, random)


def _writer(path: Path, kind: str, template: str, window: int, layers: int) -> gguf.GGUFWriter:
    writer = gguf.GGUFWriter(path, kind)
    writer.add_name(f"Tiny {kind}")
    writer.add_context_length(window)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(layers)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    tokens = [*CONTROLS, *_byte_letters()]
    writer.add_token_list(tokens)
    kinds = {True: gguf.TokenType.CONTROL, False: gguf.TokenType.NORMAL}
    writer.add_token_types([kinds[token in CONTROLS] for token in tokens])
    writer.add_token_merges(["Q Q"])
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(2)
    if template:
        writer.add_chat_template(template)
    return writer


def _finished(writer: gguf.GGUFWriter, path: Path, random: np.random.Generator) -> Path:
    size = len(CONTROLS) + 256
    _add_ones(writer, "output_norm.weight")
    _add_random(writer, random, "token_embd.weight", size, WIDTH)
    output = random.standard_normal((size, WIDTH), dtype=np.float32)
    output[: len(CONTROLS)] = 0.0
    writer.add_tensor("output.weight", output)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _add_ones(writer: gguf.GGUFWriter, *names: str) -> None:
    for name in names:
        writer.add_tensor(name, np.ones(WIDTH, dtype=np.float32))


def _add_random(writer: gguf.GGUFWriter, random: np.random.Generator, name: str, *shape: int) -> None:
    writer.add_tensor(name, 0.3 * random.standard_normal(shape, dtype=np.float32))


def _byte_letters() -> list[str]:
    """Return the letters that byte-level vocabularies write bytes with: printable ones as they are, others from 256."""
    plain = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = iter(range(256, 512))
    return [chr(byte if byte in plain else next(others)) for byte in range(256)]
