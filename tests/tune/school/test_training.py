"""A whole training, by the child that does it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from game.llm.adapter import read_adapter
from game.llm.merge import merge
from game.tune.examples import kind_of
from game.tune.rows import our_rows
from game.tune.split import split
from game.tune.training.trainer import Order, beside, train
from tests.llm.test_adapter import logits
from tests.tune.made import write_rows


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


def some_rows() -> Iterator[str]:
    """Yield a few of the game's own rows, of each kind that is taught and of both sides."""
    sides = split(our_rows())
    for kind, count in (("choosing", 1), ("ambience", 3), ("line", 3)):
        for side in (sides.train, sides.held_out):
            yield from islice((row.text for row in side if kind_of(row.example) == kind), count)
