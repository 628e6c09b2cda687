"""The two small jobs a model does beside the author's words: a person's line, and a touch of weather and light.

Knows nothing of how the rest of a turn is told. What passes no filter is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

from game.errors import ModelError
from game.rules.events import Began, Looked, Moved, Waited
from game.rules.world import World
from game.story.beats import Beat
from game.story.clean import clean
from game.story.guard import fits_line, fits_touch, freshest, vocabulary_of
from game.story.model import Chunk, Done, LanguageModel, Request
from game.story.passages import Opened, Passage
from game.story.prompt import can_prompt, line_request, touch_request
from game.story.prose import sentences_in, whole_sentences
from game.story.scene import scene_of, speaker_of
from game.story.sentences import Sentences
from game.story.turn import Turn, exchanges, recent_touches

_QUOTES = "\"“”'‘’「」 \t"


class Speech:
    """A model's small jobs in one world."""

    def __init__(self, world: World, sentences: Sentences, model: LanguageModel) -> None:
        self._world = world
        self._sentences = sentences
        self._model = model

    @property
    def is_ready(self) -> bool:
        """Return whether the model can be asked now, in this world's language."""
        return self._model.status.phase == "ready" and can_prompt(self._world.language)

    def line(self, turn: Turn, beat: Beat, stop: Event) -> Iterator[Opened | Done]:
        """Yield a person's line: the model's if it fits, otherwise the author's."""
        state = turn.outcome.state
        speaker = speaker_of(self._world, state, beat.speaker)
        request = line_request(speaker, beat.heard, exchanges(turn.past, speaker.id), seed=turn.seed)
        texts, done = self._candidates(request, stop)
        vocabulary = vocabulary_of(self._world, state)
        said = [entry.text for entry in exchanges(turn.past, speaker.id)]
        fit = [
            text for text in map(_spoken_part, texts) if fits_line(text, vocabulary, speaker.name) and text not in said
        ]
        if fit:
            yield Opened(Passage("line", freshest(fit, said), speaker=speaker.id, source="model"))
        else:
            yield Opened(Passage.of(beat))
        yield from done

    def touch(self, turn: Turn, stop: Event) -> Iterator[Opened | Done]:
        """Yield one sentence of weather, light or sound, if this turn wants one and the model finds one that fits."""
        if not wants_touch(turn):
            return
        state = turn.outcome.state
        request = touch_request(scene_of(self._world, self._sentences, state), seed=turn.seed)
        texts, done = self._candidates(request, stop)
        recent = recent_touches(turn.past)
        vocabulary = vocabulary_of(self._world, state)
        fit = [text for text in map(_first_sentence, texts) if fits_touch(text, vocabulary, recent)]
        if fit:
            yield Opened(Passage("touch", freshest(fit, recent), source="model"))
        yield from done

    def _candidates(self, request: Request, stop: Event) -> tuple[list[str], list[Done]]:
        """Return the candidates' texts, cleaned, and what they cost; nothing when the model fails or is stopped."""
        if stop.is_set():
            return [], []
        texts = [""] * request.candidates
        try:
            for reply in self._model.reply(request, stop):
                if isinstance(reply, Chunk):
                    texts[reply.candidate] += clean(reply.text)
                elif reply.reason != "cancelled":
                    return texts, [reply]
        except ModelError:
            return [], []
        return [], []


def wants_touch(turn: Turn) -> bool:
    """Return whether a turn has room for a touch: the player arrived, looked around or waited, and nothing ended."""
    if turn.outcome.state.ending:
        return False
    return any(isinstance(event, Began | Moved | Looked | Waited) for event in turn.outcome.events)


def _first_sentence(text: str) -> str:
    return next(iter(sentences_in(text.strip(_QUOTES))), "")


def _spoken_part(text: str) -> str:
    """Return the first two whole sentences, without the quotation marks that models put around speech."""
    whole = whole_sentences(text.strip(_QUOTES)).strip(_QUOTES)
    return " ".join(sentences_in(whole)[:2])
