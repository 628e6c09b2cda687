"""The GPUs that llama.cpp finds: their names, and the memory that is free on them.

Knows nothing of models.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import llama_cpp
from llama_cpp._ggml import libggml

_KINDS_OF_GPU = {1, 2}  # ggml-backend.h: with memory of its own, and within the processor


@dataclass(frozen=True, slots=True)
class Device:
    """A GPU; free is bytes."""

    name: str
    free: int


def gpus() -> tuple[Device, ...]:
    """Return what a model's layers can be put on, after llama_backend_init; none where llama.cpp was built without."""
    if not llama_cpp.llama_supports_gpu_offload():
        return ()
    handles = map(_function("ggml_backend_dev_get", ctypes.c_void_p, ctypes.c_size_t), range(_count()))
    kind = _function("ggml_backend_dev_type", ctypes.c_int, ctypes.c_void_p)
    return tuple(_device(handle) for handle in handles if kind(handle) in _KINDS_OF_GPU)


def _count() -> int:
    return int(_function("ggml_backend_dev_count", ctypes.c_size_t)())


def _device(handle: int) -> Device:
    name: bytes = _function("ggml_backend_dev_description", ctypes.c_char_p, ctypes.c_void_p)(handle)
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    sizes = [ctypes.POINTER(ctypes.c_size_t)] * 2
    _function("ggml_backend_dev_memory", None, ctypes.c_void_p, *sizes)(handle, ctypes.byref(free), ctypes.byref(total))
    return Device(name.decode(errors="replace"), free.value)


def _function(name: str, returns: type | None, *takes: type) -> Any:
    """Return one of ggml's functions, which the Python package loads but does not declare."""
    function = libggml[name]  # A copy of its own, whose types nobody else sets.
    function.restype, function.argtypes = returns, list(takes)
    return function
