"""The training as the game's own process sees it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import DataError
from game.tune.rows import rows_of
from game.tune.training import trainer
from game.tune.training.trainer import OWN, Order, beside, train
from tests.tune.made import PLAYED, write_rows


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """Return an order for the child that acts, as if all that it needs were there."""
    monkeypatch.setattr(trainer, "NEEDED", ())
    monkeypatch.setattr(trainer, "CHILD", "tests.tune.training.acted")
    model = tmp_path / "model.gguf"
    model.write_bytes(b"GGUF")
    return Order(model, tmp_path / "new" / "adapter.gguf", passes=1.0, seed=7)


def test_what_the_child_says_is_yielded_and_what_it_kept_to_go_on_is_taken_away(order: Order) -> None:
    assert [event["is"] for event in train(order)] == ["before", "step", "after", "written"]
    assert order.out.read_bytes() == b"an adapter"
    assert not beside(order.out, "training").exists()


@pytest.mark.parametrize("way", ["ends early", "babbles"])
def test_a_child_that_fails_is_one_sentence_and_can_be_gone_on_with(
    order: Order, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTED", way)
    with pytest.raises(DataError, match=r"ended before its time; what it said last is in .*adapter\.gguf\.log"):
        list(train(order))
    assert beside(order.out, "training").exists()
    if way == "ends early":
        assert beside(order.out, "log").read_text() == "no memory left\n"


def test_what_is_missing_is_named(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trainer, "NEEDED", ("json", "no_such_library"))
    with pytest.raises(DataError, match=r"Training needs no_such_library: install .* 'loreloom\[tune\]'"):
        list(train(order))
    assert not order.out.parent.exists()


def test_a_file_that_cannot_be_written_is_one_sentence(order: Order) -> None:
    order.out.parent.write_text("a file, not a folder")
    with pytest.raises(DataError, match=r"adapter\.gguf cannot be written"):
        list(train(order))


def test_a_file_that_is_there_is_not_written_over(order: Order) -> None:
    with pytest.raises(DataError, match=r"model\.gguf is there already, and would be lost"):
        list(train(replace(order, out=order.model)))
    assert order.model.read_bytes() == b"GGUF"


def test_an_adapter_to_go_on_from_has_to_be_there(order: Order, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"There is no adapter in .*none\.gguf to go on from"):
        list(train(replace(order, begins=tmp_path / "none.gguf")))


def test_what_the_child_refuses_is_said_as_it_says_it(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTED", "refuses")
    with pytest.raises(DataError, match=r"^This model cannot be taught\.$"):
        list(train(order))


def test_a_folder_with_nothing_to_teach_is_one_sentence(order: Order, tmp_path: Path) -> None:
    situation = {
        "kind": "choosing",
        "world": "inn",
        "place": "hall",
        "look": "",
        "people": [],
        "carry": [],
        "scene": "",
    }
    unmeant = {**situation, "can": ["Wait"], "said": [["fly home", None]]}
    with pytest.raises(DataError, match="There is nothing to teach in"):
        list(train(replace(order, examples=write_rows(tmp_path, unmeant))))


def test_a_players_own_examples_are_a_file_only_while_they_are_taught(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = replace(order, own=(PLAYED,))
    monkeypatch.setenv("ACTED", "ends early")
    with pytest.raises(DataError):
        list(train(own))
    assert [row.example for row in rows_of(beside(order.out, OWN))] == [PLAYED]
    monkeypatch.delenv("ACTED")
    first, *_ = train(own)
    assert first["own"]["likings"] == 4
    assert not beside(order.out, OWN).exists()
