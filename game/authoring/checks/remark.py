"""One remark of a check: what it says, the key path it is about, and where in what stands there.

Knows nothing of any check, or of how a remark is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.loader.positions import Path


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of what stands at a key path. hint says what to do about it, where that can be said.

    It points at the key, or, with a length, at so many characters of the value, from start on.
    """

    code: str
    message: str
    path: Path
    hint: str = ""
    start: int = 0
    length: int = 0
