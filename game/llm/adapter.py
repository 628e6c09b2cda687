"""A low-rank adapter in a GGUF file, as llama.cpp reads them: for each matrix of a model two thin ones, A and B.

With it a matrix W is W + scale × B A. Knows nothing of how it was trained. Meant for processes that may import gguf.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt

from game.errors import ModelError

Matrix = npt.NDArray[np.floating[Any]]

_A, _B = ".lora_a", ".lora_b"
_NAME = "general.name"
_MODEL = "loreloom.model.sha256"
_UNREADABLE = "{} is no adapter that can be read: take a file that loreloom tune train wrote."


@dataclass(frozen=True, slots=True)
class Adapter:
    """pairs are A, of shape (rank, in), and B, of shape (out, rank), by the name of the matrix that they change.

    model is the SHA-256 of the GGUF file that it was trained on; alpha over the rank is its scale. name, if any, is
    what a model with it is called: what was measured of the one without is not true of it.
    """

    model: str
    architecture: str
    alpha: float
    pairs: Mapping[str, tuple[Matrix, Matrix]]
    name: str = ""

    def change(self, name: str) -> Matrix | None:
        """Return what is added to a matrix, of shape (out, in), or None where nothing is."""
        if name not in self.pairs:
            return None
        thin, wide = self.pairs[name]
        change: Matrix = self.alpha / len(thin) * (wide.astype(np.float32) @ thin.astype(np.float32))
        return change


def write_adapter(adapter: Adapter, path: Path) -> None:
    """Write it over a file, its numbers in 16 bits. Raises OSError."""
    writer = gguf.GGUFWriter(path, adapter.architecture)
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", adapter.alpha)
    writer.add_string(_MODEL, adapter.model)
    if adapter.name:
        writer.add_name(adapter.name)
    for name, matrices in sorted(adapter.pairs.items()):
        for suffix, matrix in zip((_A, _B), matrices, strict=True):
            writer.add_tensor(name + suffix, np.ascontiguousarray(matrix, dtype=np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def read_adapter(path: Path) -> Adapter:
    """Return the adapter in a file. Raises ModelError."""
    try:
        reader = gguf.GGUFReader(path)
        matrices = {tensor.name: np.array(tensor.data) for tensor in reader.tensors}
        names = [name.removesuffix(_A) for name in matrices if name.endswith(_A)]
        return Adapter(
            model=str(reader.fields[_MODEL].contents()),
            architecture=str(reader.fields["general.architecture"].contents()),
            alpha=float(reader.fields["adapter.lora.alpha"].contents()),
            pairs={name: (matrices[name + _A], matrices[name + _B]) for name in names},
            name=str(reader.fields[_NAME].contents()) if _NAME in reader.fields else "",
        )
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ModelError(_UNREADABLE.format(path)) from error
