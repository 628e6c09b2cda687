"""Speech in Chinese narration: what stands in quotation marks beside a verb of saying.

Knows nothing of who speaks.
"""

from __future__ import annotations

import re

from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_SPOKEN = re.compile(r"[“「『\"]([^”」』\"]+)[”」』\"]?")
_NEAR = 24


def speech_in(moment: Moment, said: Said) -> str:
    """Return the first words that a sentence has somebody say, or nothing: an inscription is no speech."""
    for found in _SPOKEN.finditer(said.text):
        before, after = said.text[: found.start()], said.text[found.end() :][:_NEAR]
        if _is_led_in(moment, before) or _is_followed_up(moment, after):
            return found[1]
    return ""


def is_inscribed(moment: Moment, said: Said, quoted: str) -> bool:
    """Return whether what is quoted is said to stand written somewhere."""
    lead = re.split(r"[。；！？]", said.straight[: said.straight.find(quoted)])[-1]
    return bool(moment.lexicon.find("inscribed", lead)) and not re.search("[说问喊答嚷]", lead)


def _is_led_in(moment: Moment, before: str) -> bool:
    """Return whether a verb of saying leads over to what is quoted."""
    lead = re.split(r"[，。；！？]", before.rstrip("：:，, "))[-1]
    if moment.lexicon.find("inscribed", lead) and not re.search("[说问喊答嚷]", lead):
        return False
    return before.rstrip().endswith(("：", ":", "道", "说", "喊", "问")) and bool(moment.lexicon.find("saying", lead))


def _is_followed_up(moment: Moment, after: str) -> bool:
    """Return whether a verb of saying comes right after what is quoted, or ends one of the clauses after it."""
    clauses = re.split(r"[，。；！？“]", after.lstrip("，,"))
    return any(moment.lexicon.ends("saying", clause.rstrip("了着")) for clause in clauses)
