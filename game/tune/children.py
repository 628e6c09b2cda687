"""Children that are told in JSON what to do, and say in lines of JSON how it goes.

Knows nothing of what they do.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from typing import IO, Any

from game.errors import GameError
from game.llm.child import child_command


def said_by(
    module: str,
    order: Mapping[str, Any],
    errors: IO[bytes],
    *,
    environment: Mapping[str, str],
    refusal: type[GameError],
) -> Iterator[dict[str, Any]]:
    """Yield what a module's process says, each by "is"; it does not outlive this. errors takes what else it writes.

    Raises the refusal with the text of a "fault", SubprocessError for a process that fails, ValueError for what is not
    JSON.
    """
    command = child_command(module, json.dumps(order))
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors) as child:
        try:
            for line in child.stdout or ():
                event = json.loads(line)
                if event["is"] == "fault":
                    raise refusal(event["text"])
                yield event
        except BaseException:  # a player who breaks it off, too
            child.kill()
            raise
    if child.returncode:
        raise subprocess.SubprocessError
