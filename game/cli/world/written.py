"""How the world commands write a file that an author asked for: whole, or one sentence that says why not.

Knows nothing of what is written.
"""

from __future__ import annotations

from pathlib import Path

from game.errors import SettingsError


def write_output(path: Path, text: str) -> None:
    """Write text to a file in place of what was there. Raises SettingsError."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path} cannot be written ({error.strerror}); name another file.") from error
