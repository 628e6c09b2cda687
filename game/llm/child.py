"""How a module of this package is run in a process of its own, from wherever the player stands.

Knows nothing of what the module does there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import game


def child_command(module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module in our own interpreter, blind to files in the player's folder."""
    return [sys.executable, "-P", "-m", module, *arguments]


def child_environment() -> dict[str, str]:
    """Return this process's environment, with which a child finds this very package and shares the cores."""
    beside = str(Path(game.__file__).parent.parent)
    found = os.environ.get("PYTHONPATH")
    return {
        # A thread of llama.cpp that waits for another spins, and where other programs want the cores the one it waits
        # for does not run; threads that sleep cost little on a quiet machine.
        "OMP_WAIT_POLICY": "passive",
        **os.environ,
        "PYTHONPATH": f"{beside}{os.pathsep}{found}" if found else beside,
    }
