"""A model that is still being found: the game has one from the first moment, whatever becomes of the search."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from game.errors import ModelError
from game.llm.host import LlamaHost
from game.llm.late import LateModel
from game.llm.remote.address import parse_address
from game.llm.remote.model import RemoteModel
from tests.llm.hosts import PATIENCE_S, asking
from tests.llm.remote.acting import Actor, acting


def test_it_is_loading_while_it_is_sought() -> None:
    found = Event()

    def find() -> tuple[str, LlamaHost]:
        found.wait(PATIENCE_S)
        raise ModelError("There is none.")

    model = LateModel(find)
    model.start()
    assert (model.status.phase, model.info, model.wait(0.0)) == ("loading", None, False)
    with pytest.raises(ModelError, match="still being made ready"):
        model.count([])
    found.set()
    assert not model.wait(PATIENCE_S)


@pytest.mark.parametrize("error", [ModelError("There is none."), OSError(28, "No space left on device")])
def test_a_search_that_fails_says_why(error: Exception) -> None:
    def find() -> tuple[str, LlamaHost]:
        raise error

    model = LateModel(find)
    model.start()
    assert not model.wait(PATIENCE_S)
    assert model.status.phase == "off"
    assert "There is none." in model.status.message or "No space left" in model.status.message
    model.close()


def test_it_becomes_the_real_one_under_the_name_it_was_found_by(tiny_path: Path, tmp_path: Path) -> None:
    model = LateModel(lambda: ("Tiny", LlamaHost(tiny_path, log=tmp_path / "log")))
    model.start()
    assert model.wait(PATIENCE_S), model.status
    assert model.info is not None
    assert model.info.name == "Tiny"
    assert list(model.reply(asking("be brief", "hello")))
    model.close()


def test_closed_while_it_is_sought_it_leaves_no_process(tiny_path: Path, tmp_path: Path) -> None:
    go = Event()
    hosts: list[LlamaHost] = []

    def find() -> tuple[str, LlamaHost]:
        go.wait(PATIENCE_S)
        hosts.append(LlamaHost(tiny_path, log=tmp_path / "log"))
        return "Tiny", hosts[0]

    model = LateModel(find)
    model.start()
    model.close()
    go.set()
    assert not model.wait(PATIENCE_S)
    with pytest.raises(ModelError):
        hosts[0].count([])


def test_a_model_on_a_server_keeps_its_own_name() -> None:
    with acting(Actor()) as actor:
        model = LateModel(lambda: ("", RemoteModel(parse_address(actor.url))))
        model.start()
        assert model.wait(PATIENCE_S), model.status
        assert model.info is not None
        assert model.info.name == "Big-7B"
        model.close()
