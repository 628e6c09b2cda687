"""Weights with an adapter added to them once, so that it costs nothing where they are used.

Knows nothing of where adapters come from, or of what becomes of the weights. Meant for processes that may import gguf.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt
from gguf.quants import dequantize

from game.errors import ModelError
from game.llm.adapter import Adapter
from game.llm.files import sha256_of

_ALIEN = "The adapter was made for another model than {}: take the file of the model that it was made for."
_UNFIT = "The adapter cannot be used: it changes {}, which {} has not in that shape."
_OWN = "GGUF."
_ARCHITECTURE = "general.architecture"
_NAME = "general.name"


def merge(source: Path, adapter: Adapter, target: Path) -> None:
    """Write the weights of a GGUF file into another, those that the adapter changes in 16 bits, all else as it is.

    Raises ModelError for an adapter that was made for another file or whose matrices that has not, OSError for a disk
    that fails.
    """
    if adapter.model != sha256_of(source):
        raise ModelError(_ALIEN.format(source.name))
    reader = gguf.GGUFReader(source)
    _require_fitting(reader, adapter, source)
    writer = gguf.GGUFWriter(target, str(reader.fields[_ARCHITECTURE].contents()))
    if adapter.name:
        writer.add_name(adapter.name)
    given = {_ARCHITECTURE, _NAME} if adapter.name else {_ARCHITECTURE}
    for name, field in reader.fields.items():
        if not name.startswith(_OWN) and name not in given:
            _copy(writer, name, field)
    for tensor, data, kind in _tensors(reader, adapter):
        writer.add_tensor(tensor.name, data, raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _require_fitting(reader: gguf.GGUFReader, adapter: Adapter, source: Path) -> None:
    shapes = {tensor.name: tuple(int(each) for each in reversed(tensor.shape)) for tensor in reader.tensors}
    for name, (thin, wide) in adapter.pairs.items():
        if shapes.get(name) != (len(wide), thin.shape[1]):
            raise ModelError(_UNFIT.format(name, source.name))


def _tensors(reader: gguf.GGUFReader, adapter: Adapter) -> Iterator[tuple[Any, npt.NDArray[Any], Any]]:
    """Yield each tensor with its new data and the type that these are in."""
    for tensor in reader.tensors:
        change = adapter.change(tensor.name)
        if change is None:
            yield tensor, tensor.data, tensor.tensor_type
        else:
            whole = dequantize(tensor.data, tensor.tensor_type) + change
            yield tensor, whole.astype(np.float16), None


def _copy(writer: gguf.GGUFWriter, name: str, field: Any) -> None:
    kind = field.types[0]
    of = field.types[-1] if kind == gguf.GGUFValueType.ARRAY else None
    writer.add_key_value(name, field.contents(), kind, sub_type=of)
