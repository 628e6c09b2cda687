"""The GPUs that llama.cpp finds."""

from __future__ import annotations

import llama_cpp
import pytest

from game.llm.worker import devices
from game.llm.worker.devices import gpus


def test_without_a_build_for_one_there_is_no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llama_cpp, "llama_supports_gpu_offload", lambda: False)
    assert gpus() == ()


def test_a_device_has_a_name_and_free_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llama_cpp, "llama_supports_gpu_offload", lambda: True)
    monkeypatch.setattr(devices, "_KINDS_OF_GPU", {0})  # The processor itself, which is a device, too.
    llama_cpp.llama_backend_init()
    (device,) = gpus()
    assert device.name
    assert device.free > 10**6
