"""The small jobs a model does beside the author's words: a person's line, a touch of weather, a place told again.

Knows nothing of how the rest of a turn is told. What passes no filter is not shown; a line of which none passes is told
again while there is time.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from functools import partial
from threading import Event

from game.errors import ModelError
from game.rules.events import Began, Looked, Moved, Waited
from game.rules.world import World
from game.story.abilities import Job
from game.story.beats import Beat
from game.story.clean import clean
from game.story.drawing import held_to
from game.story.gating.account import Account
from game.story.gating.choice import chosen, preferred
from game.story.gating.gate import RETELLINGS
from game.story.gating.judge import Judge, Judges
from game.story.gating.retelling import retold
from game.story.guard import Vocabulary, vocabulary_of
from game.story.guarding.verdict import Verdict
from game.story.inventing.wording import told_details
from game.story.jobs import first_sentence, is_line_told, is_touch_told, line_words, touch_words, usable_touches
from game.story.model import Done, LanguageModel, Request, ask
from game.story.passages import Opened, Passage, authored
from game.story.prompt import line_request, touch_request
from game.story.recollections import recollections
from game.story.rewording.asking import retelling_request
from game.story.rewording.candidates import (
    can_be_retold,
    is_retold,
    proper_words,
    retelling_words,
    told_part,
    usable_retellings,
)
from game.story.rewording.making import made_retellings
from game.story.rewording.weighing import likeliest
from game.story.scene import Scene, scene_of, speaker_of
from game.story.sentences import Sentences
from game.story.stops import EitherStop, LateStop
from game.story.tables import can_prompt
from game.story.tellers.lines import Lines
from game.story.trust import trust_in
from game.story.turn import Turn, exchanges, last_shown, recent_touches, was_said, was_shown

LONG_S = 2.0
"""Seconds: a line that took so long, ahead and waited for, is told again for nobody who waits."""
WAITED_S = 0.5
"""Seconds that a player waits for a model to say which way of telling a place is likeliest."""
LEAST_LIKELY = -1.75
"""Nats for a token: what the starter finds less likely of what it says in closed words hardly means anything."""


class Speech:
    """A model's small jobs in one world."""

    def __init__(
        self, world: World, sentences: Sentences, model: LanguageModel, *, judges: Judges, is_asked: bool
    ) -> None:
        """Take what tells; is_asked says that it is to speak where it is not trusted with that, too."""
        self._is_asked = is_asked
        self._world = world
        self._sentences = sentences
        self._model = model
        self._judges = judges

    @property
    def is_ready(self) -> bool:
        """Return whether the model can be asked now, in this world's language."""
        return self._model.status.phase == "ready" and can_prompt(self._world.language)

    def line(self, turn: Turn, beat: Beat, stop: Event) -> Iterator[Opened | Done]:
        """Yield a person's line: the model's if it can be used, at once or told again, otherwise the author's.

        A model that is not trusted with lines has none to say unasked, nor while the author's is new, which is better.
        """
        trusted = self._is_trusted("line")
        if not (trusted or (self._is_asked and was_said(turn.past, beat.speaker, beat.text))):
            yield from authored(beat)
            return
        state = turn.before  # what they would tell when they were asked, not what follows from the asking
        details = tuple(told_details(self._world, self._sentences, state, beat.speaker))
        speaker = replace(speaker_of(self._world, state, beat.speaker, details=details), away=turn.away)
        before = exchanges(turn.past, speaker.id)
        said = [entry.text for entry in before]
        remembered = recollections(self._world, self._sentences, state, speaker.id, turn.past)
        recalled = remembered.briefly(self._sentences.space)
        vocabulary = vocabulary_of(self._world, state)
        asked = line_request(self._world, speaker, beat.heard, before, seed=turn.seed, recalled=recalled)
        request = held_to(asked, line_words(speaker, vocabulary, trusted=trusted))
        judge = partial(_judged, self._judges(self._world, self._sentences, turn), speaker.id)
        lines = Lines(speaker, vocabulary, said, judge, trusted)
        line = yield from self._told(request, lines, stop)
        if line:
            yield Opened(Passage("line", line, speaker=speaker.id, source="model"))
        else:
            yield from authored(beat)

    def _told(self, request: Request, lines: Lines, stop: Event) -> Generator[Done, None, str]:
        """Yield what each time cost that a line was asked for; return one that can be shown, or nothing."""
        asked, number, spent, waited, bans = request, 0, 0.0, 0.0, list[str]()
        while True:
            texts, done = self._candidates(asked, stop, is_told=is_line_told)
            line, heard = lines.choose(texts, _likelihoods(done))
            spent += sum(each.total_s for each in done)
            waited += sum(each.total_s - each.ahead_s for each in done)
            is_late = waited > 0 and spent >= LONG_S
            is_last = bool(line) or not texts or number == RETELLINGS or is_late
            told = "" if number else request.messages[-1].text
            yield from _accounted(done, Account(told, number, heard, is_given_up=is_last and not line))
            if is_last:
                return line
            number += 1
            bans += lines.bans(heard, self._sentences.small_words)
            asked = retold(request, "", spent=0, number=number, bans=bans)

    def touch(self, turn: Turn, stop: Event) -> Iterator[Opened | Done]:
        """Yield one sentence of weather, light or sound, if this turn wants one and the model finds one to use."""
        state, trusted = turn.outcome.state, self._is_trusted("ambience")
        scene = scene_of(self._world, self._sentences, state)
        if not (wants_touch(turn) if trusted else self._is_asked and needs_touch(turn, scene)):
            return
        vocabulary = vocabulary_of(self._world, state)
        words = touch_words(scene, vocabulary, trusted=trusted)
        request = held_to(touch_request(self._world, scene, seed=turn.seed), words)
        texts, done = self._candidates(request, stop, is_told=is_touch_told)
        recent = recent_touches(turn.past)
        touches = usable_touches(texts, scene, vocabulary, recent, trusted=trusted)
        judge = self._judges(self._world, self._sentences, turn)
        likely = dict(zip(map(first_sentence, texts), _likelihoods(done), strict=False))
        touches = [each for each in touches if likely.get(each, 0.0) >= LEAST_LIKELY]
        touch, heard = chosen(touches, judge.scene, lambda touches: preferred(touches, likely, recent))
        if touch:
            yield Opened(Passage("touch", touch, source="model"))
        yield from _accounted(done, Account(request.messages[-1].text, heard=heard))

    def place(self, turn: Turn, beat: Beat, stop: Event) -> Iterator[Opened | Done]:
        """Yield a place: where its words were read before, in others that say the same, of a model trusted with it.

        One that is trusted with choosing alone chooses among ways that are made by rule. What else is there the author
        says in any case.
        """
        vocabulary = vocabulary_of(self._world, turn.outcome.state)
        if not (was_shown(turn.past, beat.look) and can_be_retold(beat.look, vocabulary)):
            yield from authored(beat)
        elif self._is_trusted("retelling"):
            yield from self._retold(turn, beat, vocabulary, stop)
        elif self._is_trusted("choosing"):
            yield from self._remade(turn, beat, vocabulary, stop)
        else:
            yield from authored(beat)

    def _retold(self, turn: Turn, beat: Beat, vocabulary: Vocabulary, stop: Event) -> Iterator[Opened | Done]:
        """Yield a place in the model's words, where any of what it writes can be shown."""
        names = proper_words(self._world)
        asked = retelling_request(self._world, beat.look, seed=turn.seed)
        request = held_to(asked, retelling_words(beat.look, names, vocabulary.language))
        is_told = partial(is_retold, text=beat.look, language=vocabulary.language)
        texts, done = self._candidates(request, stop, is_told=is_told)
        usable = usable_retellings(texts, beat.look, vocabulary, names)
        judge = self._judges(self._world, self._sentences, turn)
        likely = dict(zip(map(told_part, texts), _likelihoods(done), strict=False))
        told, heard = chosen(usable, judge.scene, lambda texts: preferred(texts, likely, [beat.look]))
        yield from _instead(beat, told) if told else authored(beat)
        yield from _accounted(done, Account(request.messages[-1].text, heard=heard))

    def _remade(self, turn: Turn, beat: Beat, vocabulary: Vocabulary, stop: Event) -> Iterator[Opened]:
        """Yield a place in the likeliest of the ways that are made of its words, but for the one told last."""
        ways = made_retellings(beat.look, vocabulary, proper_words(self._world), seed=turn.seed)
        last = last_shown(turn.past, (beat.look, *ways))
        late = LateStop(stop, after_s=WAITED_S)
        judge = self._judges(self._world, self._sentences, turn)
        told, _ = chosen(
            [each for each in ways if each != last],
            judge.scene,
            lambda ways: likeliest(self._model, self._world, ways, beat.look, late),
        )
        yield from _instead(beat, told) if told else authored(beat)

    def _is_trusted(self, job: Job) -> bool:
        return job in trust_in(self._model.info, self._world.language).jobs

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


def _instead(beat: Beat, look: str) -> Iterator[Opened]:
    """Yield a place with another look, and what else is there in the author's words."""
    yield Opened(Passage(beat.kind, look, beat.title, source="model"))
    if rest := beat.text.removeprefix(beat.look).strip():
        yield Opened(Passage(beat.kind, rest))


def _likelihoods(replies: Sequence[Done]) -> Sequence[float]:
    return replies[-1].likelihoods if replies else ()


def _accounted(replies: list[Done], account: Account) -> Iterator[Done]:
    yield from (replace(each, account=account) for each in replies)


def wants_touch(turn: Turn) -> bool:
    """Return whether a turn has room for a touch: the player arrived, looked around or waited, and nothing ended."""
    if turn.outcome.state.ending:
        return False
    return any(isinstance(event, Began | Moved | Looked | Waited) for event in turn.outcome.events)


def needs_touch(turn: Turn, scene: Scene) -> bool:
    """Return whether even a small model's touch is better than none: the author has little to say of the turn.

    The player waited, and there is an hour and a weather to speak of. Beside an author's own description of a place
    readers would rather have nothing.
    """
    has_waited = any(isinstance(event, Waited) for event in turn.outcome.events)
    return wants_touch(turn) and has_waited and bool(scene.hour and scene.weather)
