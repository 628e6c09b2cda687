"""One question to a server, asked to see whether it tells.

Knows nothing of stories.
"""

from __future__ import annotations

import contextlib

from game.errors import ModelError
from game.llm.remote.address import Address
from game.llm.remote.model import RemoteModel
from game.story.model import Done, Message, ModelInfo, Request
from game.story.trust import SIZED, trust_in

_FOUND_S = 30.0
_IN_CLEAR = "Whoever is on the way can read its key: use an address that begins with https."


def visit(address: Address, *, key: str, window: int) -> tuple[str, str]:
    """Return what tells at an address, and advice or nothing; a word is asked of it. Raises ModelError."""
    model = RemoteModel(address, key=key, window=window)
    model.start()
    with contextlib.closing(model):
        model.wait(_FOUND_S)
        question = Request("visit", (Message("user", "Say yes."),), seed=1, max_tokens=1)
        done = next(each for each in model.reply(question) if isinstance(each, Done))
        info = model.info
    if info is None:
        raise ModelError(f"The server at {address.host} says nothing of its model: try again.")
    trust = trust_in(info, SIZED)
    text = f"{info.name}, {_size(info)}, window {info.window}, trusted with {trust}"
    text = f"{text}, answered in {done.total_s:.1f} s: {address}"
    return text, _IN_CLEAR if key and not address.is_private else ""


def _size(info: ModelInfo) -> str:
    return f"{info.parameters / 1e9:.2f}B parameters" if info.parameters else "of a size it does not say"
