"""The worker's beginning: it takes the pipes, ties its life to the game's, and serves.

Knows nothing of models.
"""

from __future__ import annotations

import faulthandler

from game.llm.worker.lifeline import die_with_parent
from game.llm.worker.pipes import take_pipes


def main() -> None:
    """Serve until the game closes the pipe."""
    inbox, outbox = take_pipes()
    faulthandler.enable()
    die_with_parent()
    try:
        # Not at the top: its libraries are loaded when standard output is out of their reach and a failure can be told.
        from game.llm.worker.service import serve  # noqa: PLC0415
    except (ImportError, OSError, RuntimeError) as error:
        reason = str(error).splitlines()[0]
        outbox.send(
            {"is": "unfit", "why": f"llama.cpp could not be loaded ({reason}): install llama-cpp-python again."}
        )
        return
    serve(inbox, outbox)


if __name__ == "__main__":
    main()
