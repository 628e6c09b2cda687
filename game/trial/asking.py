"""What a model writes when it is asked, whole, as it wrote it: nothing is judged, and nothing told again.

Knows nothing of jobs.
"""

from __future__ import annotations

from game.story.clean import clean
from game.story.model import Chunk, LanguageModel, Request


def texts_of(model: LanguageModel, request: Request) -> list[str]:
    """Return what each candidate wrote, cleaned. Raises ModelError."""
    texts = [""] * request.candidates
    for reply in model.reply(request):
        if isinstance(reply, Chunk):
            texts[reply.candidate] += clean(reply.text)
    return texts
