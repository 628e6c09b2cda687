"""One generated turn as a model told it: what was shown, what became of the rest, and what checks say of it once more.

Knows nothing of figures, or of which model it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Event

from game.story.gating.account import Heard
from game.story.gating.counts import Counts, counts_of
from game.story.gating.judge import Judge
from game.story.guard import vocabulary_of
from game.story.guarding.verdict import Reason
from game.story.jobs import usable_lines
from game.story.model import Done, LanguageModel
from game.story.narrator import Narrator, Way
from game.story.passages import Grew, Opened, Passage, gather
from game.story.scene import speaker_of
from game.story.trust import trust_in
from tests.bench.voice.repeating import LATELY, Repeats, repeats_in
from tests.bench.voice.situations import Situation

PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Told:
    """A situation as it was told.

    false has a reason for each sentence shown that the judge would hold back, asked once more; claims are the people's
    lines shown that claim more than their speakers may, filtered once more.
    """

    situation: Situation
    passages: tuple[Passage, ...]
    replies: tuple[Done, ...]
    false: tuple[Reason, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def counts(self) -> Counts:
        """Return its counts."""
        return counts_of(self.replies)

    @property
    def is_the_models(self) -> bool:
        """Return whether a model was asked for any of it."""
        return any(each.account for each in self.replies)

    @property
    def of_model(self) -> tuple[Passage, ...]:
        """Return the passages that a model wrote."""
        return tuple(each for each in self.passages if each.source == "model")

    @property
    def lines_told(self) -> list[Heard]:
        """Return what people were made to say, shown or not."""
        accounts = (each.account for each in self.replies if each.account and each.slot.startswith(PERSON))
        return [heard for account in accounts for heard in account.heard]

    @property
    def repeats(self) -> Repeats:
        """Return what the model's passages say again, held against all that was shown in the last turns."""
        last = self.situation.turn.past[-LATELY:]
        before = (passage.text for past in last for passage in past.passages)
        return repeats_in((each.text for each in self.of_model), before)


def tell(model: LanguageModel, each: Situation, way: Way = "model") -> Told:
    """Have a model tell a situation in a way, whatever its size."""
    narrator = Narrator(each.world, each.sentences, model, asked=way)
    pieces = list(narrator.tell(each.turn, Event(), way=way))
    passages = gather(piece for piece in pieces if isinstance(piece, Opened | Grew))
    replies = tuple(piece for piece in pieces if isinstance(piece, Done))
    false = tuple(false_of(narrator.judges(each.world, each.sentences, each.turn), replies))
    claims = tuple(claims_in(each, passages, trusted="line" in trust_in(model.info, each.world.language).jobs))
    return Told(each, passages, replies, false, claims)


def false_of(judge: Judge, replies: Iterable[Done]) -> Iterator[Reason]:
    """Yield why a judge would hold back sentences that were shown; a telling that is told again goes on."""
    before: list[str] = []
    for done in replies:
        before = before if done.account and done.account.number else []
        speaker = done.slot.removeprefix(PERSON) if done.slot.startswith(PERSON) else ""
        for sentence in (each.sentence for each in (done.account.heard if done.account else ()) if not each.fate):
            verdict = judge.line(sentence, speaker, before) if speaker else judge.scene(sentence, before)
            if verdict is not None:
                yield verdict.reason
            before.append(sentence)


def claims_in(each: Situation, passages: Iterable[Passage], *, trusted: bool) -> Iterator[str]:
    """Yield those lines of a model's that people's filter would not let pass: in them is what nobody let them know."""
    state = each.turn.before
    vocabulary = vocabulary_of(each.world, state)
    for passage in passages:
        if passage.kind == "line" and passage.source == "model":
            speaker = speaker_of(each.world, state, passage.speaker)
            if not usable_lines([passage.text], speaker, vocabulary, (), trusted=trusted):
                yield passage.text
