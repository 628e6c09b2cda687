"""The child that asks llama.cpp what it was built for, and a model's file what it holds.

Runs as `python -m game.llm.probe [FILE]`, prints one JSON object, and knows nothing of who reads it.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import Any

import llama_cpp

LIBRARIES = "libggml-*"
ALWAYS_THERE = {"base", "cpu", "cpp"}


def main(model: str | None) -> int:
    """Print {"version", "features", "backends", "offload", "model"}; model is null when no file was named."""
    llama_cpp.llama_backend_init()
    report = {
        "version": llama_cpp.__version__,
        "features": llama_cpp.llama_print_system_info().decode(),
        "backends": _backends(),
        "offload": bool(llama_cpp.llama_supports_gpu_offload()),
        "model": None if model is None else _model(model),
    }
    print(json.dumps(report))
    return 0


def _backends() -> list[str]:
    """Return what llama.cpp was built for beside the processor, such as ["cuda"]."""
    folder = Path(llama_cpp.__file__).parent / "lib"
    names = {file.name.split(".")[0].removeprefix("libggml-") for file in folder.glob(LIBRARIES)}
    return sorted(names - ALWAYS_THERE)


def _model(file: str) -> dict[str, Any]:
    """Return what a model's file says of itself, its weights unread. Raises OSError when llama.cpp cannot read it."""
    params = llama_cpp.llama_model_default_params()
    params.vocab_only = True
    model = llama_cpp.llama_model_load_from_file(os.fsencode(file), params)
    if not model:
        raise OSError(f"llama.cpp could not read {file}")
    return {
        "name": _said(model, "general.name"),
        "quantization": _quantization(_said(model, "general.file_type")),
        "parameters": llama_cpp.llama_model_n_params(model),
        "template": llama_cpp.llama_model_chat_template(model, None) is not None,
    }


def _said(model: Any, key: str) -> str:
    buffer = ctypes.create_string_buffer(256)
    found = llama_cpp.llama_model_meta_val_str(model, key.encode(), buffer, len(buffer))
    return buffer.value.decode(errors="replace") if found >= 0 else ""


def _quantization(number: str) -> str:
    names = {
        str(value): name.removeprefix("LLAMA_FTYPE_").removeprefix("MOSTLY_").removeprefix("ALL_")
        for name, value in vars(llama_cpp).items()
        if name.startswith("LLAMA_FTYPE_")
    }
    return names.get(number, "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
