"""The jobs that a model can be trusted with, and how it is known that it can be: records alone.

Knows nothing of models, or of how one is tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

Job = Literal["ambience", "line", "choosing", "retelling", "scene"]
JOBS: tuple[Job, ...] = get_args(Job)
"""The smallest first. With ambience, a sentence of weather and light may be of any words, and with line an answer may
claim something: a model that is not trusted with them says nothing unasked, and asked it is held to closed words. With
choosing it has a say in what a player means, with retelling it says an author's text another way to whoever has read
it, and with scene it tells a turn whole: without, the words alone decide, the author says it again, the author tells.
"""

Grounds = Literal["trial", "catalogue", "size", "untried"]
_GROUNDS: Mapping[Grounds, str] = {
    "trial": "by its trial",
    "catalogue": "by the catalogue",
    "size": "by its size",
    "untried": "not tried",
}


@dataclass(frozen=True, slots=True)
class Trust:
    """What a model is trusted with in a language, given as two letters, and on what grounds.

    With no job at all it tells nothing there.
    """

    language: str
    jobs: frozenset[Job] = frozenset()
    grounds: Grounds = "untried"

    def __str__(self) -> str:
        """Say it in a few words: "choosing (en, by its size)"."""
        return f"{', '.join(self._ordered()) or 'nothing'} ({self.language}, {_GROUNDS[self.grounds]})"

    def as_json(self) -> dict[str, Any]:
        """Return it as what json.dumps takes."""
        return {"language": self.language, "jobs": self._ordered(), "grounds": self.grounds}

    def _ordered(self) -> list[Job]:
        return [job for job in JOBS if job in self.jobs]
