"""The two small jobs a model does beside the author's words: a person's line, and a touch of weather and light.

Knows nothing of how the rest of a turn is told. What passes no filter is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from threading import Event

from game.errors import ModelError
from game.rules.events import Began, Looked, Moved, Waited
from game.rules.world import World
from game.story.beats import Beat
from game.story.clean import clean
from game.story.gating.account import Account
from game.story.gating.choice import chosen
from game.story.gating.judge import Judge, Judges
from game.story.guard import freshest, vocabulary_of
from game.story.guarding.verdict import Verdict
from game.story.jobs import is_line_told, is_touch_told, usable_lines, usable_touches
from game.story.model import Done, LanguageModel, Request, ask
from game.story.passages import Opened, Passage, authored
from game.story.prompt import can_prompt, line_request, touch_request
from game.story.recollections import recollections
from game.story.scene import scene_of, speaker_of
from game.story.sentences import Sentences
from game.story.stops import EitherStop
from game.story.trust import is_trusted
from game.story.turn import Turn, exchanges, recent_touches


class Speech:
    """A model's small jobs in one world."""

    def __init__(self, world: World, sentences: Sentences, model: LanguageModel, *, judges: Judges) -> None:
        self._world = world
        self._sentences = sentences
        self._model = model
        self._judges = judges

    @property
    def is_ready(self) -> bool:
        """Return whether the model can be asked now, in this world's language."""
        return self._model.status.phase == "ready" and can_prompt(self._world.language)

    def line(self, turn: Turn, beat: Beat, stop: Event) -> Iterator[Opened | Done]:
        """Yield a person's line: the model's if it can be used, otherwise the author's."""
        state = turn.before  # what they would tell when they were asked, not what follows from the asking
        speaker = replace(speaker_of(self._world, state, beat.speaker), away=turn.away)
        before = exchanges(turn.past, speaker.id)
        said = [entry.text for entry in before]
        remembered = recollections(self._world, self._sentences, state, speaker.id, turn.past)
        recalled = remembered.briefly(self._sentences.space)
        request = line_request(self._world, speaker, beat.heard, before, seed=turn.seed, recalled=recalled)
        texts, done = self._candidates(request, stop, is_told=is_line_told)
        vocabulary = vocabulary_of(self._world, state)
        lines = usable_lines(texts, speaker, vocabulary, said, trusted=is_trusted(self._model.info))
        judge = self._judges(self._world, self._sentences, turn)
        line, heard = chosen(lines, partial(_judged, judge, speaker.id), lambda lines: freshest(lines, said))
        if line:
            yield Opened(Passage("line", line, speaker=speaker.id, source="model"))
        else:
            yield from authored(beat)
        yield from _accounted(done, Account(request.messages[-1].text, heard=heard, is_given_up=not line))

    def touch(self, turn: Turn, stop: Event) -> Iterator[Opened | Done]:
        """Yield one sentence of weather, light or sound, if this turn wants one and the model finds one to use."""
        if not wants_touch(turn):
            return
        state = turn.outcome.state
        scene = scene_of(self._world, self._sentences, state)
        request = touch_request(self._world, scene, seed=turn.seed)
        texts, done = self._candidates(request, stop, is_told=is_touch_told)
        recent = recent_touches(turn.past)
        vocabulary = vocabulary_of(self._world, state)
        touches = usable_touches(texts, scene, vocabulary, recent, trusted=is_trusted(self._model.info))
        judge = self._judges(self._world, self._sentences, turn)
        touch, heard = chosen(touches, judge.scene, lambda touches: freshest(touches, recent))
        if touch:
            yield Opened(Passage("touch", touch, source="model"))
        yield from _accounted(done, Account(request.messages[-1].text, heard=heard))

    def _candidates(
        self, request: Request, stop: Event, *, is_told: Callable[[str], bool]
    ) -> tuple[list[str], list[Done]]:
        """Return the candidates' texts, cleaned, and what they cost; nothing when the model fails or is stopped.

        The reply is ended as soon as every candidate has told what was asked.
        """
        texts = [""] * request.candidates
        done: list[Done] = []
        enough = EitherStop(stop)
        try:
            for reply in ask(self._model, request, enough):
                if isinstance(reply, Done):
                    done.append(reply)
                else:
                    texts[reply.candidate] += clean(reply.text)
                    if all(map(is_told, texts)):
                        enough.set()
        except ModelError:
            return [], []
        return ([], []) if stop.is_set() else (texts, done)


def _judged(judge: Judge, speaker: str, sentence: str, shown: Sequence[str]) -> Verdict | None:
    return judge.line(sentence, speaker, shown)


def _accounted(replies: list[Done], account: Account) -> Iterator[Done]:
    yield from (replace(each, account=account) for each in replies)


def wants_touch(turn: Turn) -> bool:
    """Return whether a turn has room for a touch: the player arrived, looked around or waited, and nothing ended."""
    if turn.outcome.state.ending:
        return False
    return any(isinstance(event, Began | Moved | Looked | Waited) for event in turn.outcome.events)
