"""The gate: what a model tells is shown by whole sentences that passed; one that fails is told again, unseen.

Knows nothing of beats, or of what is told in a model's place.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import Event

from game.errors import ModelLost
from game.story.clean import clean
from game.story.gating.account import Account, Heard
from game.story.gating.cutter import Cutter
from game.story.gating.retelling import ban_for, retold
from game.story.guarding.verdict import Verdict
from game.story.model import Done, LanguageModel, Message, Request, ask
from game.story.prose import is_complete
from game.story.sentences import Sentences
from game.story.stops import EitherStop

RETELLINGS = 2
"""How often a telling is told again, at most."""
LEAST_TOKENS = 16
"""Where fewer are left of a telling, it has come to its length."""

Judging = Callable[[str, Sequence[str]], Verdict | None]


@dataclass(slots=True)
class _Hearing:
    """One reply as it is heard, the first or one that tells again; before it shown sentences had passed."""

    number: int
    shown: int
    cutter: Cutter = field(default_factory=Cutter)
    heard: list[Heard] = field(default_factory=list)

    @property
    def fault(self) -> Heard | None:
        """Return the sentence that failed: the last that was heard."""
        return next((each for each in self.heard if each.is_withheld), None)


class Gate:
    """The gate for one telling. shown are its sentences that passed, text is how they stand together.

    is_given_up says that the model has failed to tell it to its end.
    """

    def __init__(self, model: LanguageModel, judge: Judging, sentences: Sentences, stop: Event) -> None:
        self.shown: list[str] = []
        self.text = ""
        self.is_given_up = False
        self._model = model
        self._judge = judge
        self._sentences = sentences
        self._stop = stop
        self._bans: list[str] = []

    def tell(self, request: Request) -> Iterator[str | Done]:
        """Yield what is shown as soon as it has passed, and a Done with its account each time the model was asked.

        Setting stop ends it, and what was shown stays. Raises ModelError.
        """
        asked: Request | None = request
        number = 0
        while asked is not None:
            hearing = _Hearing(number, len(self.shown))
            done = yield from self._hear(asked, hearing)
            number += 1
            asked = self._again(request, hearing)
            self.is_given_up = asked is None and self._has_failed(hearing)
            told = "" if hearing.number else request.messages[-1].text
            yield replace(done, account=Account(told, hearing.number, tuple(hearing.heard), self.is_given_up))

    def _hear(self, request: Request, hearing: _Hearing) -> Generator[str, None, Done]:
        """Yield what passes of one reply, which is ended as soon as a sentence fails; return its end."""
        enough = EitherStop(self._stop)
        for reply in ask(self._model, request, enough):
            if isinstance(reply, Done):
                yield from self._passed(hearing, self._last(hearing, reply))
                return reply
            yield from self._passed(hearing, hearing.cutter.add(clean(reply.text)))
            if hearing.fault:
                enough.set()
        raise ModelLost("The model fell silent; the author's words tell this turn.")

    def _passed(self, hearing: _Hearing, pieces: Iterable[str]) -> Iterator[str]:
        """Yield those of the next pieces that may be shown; after one that may not none is looked at."""
        for piece in pieces:
            if hearing.fault:
                return
            sentence = piece.strip()
            verdict = self._verdict(sentence)
            hearing.heard.append(Heard(sentence, verdict.reason, verdict.words) if verdict else Heard(sentence))
            if verdict is None:
                yield self._add(piece, sentence)

    def _verdict(self, sentence: str) -> Verdict | None:
        """Return why a sentence may not be shown; a line that ends as no sentence does is a heading or worse."""
        return self._judge(sentence, self.shown) if is_complete(sentence) else Verdict("scaffold")

    def _last(self, hearing: _Hearing, done: Done) -> Iterator[str]:
        """Yield what a reply ended with; the mere beginning of a sentence counts only where nothing else is shown."""
        rest = hearing.cutter.rest()
        if not rest.strip() or hearing.fault:
            return
        if is_complete(rest):
            yield rest
        elif self.shown or done.reason == "cancelled":
            hearing.heard.append(Heard(rest.strip(), "cut"))
        else:
            yield rest + self._sentences.say("telling_stopped")

    def _add(self, piece: str, sentence: str) -> str:
        """Return a sentence as it is shown after those before it."""
        gap = piece[: len(piece) - len(piece.lstrip())] or self._sentences.space
        added = gap + sentence if self.shown else sentence
        self.shown.append(sentence)
        self.text += added
        return added

    def _again(self, request: Request, hearing: _Hearing) -> Request | None:
        """Return the request that tells it again after a fault, unless it was told again often enough, or at length."""
        if hearing.fault is None or hearing.number == RETELLINGS or self._stop.is_set():
            return None
        spent = self._model.count([Message("assistant", self.text)])[0] if self.text else 0
        if request.max_tokens - spent < LEAST_TOKENS:
            return None
        self._bans.append(ban_for(hearing.fault, self._sentences.small_words))
        return retold(request, self.text, spent=spent, number=hearing.number + 1, bans=self._bans)

    def _has_failed(self, hearing: _Hearing) -> bool:
        """Return whether the last reply leaves the telling to the author: nothing is shown, or it came to no end.

        A model that is asked to go on and says no more has not come to one either.
        """
        if not self.shown or self._stop.is_set():
            return not self.shown
        is_stuck = hearing.number > 0 and len(self.shown) == hearing.shown
        return hearing.fault is not None or is_stuck
