"""The model tells the turn from the author's notes, by sentences; where it fails, the author's words take over.

Knows nothing of what may be shown, which the gate sees to, nor of people's lines: that is speech's business. Notices
and endings are always the author's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from threading import Event

from game.errors import ModelError
from game.rules.world import World
from game.story.beats import Beat
from game.story.gating.gate import Gate
from game.story.gating.judge import Judges
from game.story.gating.remainder import Measure, remainder
from game.story.memory import Memory, Remembered
from game.story.model import Done, LanguageModel, Message, Request, is_read
from game.story.passages import Grew, Opened, Passage, authored
from game.story.prompt import SCENE_TOKENS, coming_request, scene_ask, scene_fixed, scene_request, settled_request
from game.story.prose import in_one_line, joined, sentences_in
from game.story.recall import Recall, reminded
from game.story.recap import recap_within
from game.story.recollections import beats_of_turn
from game.story.scene import Scene, scene_of
from game.story.sentences import Sentences
from game.story.tellers.speech import Speech
from game.story.turn import PastTurn, Turn

NOTED = ("opening", "result", "place", "scene")
# Shares of the window: what a turn's own notes may take, and the recap; the rest is the fixed part, history and reply.
NOTES_SHARE = 0.25
RECAP_SHARE = 0.1
MOST_PUT_OFF = 4
"""Turns that the history to come may be behind: where it takes over unread, a turn waits for all of it."""


class Modelled:
    """Tells scenes from notes in one append-only sequence."""

    def __init__(
        self,
        world: World,
        sentences: Sentences,
        model: LanguageModel,
        *,
        judges: Judges,
        memory: Memory | None = None,
        is_asked: bool = False,
    ) -> None:
        """Take what tells; is_asked says that the player asked for the model's words, trusted with them or not."""
        self._world = world
        self._sentences = sentences
        self._model = model
        self._judges = judges
        self._measure = Measure.of(world, sentences)
        self._speech = Speech(world, sentences, model, judges=judges, is_asked=is_asked)
        self._memory = memory or Memory()
        self._put_off = 0

    def tell(self, turn: Turn, stop: Event) -> Iterator[Opened | Grew | Done]:
        """Yield the model's telling of the notes, then people's lines, notices and endings."""
        beats = beats_of_turn(self._world, self._sentences, turn)
        noted = [beat for beat in beats if beat.kind in NOTED]
        if noted:
            yield from self._told(turn, noted, stop)
        for beat in beats:
            if beat.free and self._speech.is_ready:
                yield from self._speech.line(turn, beat, stop)
            elif beat.kind not in NOTED:
                yield from authored(beat)

    def settle(self, past: Sequence[PastTurn], stop: Event) -> None:
        """Read what is settled while the player reads, and what was put off too often.

        It is a head start, which goes on where it was stopped when there is time again; so nothing is raised.
        """
        self._put_off += 1
        with suppress(ModelError):
            self._read(settled_request(self._world, self._remembered(past)), stop)
        if self._put_off > MOST_PUT_OFF:
            self.prepare(past, stop)

    def prepare(self, past: Sequence[PastTurn], stop: Event) -> None:
        """Read the history that is to come, into a slot of its own; as settle does, but it can wait for some turns."""
        with suppress(ModelError):
            coming = self._remembered(past).coming
            if coming is None or self._read(coming_request(self._world, coming), stop):
                self._put_off = 0

    def reminded(self, turn: Turn, recall: Recall) -> Turn:
        """Return a turn with what is recalled for it of the time before what is remembered. Raises SaveError."""
        try:
            remembered = self._remembered(turn.past)
        except ModelError:
            return turn
        known = turn.past[-len(remembered.entries) :] if remembered.entries else ()
        since = known[0].number if known else turn.outcome.state.turn
        return reminded(self._world, self._sentences, turn, recall, since=since, recap=remembered.recap)

    def _read(self, request: Request, stop: Event) -> bool:
        return not stop.is_set() and is_read(self._model.reply(request, stop))

    def _told(self, turn: Turn, noted: list[Beat], stop: Event) -> Iterator[Opened | Grew | Done]:
        """Yield the model's sentences as they pass, and the author's for what is left where it fails."""
        judge = self._judges(self._world, self._sentences, turn)
        gate = Gate(self._model, judge.scene, self._sentences, stop)
        has_failed = False
        try:
            for each in gate.tell(self._request(turn, noted)):
                if isinstance(each, Done):
                    yield each
                else:
                    yield Grew(each) if len(gate.shown) > 1 else Opened(_opening(noted, each))
        except ModelError:
            has_failed = True
        if has_failed or gate.is_given_up:
            yield from remainder(noted, gate.text, self._measure)

    def _request(self, turn: Turn, noted: list[Beat]) -> Request:
        texts = [in_one_line(beat.text, space=self._sentences.space) for beat in noted]
        scene = scene_of(self._world, self._sentences, turn.outcome.state, said=(turn.words, *texts))
        scene = replace(scene, earlier=turn.recalled, away=turn.away)
        remembered = self._remembered(turn.past)
        notes = self._fitting(turn.words, texts, scene)
        return scene_request(self._world, remembered, turn.words, notes, scene, seed=turn.seed)

    def _fitting(self, words: str, notes: list[str], scene: Scene) -> list[str]:
        """Return the notes, the longest of them shortened to half its sentences until all fit their share."""
        most = int(self._window() * NOTES_SHARE)
        while self._model.count([Message("user", scene_ask(words, notes, scene))])[0] > most and any(notes):
            longest = max(range(len(notes)), key=lambda number: len(notes[number]))
            sentences = sentences_in(notes[longest])
            notes[longest] = joined(sentences[: len(sentences) // 2])
        return notes

    def _remembered(self, past: Sequence[PastTurn]) -> Remembered:
        window = self._window()
        recap = int(window * RECAP_SHARE)
        told = {turn.number: turn.entry for turn in past}
        recapped = partial(recap_within, self._world, self._sentences, room=recap, count=self._count)
        return self._memory.remember(told, budget=self._budget(window, recap), recap=recapped, count=self._count)

    def _budget(self, window: int, recap: int) -> int:
        """Return the tokens for a history's turns, such that a turn's notes and the reply fit the window beside them.

        So does the coming history, half of them and a recap of its own: what a model holds beside a window is left to
        people, and to what is told ahead.
        """
        beside_notes = window - self._fixed_tokens - recap - int(window * NOTES_SHARE) - SCENE_TOKENS
        beside_coming = (window - self._fixed_tokens - 2 * recap) * 2 // 3
        return max(min(beside_notes, beside_coming), 0)

    @cached_property
    def _fixed_tokens(self) -> int:
        return self._model.count([scene_fixed(self._world)])[0]

    def _count(self, messages: Sequence[Message]) -> list[int]:
        """Return the tokens of messages in the middle of a history: a template may add to the first and the last."""
        _, *counts, _ = self._model.count([scene_fixed(self._world), *messages, Message("user", "")])
        return counts

    def _window(self) -> int:
        if self._model.info is None:
            raise ModelError("The model is not ready; the author's words tell this turn.")
        return self._model.info.window


def _opening(noted: list[Beat], text: str) -> Passage:
    """Return the passage a telling opens with, under the title of the place or story it tells."""
    title = next((beat.title for beat in reversed(noted) if beat.title), "")
    return Passage("telling", text, title=title, source="model")
