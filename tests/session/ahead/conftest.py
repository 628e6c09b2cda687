"""What tests of looking ahead share."""

from __future__ import annotations

from threading import Event

import pytest


@pytest.fixture
def gate() -> Event:
    """Return what the model waits for before each word that somebody waits for; it is open."""
    gate = Event()
    gate.set()
    return gate
