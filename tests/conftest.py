"""What every test stands on: a home of its own, so that no test reads or writes the files of whoever runs it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
