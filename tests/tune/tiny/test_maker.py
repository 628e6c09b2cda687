"""The making of a tiny model as the game's own process sees it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import DataError, WorldError
from game.tune.tiny import maker
from game.tune.tiny.maker import Order, make
from game.tune.training.trainer import beside
from tests.kit import INN


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """Return an order for the child that acts, as if all that it needs were there."""
    monkeypatch.setattr(maker, "NEEDED", ())
    monkeypatch.setattr(maker, "CHILD", "tests.tune.tiny.acted")
    return Order((Path("worlds/cloak-of-darkness.toml"),), tmp_path / "new" / "tiny.gguf", steps=2, seed=7)


def test_what_the_child_says_is_yielded_and_only_the_model_is_left(order: Order) -> None:
    said = [event["is"] for event in make(order)]
    assert said == ["texts", "tokens", "model", "before", "step", "step", "after", "sample", "sample", "written"]
    assert list(order.out.parent.iterdir()) == [order.out]


def test_a_child_that_fails_is_one_sentence(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTED", "ends early")
    with pytest.raises(
        DataError, match=r"was not finished; what the child that makes it said last is in .*tiny\.gguf\.log"
    ):
        list(make(order))
    assert beside(order.out, "log").read_text() == "no memory left\n"


def test_a_file_that_is_there_is_not_written_over(order: Order, tmp_path: Path) -> None:
    (tmp_path / "mine.gguf").write_text("mine")
    with pytest.raises(DataError, match=r"mine\.gguf is there already, and is not written over"):
        list(make(replace(order, out=tmp_path / "mine.gguf")))
    assert (tmp_path / "mine.gguf").read_text() == "mine"


def test_what_is_missing_is_named(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maker, "NEEDED", ("no_such_library",))
    with pytest.raises(DataError, match=r"needs no_such_library: pip install 'loreloom\[tune\]'"):
        list(make(order))


def test_a_world_without_words_enough_is_said_before_anything_is_begun(order: Order, tmp_path: Path) -> None:
    (tmp_path / "inn.toml").write_text(INN, encoding="utf-8")
    with pytest.raises(DataError, match="characters to learn by"):
        list(make(replace(order, worlds=(tmp_path / "inn.toml",))))
    (tmp_path / "inn.toml").write_text("[world", encoding="utf-8")
    with pytest.raises(WorldError):
        list(make(replace(order, worlds=(tmp_path / "inn.toml",))))
    assert not order.out.parent.exists()


def test_a_folder_that_cannot_be_made_is_one_sentence(order: Order) -> None:
    order.out.parent.write_text("a file, not a folder")
    with pytest.raises(DataError, match=r"tiny\.gguf cannot be made"):
        list(make(order))
