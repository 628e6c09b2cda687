"""What a server says of its models."""

from __future__ import annotations

from typing import Any

import pytest

from tests.llm.hosts import PATIENCE_S
from tests.llm.remote.acting import Actor, give, refuse
from tests.llm.remote.models import started


def name_and_size(actor: Actor, of: str = "") -> tuple[str, int, int]:
    with started(f"{actor.url}{of}") as model:
        assert model.wait(PATIENCE_S), model.status
        assert model.info is not None
        return model.info.name, model.info.parameters, model.info.window


def why(actor: Actor, of: str = "") -> str:
    with started(f"{actor.url}{of}") as model:
        assert not model.wait(PATIENCE_S)
        assert model.status.phase == "lost"
        return model.status.message


def test_the_first_served_model_tells(actor: Actor) -> None:
    assert name_and_size(actor) == ("Big-7B", 7_000_000_000, 4096)


@pytest.mark.parametrize("name", ["org/Small-0.5B", "Small-0.5B"])
def test_a_name_after_the_hash_chooses(actor: Actor, name: str) -> None:
    assert name_and_size(actor, f"#{name}") == ("Small-0.5B", 500_000_000, 4096)


def test_a_tag_may_be_left_out(actor: Actor) -> None:
    actor.models = {"data": [{"id": "mistral:latest"}]}
    assert name_and_size(actor, "#mistral")[0] == "mistral:latest"


def test_a_model_that_is_not_there_gets_the_nearest(actor: Actor) -> None:
    assert why(actor, "#Small-05B").startswith(
        f"The server at {actor.url[7:]} has no model 'Small-05B': nearest are org/S"
    )


@pytest.mark.parametrize(
    ("entry", "size"),
    [
        ({"id": "/models/mine.gguf"}, ("mine", 0, 4096)),
        ({"id": "m", "max_model_len": 2048}, ("m", 0, 2048)),
        ({"id": "m", "max_model_len": 131072}, ("m", 0, 4096)),
        ({"id": "m-70b", "meta": {"n_params": 135_000_000, "n_ctx_train": 2048}}, ("m-70b", 135_000_000, 2048)),
        ({"id": "gpt-8x7B", "meta": None}, ("gpt-8x7B", 0, 4096)),
        ({"id": "a\x1b[2Jb", "max_model_len": "long"}, ("a[2Jb", 0, 4096)),
    ],
)
def test_size_and_window_are_the_servers_where_it_says_them(
    actor: Actor, entry: dict[str, Any], size: tuple[str, int, int]
) -> None:
    actor.models = {"data": [entry]}
    assert name_and_size(actor) == size


def test_llama_server_says_which_window_it_was_started_with(actor: Actor) -> None:
    actor.models = {"data": [{"id": "m", "meta": {"n_ctx_train": 131072}}]}
    actor.others["/props"] = give({"default_generation_settings": {"n_ctx": 1024}})
    assert name_and_size(actor) == ("m", 0, 1024)


def test_a_server_without_a_list_tells_by_name(actor: Actor) -> None:
    actor.others["/v1/models"] = refuse(404)
    assert name_and_size(actor, "#big-1b") == ("big-1b", 1_000_000_000, 4096)
    assert "often ends in /v1" in why(actor)


@pytest.mark.parametrize("models", [{"data": []}, {"data": [{"name": "no id"}]}])
def test_a_server_without_models_is_told_to_load_one(actor: Actor, models: object) -> None:
    actor.models = models
    assert "has no model yet" in why(actor)


@pytest.mark.parametrize("models", [None, 42, [], {"data": 3}, {"hello": "world"}])
def test_what_is_no_list_is_no_model_server(actor: Actor, models: object) -> None:
    actor.models = models
    assert "answers what no model server would" in why(actor)
