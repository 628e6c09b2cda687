"""A model's file in memory: its weights and its vocabulary, text to tokens and back.

Knows nothing of prompts, of contexts or of what is written with it.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import llama_cpp

from game.errors import ModelError
from game.llm.files import is_gguf

_MAX_SAID = 1 << 20
_MAX_PIECE = 1 << 10


class Weights:
    """A loaded model. Tokens are ints below size."""

    def __init__(self, path: Path, *, gpu_layers: int, progress: Callable[[float], None]) -> None:
        """Load it, telling progress from 0 to 1; gpu_layers -1 are all. Raises ModelError."""
        _require_gguf(path)
        params = llama_cpp.llama_model_default_params()
        params.n_gpu_layers = gpu_layers
        params.progress_callback = _going_on_after(progress)
        model = llama_cpp.llama_model_load_from_file(os.fsencode(path), params)
        vocabulary = llama_cpp.llama_model_get_vocab(model) if model else None
        if not model or not vocabulary:
            raise ModelError(
                f"{path} could not be loaded: it is damaged, or of a kind that this llama.cpp cannot read."
            )
        if llama_cpp.llama_model_has_encoder(model) or not llama_cpp.llama_model_has_decoder(model):
            raise ModelError(f"{path} is no model that continues a text: choose one that was made for chat.")
        self.model, self.vocabulary = model, vocabulary
        self.size = llama_cpp.llama_vocab_n_tokens(vocabulary)
        self._path = path
        self._ends: dict[int, bool] = {}
        self._piece = ctypes.create_string_buffer(_MAX_PIECE)

    @property
    def name(self) -> str:
        """What the model calls itself, or its file's name."""
        return self.said("general.name") or self._path.stem

    @property
    def parameters(self) -> int:
        return int(llama_cpp.llama_model_n_params(self.model))

    @property
    def tensor_bytes(self) -> int:
        """The size of all tensors."""
        return int(llama_cpp.llama_model_size(self.model))

    @property
    def width(self) -> int:
        """The numbers that stand for a token on its way through the layers."""
        return int(llama_cpp.llama_model_n_embd(self.model))

    @property
    def heads(self) -> int:
        return int(llama_cpp.llama_model_n_head(self.model))

    @property
    def layers(self) -> int:
        return int(llama_cpp.llama_model_n_layer(self.model))

    @property
    def trained_window(self) -> int:
        """The tokens that the model was made to read at once."""
        return int(llama_cpp.llama_model_n_ctx_train(self.model))

    def close(self) -> None:
        """Free it; no context may use it any more."""
        llama_cpp.llama_model_free(self.model)

    def said(self, key: str) -> str:
        """Return what the file says under a key, or nothing."""
        return _said(self.model, key)

    def first_token(self) -> int | None:
        """Return the token that every text begins with, or None when the model wants none."""
        wanted = llama_cpp.llama_vocab_get_add_bos(self.vocabulary)
        return int(llama_cpp.llama_vocab_bos(self.vocabulary)) if wanted else None

    def first_and_last_words(self) -> tuple[str, str]:
        """Return how a chat template spells the tokens that begin and end a text."""
        first = llama_cpp.llama_vocab_bos(self.vocabulary)
        last = llama_cpp.llama_vocab_eos(self.vocabulary)
        return self._bytes(first, special=True).decode(), self._bytes(last, special=True).decode()

    def scaffold_tokens(self, text: str) -> list[int]:
        """Return the tokens of a chat template's own text, in which control tokens are spelled out."""
        return self._tokens(text, special=True)

    def plain_tokens(self, text: str) -> list[int]:
        """Return the tokens of foreign text: what looks like a control token in it is only letters."""
        tokens = self._tokens(text, special=False)
        if not any(map(self.ends, tokens)):
            return tokens
        # Some vocabularies put a control token together from its letters; letters one by one are always only that.
        return [token for letter in text for token in self._tokens(letter, special=False)]

    def ends(self, token: int) -> bool:
        """Return whether a token ends a turn; every control token does, since none belongs to a text."""
        if token not in self._ends:
            ends = llama_cpp.llama_vocab_is_eog(self.vocabulary, token)
            self._ends[token] = bool(ends or llama_cpp.llama_vocab_is_control(self.vocabulary, token))
        return self._ends[token]

    def bytes_of(self, token: int) -> bytes:
        """Return what a token adds to a text: UTF-8 that may begin or end within a character."""
        return self._bytes(token, special=False)

    def _bytes(self, token: int, *, special: bool) -> bytes:
        if token < 0:  # The vocabulary has no such token.
            return b""
        length = llama_cpp.llama_token_to_piece(self.vocabulary, token, self._piece, _MAX_PIECE, 0, special)
        return self._piece.raw[: max(length, 0)]

    def _tokens(self, text: str, *, special: bool) -> list[int]:
        letters = text.encode("utf-8", "replace")
        room = len(letters) + 2  # A token is at least a byte; some vocabularies add a space in front.
        tokens = (llama_cpp.llama_token * room)()
        add_first = False  # Where a text begins is the template's business.
        count = llama_cpp.llama_tokenize(self.vocabulary, letters, len(letters), tokens, room, add_first, special)
        if count < 0:
            raise ModelError("A text could not be split into tokens: shorten it.")
        return list(tokens[:count])


def layers_of(path: Path) -> int:
    """Return how many layers a model's file says it has, 0 where it says nothing; its weights are not read."""
    if not is_gguf(path):
        return 0
    params = llama_cpp.llama_model_default_params()
    params.vocab_only = True
    model = llama_cpp.llama_model_load_from_file(os.fsencode(path), params)
    if not model:
        return 0
    said = _said(model, f"{_said(model, 'general.architecture')}.block_count")
    llama_cpp.llama_model_free(model)
    return int(said) if said.isdecimal() else 0


def _said(model: Any, key: str) -> str:
    buffer = ctypes.create_string_buffer(_MAX_SAID)
    found = llama_cpp.llama_model_meta_val_str(model, key.encode(), buffer, _MAX_SAID)
    return buffer.value.decode("utf-8", "replace") if found > 0 else ""


def _going_on_after(progress: Callable[[float], None]) -> Any:
    """Return llama.cpp's kind of callback, which returns whether to go on."""

    def told(at: float, _: Any) -> bool:
        progress(at)
        return True

    return llama_cpp.llama_progress_callback(told)


def _require_gguf(path: Path) -> None:
    if not path.is_file():
        raise ModelError(f"There is no model file {path}: check the path.")
    if not is_gguf(path):
        raise ModelError(f"{path} is not a GGUF file: choose one that was made for llama.cpp.")
