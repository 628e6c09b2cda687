"""What was found of a model, as a small file in the cache folder.

Knows nothing of what was found.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from game.errors import ModelError
from game.llm.files import write_text


def keep_found(file: Path, values: dict[str, Any]) -> Path:
    """Write what was found, in the place of an older file, and return it. Raises ModelError where that cannot be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, json.dumps(values, indent=2) + "\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"What was found could not be kept in {file} ({reason}): set LORELOOM_CACHE to another folder."
        ) from error
    return file
