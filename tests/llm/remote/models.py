"""What tests of remote models share: models that are closed, and are less patient than a player's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from game.llm.remote.address import parse_address
from game.llm.remote.model import RemoteModel
from game.llm.remote.telling import Patience

QUICK = Patience(first_s=0.3, silence_s=0.2, back_off_s=(0.01, 0.02))


@contextmanager
def started(url: str, *, patience: Patience | None = None, **options: Any) -> Iterator[RemoteModel]:
    """Yield a model that was told to start, and close it."""
    model = RemoteModel(parse_address(url), patience=patience or Patience(back_off_s=(0.01, 0.02)), **options)
    model.start()
    try:
        yield model
    finally:
        model.close()
