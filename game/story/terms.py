"""Words by which a text can be found again: of Chinese, which does not part them, each character and each two in a row.

Knows nothing of what is searched, or how.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from game.story.lexicon import folded, is_spaced

_RUN = re.compile(r"[\u3040-\u9fff]+|[^\W_\u3040-\u9fff]+")
_SHORTEST = 3


def terms_in(text: str, *, ignoring: Collection[str] = ()) -> tuple[str, ...]:
    """Return the terms of a text, each once, in their order; short words say too little to be any."""
    runs = _RUN.findall(folded(text).replace("'s", "").replace("’s", ""))
    return tuple(dict.fromkeys(term for run in runs for term in _terms_of(run) if term not in ignoring))


def asked_in(text: str, *, ignoring: Collection[str] = ()) -> tuple[str, ...]:
    """Return the terms by which to look for a text: of what stands in pairs, the pairs alone, which say more."""
    found = terms_in(text, ignoring=ignoring)
    paired = {character for term in found if len(term) == 2 and not is_spaced(term) for character in term}
    return tuple(term for term in found if term not in paired)


def _terms_of(run: str) -> Iterator[str]:
    if is_spaced(run):
        if len(run) >= _SHORTEST:
            yield run
        return
    yield from run
    yield from map("".join, pairwise(run))
