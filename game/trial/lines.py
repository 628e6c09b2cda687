"""The trial of people's lines: does one answer what its speaker knows, and own up to what they do not.

Knows nothing of how many there are. What somebody does not know is claimed by a line with a word in it that is neither
common nor given to its speaker, where it does not deny, ask or doubt anything beside.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from operator import and_

from game.story.claims import claims_unknown
from game.story.guard import fits_line, vocabulary_of
from game.story.guarding.guard import Guard
from game.story.guarding.verdict import Verdict
from game.story.jobs import spoken_part
from game.story.lexicon import mentions, mentions_form, plain
from game.story.model import LanguageModel
from game.story.prompt import line_request
from game.story.prose import sentences_in
from game.story.scene import Speaker, speaker_of
from game.trial.asking import texts_of
from game.trial.cases import Cases, Question
from game.trial.judging import is_any_false
from game.trial.shares import Tally, Try, tally_of

_ASKED = frozenset("?？")


def tries(cases: Cases, model: LanguageModel) -> list[Try]:
    """Return what is to be tried."""
    return [partial(_tried, cases, question, number, model) for number, question in enumerate(cases.questions)]


def _tried(cases: Cases, question: Question, number: int, model: LanguageModel) -> Tally:
    world, turn = cases.ground.world, cases.ground.talk(question.after, question.person, question.heard)
    speaker = speaker_of(world, turn.before, question.person)
    texts = texts_of(model, line_request(world, speaker, question.heard, (), seed=number))
    lines = [spoken_part(text) for text in texts]
    if not question.answers:
        return tally_of({"false": [pretends(line, speaker, question.heard, cases.avowals) for line in lines]})
    guard, names = Guard(world, cases.ground.sentences, turn), vocabulary_of(world, turn.before)
    judge = partial(_judged, guard, speaker.id)
    fit = [fits_line(line, names, speaker.name) and not is_any_false(sentences_in(line), judge) for line in lines]
    answered = [_holds(line, question.answers) for line in lines]
    return tally_of({"answered": map(and_, fit, answered)})


def pretends(line: str, speaker: Speaker, heard: str, avowals: Collection[str]) -> bool:
    """Return whether a line claims something of its own, and with no word denies, asks or doubts anything."""
    owns_up = not _ASKED.isdisjoint(line) or any(mentions(plain(line), plain(each)) for each in avowals)
    return claims_unknown(line, speaker, heard) and not owns_up


def _judged(guard: Guard, person: str, sentence: str, shown: Sequence[str]) -> Verdict | None:
    return guard.line(sentence, person, shown)


def _holds(line: str, answers: Iterable[str]) -> bool:
    said = plain(line)
    return any(mentions_form(said, plain(each)) for each in answers)
