"""The worker, but it stands still for good before it sends the fifth piece of a text: so a test finds it telling."""

from __future__ import annotations

import os
import signal
from itertools import count
from unittest.mock import patch

from game.llm.wire import Frame
from game.llm.worker.__main__ import main
from game.llm.worker.pipes import Outbox

FIRST_KEPT = 4

_send = Outbox.send
_texts = count()


def send(outbox: Outbox, frame: Frame) -> None:
    """Send a frame, unless it is the one to halt at."""
    if frame["is"] == "text" and next(_texts) == FIRST_KEPT:
        os.kill(os.getpid(), signal.SIGSTOP)
    _send(outbox, frame)


if __name__ == "__main__":
    with patch.object(Outbox, "send", send), patch("game.llm.worker.gathering.EVERY_S", 0.0):
        main()
