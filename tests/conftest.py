"""What every test stands on: a home of its own, so that no test reads or writes the files of whoever runs it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.story.gating.judge import Lenient
from game.story.guarding.guard import Guard
from game.story.narrator import Narrator

HOMES = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that holds the user's settings, data and logs for one test."""
    folder = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith("LORELOOM_")]:
        monkeypatch.delenv(name)
    for variable, name in HOMES.items():
        monkeypatch.setenv(variable, str(folder / name))
    return folder


@pytest.fixture(autouse=True, scope="session")
def lenience() -> None:
    """Let a scripted model say whatever a test has it say, true or not."""
    _usual()["judges"] = Lenient


@pytest.fixture(autouse=True)
def guarded(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold what a model says to the world, as in play, in tests that are marked so."""
    if "guarded" in request.keywords:
        monkeypatch.setitem(_usual(), "judges", Guard)


def _usual() -> dict[str, object]:
    usual = Narrator.__init__.__kwdefaults__
    assert usual is not None
    return usual
