"""A model asked, before a sentence is shown, whether it tells of what is kept from the player, in whatever words.

Knows nothing of lists of words. What cannot be asked is not shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

from game.errors import ModelError
from game.story.model import Chunk, LanguageModel
from game.story.prompt import check_request, is_denied
from game.story.safety.filter import Withheld


class Examiner:
    """Asks a model about sentences in a language. topics are named in words, as the model reads them."""

    def __init__(self, model: LanguageModel, topics: Sequence[str], stop: Event, *, language: str) -> None:
        self._model = model
        self._topics = topics
        self._stop = stop
        self._language = language

    def __call__(self, sentence: str) -> Withheld | None:
        """Return that a sentence is withheld, unless the model says that it tells of none of the topics."""
        return None if is_denied(self._answer(sentence), language=self._language) else Withheld("judged")

    def _answer(self, sentence: str) -> str:
        """Return what the model answers, nothing where it fails or is stopped."""
        try:
            request = check_request(self._topics, sentence.strip(), language=self._language)
            replies = list(self._model.reply(request, self._stop))
        except ModelError:
            return ""
        return "".join(reply.text for reply in replies if isinstance(reply, Chunk))
