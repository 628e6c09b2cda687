"""Adapters in files, and weights that they were added to."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from pathlib import Path

import gguf
import llama_cpp
import numpy as np
import numpy.typing as npt
import pytest
from gguf.quants import dequantize

from game.errors import ModelError
from game.llm.adapter import read_adapter, write_adapter
from game.llm.merge import merge
from tests.llm.adapters import an_adapter
from tests.llm.tiny_gguf import WIDTH, write_llama

TOKENS = list(range(10, 40))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_llama(tmp_path / "tiny.gguf", layers=2)


def logits(path: Path, adapter: Path | None = None) -> npt.NDArray[np.float32]:
    """Return what llama.cpp says after some tokens, the adapter carried along if one is given."""
    params = llama_cpp.llama_model_default_params()
    params.n_gpu_layers = 0
    model = llama_cpp.llama_model_load_from_file(str(path).encode(), params)
    context_params = llama_cpp.llama_context_default_params()
    context_params.n_ctx = context_params.n_batch = 64
    context = llama_cpp.llama_init_from_model(model, context_params)
    if adapter:
        held = llama_cpp.llama_adapter_lora_init(model, str(adapter).encode())
        carried, scales = (llama_cpp.llama_adapter_lora_p_ctypes * 1)(held), (ctypes.c_float * 1)(1.0)
        assert held
        assert llama_cpp.llama_set_adapters_lora(context, carried, 1, scales) == 0
    batch = (llama_cpp.llama_token * len(TOKENS))(*TOKENS)
    assert llama_cpp.llama_decode(context, llama_cpp.llama_batch_get_one(batch, len(TOKENS))) == 0
    size = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model))
    found = np.array(np.ctypeslib.as_array(llama_cpp.llama_get_logits_ith(context, -1), (size,)))
    llama_cpp.llama_free(context)
    llama_cpp.llama_model_free(model)
    return found


def in_four_bits(source: Path, target: Path) -> Path:
    """Write a model in Q4_0."""
    params = llama_cpp.llama_model_quantize_default_params()
    params.ftype = llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_0
    assert llama_cpp.llama_model_quantize(str(source).encode(), str(target).encode(), params) == 0
    return target


def matrix(file: Path, name: str) -> npt.NDArray[np.float32]:
    tensor = next(tensor for tensor in gguf.GGUFReader(file).tensors if tensor.name == name)
    return dequantize(tensor.data, tensor.tensor_type)


def test_a_file_gives_back_what_was_written(source: Path, tmp_path: Path) -> None:
    adapter = an_adapter(source, "blk.0.attn_q.weight")
    write_adapter(adapter, tmp_path / "adapter.gguf")
    read = read_adapter(tmp_path / "adapter.gguf")
    assert (read.model, read.architecture, read.alpha) == (adapter.model, "llama", 8.0)
    for held, given in zip(read.pairs["blk.0.attn_q.weight"], adapter.pairs["blk.0.attn_q.weight"], strict=True):
        np.testing.assert_allclose(held, given, rtol=1e-3)


def test_llama_cpp_says_the_same_with_the_adapter_beside_the_weights_or_in_them(source: Path, tmp_path: Path) -> None:
    adapter = an_adapter(source, "blk.0.attn_q.weight", "blk.1.attn_v.weight", "blk.1.attn_output.weight")
    write_adapter(adapter, tmp_path / "adapter.gguf")
    merge(source, read_adapter(tmp_path / "adapter.gguf"), tmp_path / "merged.gguf")
    beside, within = logits(source, tmp_path / "adapter.gguf"), logits(tmp_path / "merged.gguf")
    np.testing.assert_allclose(within, beside, atol=0.02 * np.abs(beside).max())
    assert np.abs(logits(source) - beside).max() > 0.2 * np.abs(beside).max()


def test_all_else_of_a_file_stays_as_it_is(source: Path, tmp_path: Path) -> None:
    merge(source, an_adapter(source, "blk.0.attn_q.weight"), tmp_path / "merged.gguf")
    before, after = gguf.GGUFReader(source), gguf.GGUFReader(tmp_path / "merged.gguf")
    said = [{name: f.contents() for name, f in each.fields.items() if "GGUF." not in name} for each in (before, after)]
    assert said[0] == said[1]
    for old, new in zip(before.tensors, after.tensors, strict=True):
        assert old.name == new.name
        assert (old.name == "blk.0.attn_q.weight") != np.array_equal(old.data, new.data)


def test_a_small_change_of_four_bits_is_kept(source: Path, tmp_path: Path) -> None:
    name, few = "blk.0.attn_q.weight", in_four_bits(source, tmp_path / "few.gguf")
    adapter = replace(an_adapter(few, name), alpha=0.02)
    merge(few, adapter, tmp_path / "merged.gguf")
    before, after = matrix(few, name), matrix(tmp_path / "merged.gguf", name)
    learned = adapter.change(name)
    assert learned is not None
    assert np.abs(learned).std() < 0.1 * before.std()
    assert np.vdot(after - before, learned) / np.vdot(learned, learned) == pytest.approx(1.0, abs=0.05)


def test_what_an_adapter_leaves_alone_stays_in_its_four_bits(source: Path, tmp_path: Path) -> None:
    few = in_four_bits(source, tmp_path / "few.gguf")
    merge(few, an_adapter(few, "blk.0.attn_q.weight"), tmp_path / "merged.gguf")
    kinds = {tensor.name: tensor.tensor_type.name for tensor in gguf.GGUFReader(tmp_path / "merged.gguf").tensors}
    assert (kinds["blk.0.attn_q.weight"], kinds["blk.0.attn_k.weight"]) == ("Q8_0", "Q4_0")
    assert np.isfinite(logits(tmp_path / "merged.gguf")).all()


def test_how_much_is_merged_is_told_to_the_end(source: Path, tmp_path: Path) -> None:
    told: list[float] = []
    merge(source, an_adapter(source, "blk.0.attn_q.weight"), tmp_path / "merged.gguf", tell=told.append)
    assert told == sorted(told)
    assert (len(told), told[-1]) == (len(gguf.GGUFReader(source).tensors), 1.0)


def test_a_model_with_an_adapter_that_has_a_name_is_called_by_it(source: Path, tmp_path: Path) -> None:
    write_adapter(replace(an_adapter(source, "blk.0.attn_q.weight"), name="Taught 1"), tmp_path / "adapter.gguf")
    merge(source, read_adapter(tmp_path / "adapter.gguf"), tmp_path / "merged.gguf")
    fields = gguf.GGUFReader(tmp_path / "merged.gguf").fields
    assert fields["general.name"].contents() == "Taught 1"


@pytest.mark.parametrize(("name", "rows"), [("blk.7.attn_q.weight", WIDTH), ("blk.0.attn_q.weight", 8)])
def test_an_adapter_that_does_not_fit_is_refused(source: Path, tmp_path: Path, name: str, rows: int) -> None:
    with pytest.raises(ModelError, match=rf"it changes {name}, which tiny\.gguf has not in that shape"):
        merge(source, an_adapter(source, name, rows=rows), tmp_path / "merged.gguf")


def test_an_adapter_whose_two_matrices_do_not_fit_each_other_is_refused(source: Path, tmp_path: Path) -> None:
    adapter = an_adapter(source, "blk.0.attn_q.weight")
    thin, wide = adapter.pairs["blk.0.attn_q.weight"]
    with pytest.raises(ModelError, match=r"it changes blk\.0\.attn_q\.weight, which"):
        merge(source, replace(adapter, pairs={"blk.0.attn_q.weight": (thin[1:], wide)}), tmp_path / "merged.gguf")


def test_an_adapter_of_another_model_is_refused_though_it_would_fit(source: Path, tmp_path: Path) -> None:
    other = write_llama(tmp_path / "other.gguf", layers=1)
    with pytest.raises(ModelError, match=r"made for another model than tiny\.gguf"):
        merge(source, an_adapter(other, "blk.0.attn_q.weight"), tmp_path / "merged.gguf")
    assert not (tmp_path / "merged.gguf").exists()


@pytest.mark.parametrize("content", [b"", b"GGUF", b"no adapter"])
def test_what_is_no_adapter_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "adapter.gguf").write_bytes(content)
    with pytest.raises(ModelError, match="no adapter that can be read"):
        read_adapter(tmp_path / "adapter.gguf")


def test_a_model_is_no_adapter(source: Path) -> None:
    with pytest.raises(ModelError, match="no adapter that can be read"):
        read_adapter(source)
