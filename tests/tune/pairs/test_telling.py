"""Both sides of pairs, told by the child with a tiny model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.llm.adapter import write_adapter
from game.tune.evaluation.evaluator import Order, evaluate
from game.tune.pairs.moments import moments_in
from game.tune.sets import held_out_examples
from tests.llm.adapters import an_adapter
from tests.llm.tiny_gguf import write_llama
from tests.tune.evaluation.conftest import ALONE
from tests.tune.made import write_rows
from tests.tune.school.test_training import some_rows


def test_both_sides_tell_of_the_same_moments(tmp_path: Path) -> None:
    rows, model = write_rows(tmp_path, *some_rows()), write_llama(tmp_path / "tiny.gguf", layers=2, window=16_384)
    write_adapter(replace(an_adapter(model, "blk.0.attn_q.weight"), name="Taught"), tmp_path / "adapter.gguf")
    order = Order(model, ALONE, examples=0, samples=2, seed=7, folder=rows, adapter=tmp_path / "adapter.gguf")
    events = evaluate(order, cache=tmp_path / "cache", log=tmp_path / "log", child="game.tune.pairs")
    sides = [each for each in events if each["is"] != "at"]
    assert [(each["is"], each["model"]) for each in sides] == [("before", "Tiny llama"), ("after", "Taught")]
    moments = moments_in(held_out_examples(rows), 2)
    assert [len(each["texts"]) for each in sides] == [len(moments), len(moments)]
