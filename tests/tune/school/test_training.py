"""A whole training, by the child that does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from game.llm.adapter import read_adapter
from game.llm.merge import merge
from game.tune.examples import kind_of
from game.tune.rows import our_rows
from game.tune.split import split
from game.tune.training.trainer import Order, beside, train
from tests.llm.test_adapter import logits
from tests.tune.made import PLAYED, write_rows


def test_examples_become_an_adapter_that_changes_what_llama_cpp_says(source: Path, digest: str, tmp_path: Path) -> None:
    rows = write_rows(tmp_path, *some_rows())
    out = tmp_path / "out" / "adapter.gguf"
    events = list(train(Order(source, out, passes=2, seed=7, examples=rows)))
    kinds = [event["is"] for event in events]
    assert (kinds[0], kinds[-2:]) == ("before", ["after", "written"])
    assert set(kinds[1:-2]) == {"step"}
    assert events[-1]["bytes"] == out.stat().st_size
    adapter = read_adapter(out)
    assert adapter.model == digest
    merge(source, adapter, tmp_path / "merged.gguf")
    assert abs(logits(tmp_path / "merged.gguf") - logits(source)).max() > 0
    assert not beside(out, "training").exists()


def test_what_a_player_liked_is_taught_on_top_of_an_adapter_and_looked_at_by_itself(
    source: Path, tmp_path: Path
) -> None:
    rows, first = write_rows(tmp_path, *some_rows()), tmp_path / "first.gguf"
    order = Order(source, first, passes=2, seed=7, examples=rows)
    *_, after, _ = train(order)
    own = tuple(replace(PLAYED, turn=f"inn/anna @{number}", tell=f"Rain {number} taps.") for number in range(12))
    events = list(train(replace(order, out=tmp_path / "own.gguf", own=own, begins=first)))
    before = events[0]
    assert before["perplexity"]["ambience"] == pytest.approx(after["perplexity"]["ambience"], rel=0.02)
    assert before["own"]["likings"] == 2
    assert events[-2]["own"]["perplexity"]["ambience"] < before["own"]["perplexity"]["ambience"]
    assert "liking" in events[-3]["losses"]


def some_rows() -> Iterator[str]:
    """Yield a few of the game's own rows, of each kind that is taught and of both sides."""
    sides = split(our_rows())
    for kind, count in (("choosing", 1), ("ambience", 3), ("line", 3)):
        for side in (sides.train, sides.held_out):
            yield from islice((row.text for row in side if kind_of(row.example) == kind), count)
