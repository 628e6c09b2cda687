"""How many layers are tried on a GPU, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm.worker import log, placing
from game.llm.worker.devices import Device
from game.llm.worker.placing import Tried, first_that_loads, layers_in_words, layers_there, layers_to_try

SIZE = 1000


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of 1,000 bytes that says it has 31 layers; what follows the last counts as one more."""
    monkeypatch.setattr(placing, "layers_of", lambda _: 31)
    file = tmp_path / "m.gguf"
    file.write_bytes(bytes(SIZE))
    return file


@pytest.mark.parametrize(
    ("wanted", "free", "tried"),
    [
        (0, 9999, [0]),
        (-1, 9999, [-1, 24, 16, 8, 0]),
        (-1, 1000, [-1, 24, 16, 8, 0]),
        (-1, 600, [-1, 15, 10, 5, 0]),
        (-1, 10, [-1, 0]),
        (20, 9999, [20, 15, 10, 5, 0]),
        (1, 9999, [1, 0]),
    ],
)
def test_fewer_layers_are_tried_where_the_cards_memory_says_they_could_fit(
    path: Path, wanted: int, free: int, tried: list[int]
) -> None:
    assert layers_to_try(path, wanted, [Device("A card", free)]) == tried


def test_without_a_gpu_nothing_is_tried_on_it(path: Path) -> None:
    assert layers_to_try(path, -1, []) == [0]


@pytest.mark.parametrize(
    ("words", "fault", "phrase"),
    [
        (b"cudaMalloc failed: out of memory\n", "memory", "all layers (not enough memory)"),
        (b"something else\n", "failed", "all layers (it failed)"),
    ],
)
def test_why_a_gpu_was_not_enough_is_heard_from_llama(words: bytes, fault: str, phrase: str) -> None:
    def load(layers: int, tried: Tried) -> Tried:
        if layers:
            log._write(4, words, None)
            raise ModelError("No.")
        return tried

    found = first_that_loads([-1, 0], load, Tried())
    assert (found.fault, found.phrases) == (fault, [phrase])


@pytest.mark.parametrize(("wanted", "there"), [(-1, 30), (31, 30), (12, 12), (0, 0)])
def test_layers_on_the_gpu_are_counted_without_what_follows_the_last(wanted: int, there: int) -> None:
    assert layers_there(wanted, 30) == there


def test_numbers_of_layers_are_said_in_words() -> None:
    assert [layers_in_words(number) for number in (-1, 0, 16)] == ["all layers", "nothing", "16 layers"]
