"""The starter as it came, quantized as fast as it reads here: what tells scenes, where the taught one says a sentence.

Knows nothing of what is measured with it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from game.llm.catalog import STARTER
from game.llm.choice import ModelChoice, find_source
from game.llm.starter import CHILD, fastest


def untaught_starter(folder: Path) -> ModelChoice:
    """Return the starter without its adapter, made in a folder. Raises ModelError where it is not installed."""
    source = find_source(STARTER, models=folder)
    assert source is not None
    command = [sys.executable, "-m", CHILD, str(source.path), str(folder)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    made = folder / f"{fastest(json.loads(said.stdout))}.part"
    return replace(source, path=made.rename(folder / "untaught.gguf"))
