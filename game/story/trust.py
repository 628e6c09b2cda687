"""Which jobs a model is trusted with in a language: the smaller the model, the smaller its job.

Knows nothing of the jobs themselves, nor of how a model is tried. What a trial or the catalogue says comes first; else
size decides, and of that we know in one language alone. Only a server's model can be of a size that nobody says, and
whoever asks a server does so for a model that is too large for their own machine.
"""

from __future__ import annotations

from game.story.abilities import JOBS, Job, Trust
from game.story.model import ModelInfo

# From about a billion parameters on, a model is trusted to tell a scene from notes and to find a person's words.
TRUSTED_PARAMETERS = 900_000_000
UNKNOWN = 0
SIZED = "en"
"""The language of which it is known what size says."""
_SMALL: frozenset[Job] = frozenset({"choosing"})


def trust_in(info: ModelInfo | None, language: str) -> Trust:
    """Return what a model is trusted with in a language, given as two letters; one that is not known yet, nothing."""
    if info is None:
        return Trust(language)
    known = (each for each in info.known if each.language == language)
    return next(known, None) or _by_size(info.parameters, language)


def _by_size(parameters: int, language: str) -> Trust:
    if language != SIZED:
        return Trust(language)
    is_large = parameters == UNKNOWN or parameters >= TRUSTED_PARAMETERS
    return Trust(language, frozenset(JOBS) if is_large else _SMALL, "size")
