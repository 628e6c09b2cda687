"""Weights with an adapter added to them once, so that it costs nothing where they are used.

Knows nothing of where adapters come from, or of what becomes of the weights. Meant for processes that may import gguf.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt
from gguf import GGMLQuantizationType as Kind
from gguf.quants import dequantize, quant_shape_to_byte_shape, quantize

from game.errors import ModelError
from game.llm.adapter import Adapter
from game.llm.files import sha256_of

_ALIEN = "The adapter was made for another model than {}: take the file of the model that it was made for."
_UNFIT = "The adapter cannot be used: it changes {}, which {} has not in that shape."
_OWN = "GGUF."
_ARCHITECTURE = "general.architecture"
_NAME = "general.name"
_WHOLE = {Kind.F32, Kind.F16, Kind.BF16}


def merge(source: Path, adapter: Adapter, target: Path, *, tell: Callable[[float], None] = lambda _: None) -> None:
    """Write the weights of a GGUF file into another, with what the adapter adds to some; all else stays as it is.

    Those that it changes are written in 16 bits, and in 8 where they had fewer: back in the four that they came from,
    nearly all of a small change would be rounded away. One matrix is held at a time; tell is told how much is done,
    from 0 to 1. Raises ModelError for an adapter that does not fit, OSError for a disk that fails.
    """
    reader = fitting(source, adapter)
    writer = gguf.GGUFWriter(target, str(reader.fields[_ARCHITECTURE].contents()))
    _add_fields(writer, reader, adapter.name)
    for tensor in reader.tensors:
        _announce(writer, tensor, _kind(tensor, adapter))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    for number, tensor in enumerate(reader.tensors, start=1):
        writer.write_tensor_data(_data(tensor, adapter))
        tell(number / len(reader.tensors))
    writer.close()


def fitting(source: Path, adapter: Adapter) -> gguf.GGUFReader:
    """Return a reader of a model's file. Raises ModelError for an adapter of another, or whose matrices it has not."""
    if adapter.model != sha256_of(source):
        raise ModelError(_ALIEN.format(source.name))
    reader = gguf.GGUFReader(source)
    shapes = {tensor.name: tuple(_shape(tensor)) for tensor in reader.tensors}
    for name, (thin, wide) in adapter.pairs.items():
        ranks = {*thin.shape[:1], *wide.shape[1:]}
        if len(ranks) != 1 or shapes.get(name) != (*wide.shape[:1], *thin.shape[1:]):
            raise ModelError(_UNFIT.format(name, source.name))
    return reader


def _shape(tensor: Any) -> list[int]:
    return [int(each) for each in reversed(tensor.shape)]


def _kind(tensor: Any, adapter: Adapter) -> Kind:
    """Return the type in which a tensor is written."""
    if tensor.name not in adapter.pairs:
        return Kind(tensor.tensor_type)
    return Kind.F16 if tensor.tensor_type in _WHOLE else Kind.Q8_0


def _data(tensor: Any, adapter: Adapter) -> npt.NDArray[Any]:
    change = adapter.change(tensor.name)
    if change is None:
        data: npt.NDArray[Any] = tensor.data
        return data
    return quantize(dequantize(tensor.data, tensor.tensor_type) + change, _kind(tensor, adapter))


def _announce(writer: gguf.GGUFWriter, tensor: Any, kind: Kind) -> None:
    """Say of a tensor what its data will be."""
    shape = quant_shape_to_byte_shape(_shape(tensor), kind)
    writer.add_tensor_info(tensor.name, shape, np.dtype(np.uint8), int(np.prod(shape)), raw_dtype=kind)


def _add_fields(writer: gguf.GGUFWriter, reader: gguf.GGUFReader, name: str) -> None:
    """Add what the source says of itself, under another name if there is one."""
    writer.data_alignment = reader.alignment
    if name:
        writer.add_name(name)
    given = {_ARCHITECTURE, _NAME} if name else {_ARCHITECTURE}
    for key, field in reader.fields.items():
        if not key.startswith(_OWN) and key not in given:
            kind = field.types[0]
            of = field.types[-1] if kind == gguf.GGUFValueType.ARRAY else None
            writer.add_key_value(key, field.contents(), kind, sub_type=of)
