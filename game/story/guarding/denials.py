"""The verbs that an English clause denies: "will not come", "refuses to be moved", "nobody drinks", "without a stir".

Knows nothing of worlds.
"""

from __future__ import annotations

import re

from game.story.guarding.lexicon import Lexicon
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verbs import is_noun_after, is_present

_BETWEEN = (
    r"(?:[\w'-]+ly\s+|so much as\s+|(?:yet|even|ever|quite|once|be|been|being)\s+|let\s+(?:itself|you)\s+(?:be\s+)?)*"
)
_PLAIN = re.compile(
    rf"(?:\bnot|n't|\bnever|\bcannot|\bno longer|\bhardly|\bscarcely|\bbarely|\bnor)\s+{_BETWEEN}([\w'-]+)"
)
_UNWILLING = re.compile(
    rf"\b(?:fail\w*|refus\w*|declin\w*|unable|unwilling|loath|(?:nothing|nowhere)(?=\s+to\s+be))\s+to\s+{_BETWEEN}([\w'-]+)"
)
_WITHOUT = re.compile(r"\bwithout\s+(?:ever\s+|once\s+|even\s+)?(?:having\s+|being\s+)?([\w'-]+(?:ing|ed))\b")
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|nothing|neither|not\s+(?:one|an?|a\s+single)\b|not\s+a|no\s+[\w'-]+)(?=\s)([^,;.]*)"
)
_MODALS = frozenset({"will", "can", "may", "shall"})
_HELPING = frozenset({"is", "has", "been", "be", "being"})


def denied_in(clause: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the words that a folded clause denies."""
    plain = (found[1] for pattern in (_PLAIN, _UNWILLING, _WITHOUT) for found in pattern.finditer(clause))
    return frozenset(stem(word) for word in (*plain, *of_nobody(clause, lexicon)))


def of_nobody(clause: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the first verb that nobody or nothing is the subject of."""
    found = _NOBODY.search(clause)
    words = words_of(found[1]) if found else []
    if "has" in words and "been" not in words:
        return ()
    if len(words) > 1 and words[0] in _MODALS:
        return (words[1],)
    pairs = enumerate(zip(["", *words], words, strict=False))
    verb = next((at for at, (before, word) in pairs if is_present(lexicon, word) and not is_noun_after(before)), None)
    if verb is None:
        return ()
    return tuple(each for each in words[verb : verb + 3] if each not in _HELPING)[:1]
