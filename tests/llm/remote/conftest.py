"""A server that acts, and a model on it, for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.llm.remote.model import RemoteModel
from tests.llm.hosts import PATIENCE_S
from tests.llm.remote.acting import Actor, acting
from tests.llm.remote.models import started


@pytest.fixture
def actor() -> Iterator[Actor]:
    """Yield a server that acts."""
    with acting(Actor()) as actor:
        yield actor


@pytest.fixture
def model(actor: Actor) -> Iterator[RemoteModel]:
    """Yield a model on it that is ready."""
    with started(actor.url) as model:
        assert model.wait(PATIENCE_S), model.status
        yield model
