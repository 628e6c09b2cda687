"""Which jobs a model is trusted with, and in which languages: the smaller the model, the smaller its job.

Knows nothing of the jobs themselves. Until jobs are measured model by model, size decides. Only a server's model can be
of a size that nobody says, and whoever asks a server does so for a model that is too large for their own machine.
"""

from __future__ import annotations

from game.story.model import ModelInfo
from game.story.tables import can_prompt

# From about a billion parameters on, a model is trusted to tell a scene from notes and to find a person's words.
TRUSTED_PARAMETERS = 900_000_000
UNKNOWN = 0


def is_trusted(info: ModelInfo | None) -> bool:
    """Return whether a model may choose its own words; one that is not known yet may not."""
    return info is not None and (info.parameters == UNKNOWN or info.parameters >= TRUSTED_PARAMETERS)


def tells_in(language: str, info: ModelInfo | None) -> bool:
    """Return whether a model may be asked in a language: it was found to tell in it, and there are prompts in it."""
    return info is not None and language in info.languages and can_prompt(language)
