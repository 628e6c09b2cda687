"""Whether somebody who is named in a Chinese sentence acts there, or is only spoken of.

Knows nothing of worlds. A name acts unless the clause denies, remembers or compares, or it only owns what comes next.
"""

from __future__ import annotations

import re

from game.story.guarding.lexicon import Lexicon

_OWNS = re.compile(r"^\w{0,2}的")
_ADDRESSED = re.compile(r"，(?:把|别|你|快|过来|去|给|坐|来|请|放)")
_NEAR = 12


def acts(lexicon: Lexicon, before: str, after: str) -> bool:
    """Return whether who stands between these parts of a clause acts here and now."""
    if lexicon.find("unacted_before", before) or lexicon.find("unacted_after", after[:_NEAR]):
        return False
    if lexicon.begins("house", after) or _is_heard(lexicon, before, after):
        return False
    if before.endswith(("说是", "讲是", "算是", "就是")) and not after.strip("。，！？ "):
        return False
    return not _OWNS.match(after) or (after.startswith("的") and lexicon.begins("body", after[1:]))


def _is_heard(lexicon: Lexicon, before: str, after: str) -> bool:
    """Return whether only a sound of somebody's comes from somewhere else."""
    return bool(lexicon.find("from_afar", before) and lexicon.find("sounds", after[:_NEAR]))


def is_pointed_at(lexicon: Lexicon, before: str, after: str) -> bool:
    """Return whether a speaker points at who stands between these parts, as at somebody who is here."""
    if not before and _ADDRESSED.match(after):
        return True
    return bool(lexicon.find("pointed", before) or lexicon.find("pointed", after[:_NEAR]))
