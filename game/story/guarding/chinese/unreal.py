"""Whether a Chinese clause denies, remembers or compares what it names, or says that it is elsewhere.

Knows nothing of worlds.
"""

from __future__ import annotations

import re

from game.story.guarding.lexicon import Lexicon

# What follows is told of as without something: "that clean book" lacks dust, and is there.
_LACKING = re.compile(r"[没不无未少缺][\u4e00-\u9fff]{1,6}的$")


def is_unreal(lexicon: Lexicon, before: str, after: str) -> bool:
    """Return whether what stands between two parts of a clause is denied, remembered, compared or elsewhere."""
    plain = _LACKING.sub("", lexicon.pattern("seeming_negators").sub("", before))
    if lexicon.find("denied", plain) or lexicon.find("compared", plain) or lexicon.find("denied_after", after):
        return True
    return any(lexicon.find(key, part) for key in ("past", "elsewhere") for part in (before, after))
