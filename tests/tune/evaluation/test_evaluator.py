"""The evaluation as the game's own process sees it, and whole evaluations of a tiny model by the child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.errors import ModelError
from game.llm.adapter import write_adapter
from game.llm.tuning import Tuning
from game.tune.evaluation import evaluator
from game.tune.evaluation.evaluator import Order, evaluate
from tests.llm.adapters import an_adapter
from tests.llm.conftest import starter_file
from tests.tune.evaluation.conftest import ALONE
from tests.tune.made import TOUCH, write_rows
from tests.tune.school.test_training import some_rows


@pytest.fixture
def order(tiny_path: Path, tmp_path: Path) -> Order:
    """Return an order for a tiny model and some of the game's own rows."""
    rows = write_rows(tmp_path, *some_rows())
    return Order(tiny_path, ALONE, examples=3, samples=4, seed=7, folder=rows)


@pytest.fixture
def acted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child is one that acts."""
    monkeypatch.setattr(evaluator, "CHILD", "tests.tune.evaluation.acted")


def said(order: Order, folder: Path) -> Sequence[dict[str, Any]]:
    return list(evaluate(order, cache=folder / "cache", log=folder / "logs" / "evaluation.log"))


@pytest.mark.usefixtures("acted")
def test_what_the_child_says_is_yielded_and_its_copies_are_taken_away(order: Order, tmp_path: Path) -> None:
    assert [event["is"] for event in said(order, tmp_path)] == ["at", "now"]
    assert not list((tmp_path / "cache").iterdir())


@pytest.mark.usefixtures("acted")
@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("refuses", r"^The adapter was made for another model\.$"),
        ("ends early", r"ended before its time; .*evaluation\.log"),
    ],
)
def test_a_child_that_fails_is_one_sentence(
    order: Order, tmp_path: Path, way: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTED", way)
    with pytest.raises(ModelError, match=sentence):
        said(order, tmp_path)
    assert not list((tmp_path / "cache").iterdir())


def test_a_folder_that_cannot_be_written_is_one_sentence(order: Order, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    with pytest.raises(ModelError, match=r"cache cannot be written into"):
        said(order, tmp_path)


def test_a_model_is_asked_as_it_is(order: Order, tmp_path: Path) -> None:
    *_, found = said(order, tmp_path)
    assert (found["is"], found["model"]) == ("now", "Tiny llama")
    assert found["answered"]["line"]["answers"] == 3


def test_with_an_adapter_it_is_asked_without_and_with_it(order: Order, tmp_path: Path) -> None:
    adapter = tmp_path / "adapter.gguf"
    write_adapter(replace(an_adapter(order.model, "blk.0.attn_q.weight"), name="Taught"), adapter)
    events = {event["is"]: event for event in said(replace(order, adapter=adapter), tmp_path)}
    before, after = events["before"], events["after"]
    assert (before["model"], after["model"]) == ("Tiny llama", "Taught")
    assert before["answered"]["line"]["perplexity"] != after["answered"]["line"]["perplexity"]
    (alone,) = (event for event in said(order, tmp_path) if event["is"] == "now")
    assert before["answered"] == alone["answered"]


def test_an_adapter_of_another_model_is_refused_before_anything_is_asked(order: Order, tmp_path: Path) -> None:
    adapter = tmp_path / "adapter.gguf"
    write_adapter(replace(an_adapter(order.model, "blk.0.attn_q.weight"), model="0" * 64), adapter)
    with pytest.raises(ModelError, match="made for another model than tiny"):
        said(replace(order, adapter=adapter), tmp_path)


def test_where_nothing_is_held_out_there_is_nothing_to_ask(order: Order, tmp_path: Path) -> None:
    write_rows(tmp_path, TOUCH)
    with pytest.raises(ModelError, match=r"None of the examples in .* is held out"):
        said(order, tmp_path)


@pytest.mark.model
def test_the_starter_is_better_at_english_than_chance(order: Order, tmp_path: Path) -> None:
    write_rows(tmp_path, *(row for row in some_rows() if '"ambience"' in row))
    asked = replace(order, model=starter_file(), tuning=Tuning(window=1024, beside=512), examples=2, samples=2)
    *_, found = said(asked, tmp_path)
    assert 1 < found["answered"]["ambience"]["perplexity"] < 500
    assert 0.1 < found["answered"]["ambience"]["accuracy"] < 1
    assert found["held"]["ambience"]["distinct_3"] > 0.5
