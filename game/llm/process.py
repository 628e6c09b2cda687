"""One worker process and the pipes to it: started, written to, listened to, ended.

Knows nothing of what the frames mean or of what follows when the process dies.
"""

from __future__ import annotations

import os
import select
import subprocess
from pathlib import Path
from threading import Lock
from typing import IO, cast

from game.errors import ModelLost
from game.llm.child import child_command, child_environment
from game.llm.wire import Frame, Unpacker, WireError, pack

_PIECE = 1 << 16
_MAX_LOG = 1 << 20
_SPINS = "1000"


class ProcessEnded(Exception):
    """The process closed its pipe, or sent what is no frame."""


class Process:
    """A running `python -m game.llm.worker`; one thread may listen while others send."""

    def __init__(self, *, log: Path) -> None:
        """Start it, with its own messages added to the log. Raises OSError when the system cannot."""
        with _opened(log) as errors:
            self._popen = subprocess.Popen(
                child_command("game.llm.worker"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=computing_environment(),
                bufsize=0,
                start_new_session=True,  # Ctrl-C at the terminal is for the game alone.
            )
        self._into = cast("IO[bytes]", self._popen.stdin)
        self._out_of = cast("IO[bytes]", self._popen.stdout)
        self._unpacker = Unpacker()
        self._poll = select.poll()
        self._poll.register(self._out_of, select.POLLIN)
        self._writing = Lock()

    @property
    def pid(self) -> int:
        return self._popen.pid

    def send(self, frame: Frame) -> None:
        """Write a frame, waiting while the pipe is full. Raises WireError for one too long, ModelLost at the end."""
        rest = memoryview(pack(frame))
        try:
            with self._writing:
                while rest:
                    rest = rest[os.write(self._into.fileno(), rest) :]
        except (OSError, ValueError) as error:  # ValueError: closed by the listening thread meanwhile.
            raise ModelLost("The model's process has ended: it is started again.") from error

    def listen(self, timeout_s: float) -> list[Frame]:
        """Return the frames that arrived, none after a silence of timeout_s. Raises ProcessEnded."""
        if not self._poll.poll(max(0.0, timeout_s) * 1000):
            return []
        piece = os.read(self._out_of.fileno(), _PIECE)
        if not piece:
            raise ProcessEnded
        try:
            return list(self._unpacker.feed(piece))
        except WireError as error:
            raise ProcessEnded from error

    def kill(self) -> None:
        """Kill it and return at once: whoever listens hears of its end."""
        self._popen.kill()

    def end(self) -> None:
        """Kill it, wait for its end and close the pipes; nobody may listen any more."""
        self._popen.kill()
        self._popen.wait()
        with self._writing:
            self._into.close()
        self._out_of.close()


def computing_environment() -> dict[str, str]:
    """Return the environment of a process that computes with a model: threads that wait leave the cores to others."""
    # A thread of llama.cpp that waits for another spins, by default for milliseconds; where other programs want the
    # cores too, the one it waits for is not running. Measured on two cores, tokens a second: 134 alone and 0.5 beside
    # two busy programs; with this many spins (libgomp's unit) 131 and 25.
    return {"GOMP_SPINCOUNT": _SPINS, **child_environment()}


def _opened(log: Path) -> IO[bytes]:
    """Open the log to add to it, begun anew when it grew long; a folder that cannot be written costs only the log."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        long = log.exists() and log.stat().st_size > _MAX_LOG
        return log.open("wb" if long else "ab")
    except OSError:
        return Path(os.devnull).open("wb")
