"""Phrasings as they are heard in play: what the classic commands make of them, and what a model does where they end.

Knows nothing of bounds that are good, nor of how figures are shown.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Literal

from game.rules.actions import Action
from game.rules.apply import apply
from game.rules.state import State
from game.story.choosing.chooser import UNAIDED, Chooser, Chosen, Nothing, Scored, Unclear, decide
from game.story.model import Bounds, LanguageModel
from game.story.parser import Understood, parse
from game.story.prompt import can_choose
from game.story.splitting import Line
from tests.story.corpora import sentences_in, world_in
from tests.story.phrasings.corpus import Phrasing, deeds, state_of, unspoken
from tests.story.phrasings.measure import actions_before, verdict_on

Verdict = Literal["right", "asked", "missed", "wrong"]

_PARTS = 3


@dataclass(frozen=True, slots=True)
class Open:
    """Where the classic commands come to an end: what was done before, and the command that they leave open.

    more says that others follow it.
    """

    state: State
    done: tuple[Action, ...]
    command: str
    more: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A phrasing, how well the classic commands understand it, and what is likely where they leave it open.

    alone is what is likely by the words alone, likely what is with a model, if one says anything. meant are the actions
    that it means; done are those of them, or others, that came before what is left open.
    """

    phrasing: Phrasing
    meant: tuple[Action, ...]
    classic: Verdict
    likely: tuple[Scored, ...] = ()
    alone: tuple[Scored, ...] = ()
    seconds: float = 0.0
    done: tuple[Action, ...] = ()
    more: bool = False

    @property
    def is_for_calibration(self) -> bool:
        """Return whether bounds are calibrated on it."""
        return zlib.crc32(self.phrasing.words.encode()) % _PARTS == 0

    def is_held(self, bounds: Bounds) -> bool:
        """Return whether it leads to a question that has what is meant among its options."""
        choice = decide(self.likely, bounds) if self.likely else Nothing()
        return isinstance(choice, Unclear) and any(self._fits(unspoken(each.action)) for each in choice.options)

    def verdict(self, bounds: Bounds) -> Verdict:
        """Return how well it is understood by a model that is held to some bounds."""
        return self._verdict(self.likely, bounds)

    @property
    def verdict_alone(self) -> Verdict:
        """Return how well it is understood without a model."""
        return self._verdict(self.alone, UNAIDED)

    def _verdict(self, likely: Sequence[Scored], bounds: Bounds) -> Verdict:
        match decide(likely, bounds) if likely else Nothing():
            case Chosen(offer):
                return self._verdict_on(unspoken(offer.action))
            case Unclear():
                return "right" if self.phrasing.kind == "asks" else "asked"
            case Nothing():
                return self.classic

    def _verdict_on(self, action: Action) -> Verdict:
        if not self._fits(action):
            return "wrong"
        return "right" if (*self.done, action) == self.meant and not self.more else "missed"

    def _fits(self, action: Action) -> bool:
        actions = (*self.done, action)
        return actions == self.meant[: len(actions)]


def hear(rows: Iterable[Phrasing], model: LanguageModel | None) -> list[Heard]:
    """Return phrasings as they are heard by a model that had time to rest before."""
    aided: dict[tuple[str, str], Chooser] = {}
    alone: dict[tuple[str, str], Chooser] = {}
    return [_heard(each, chooser_of(each, model, aided), chooser_of(each, None, alone)) for each in rows]


def chooser_of(each: Phrasing, model: LanguageModel | None, among: dict[tuple[str, str], Chooser]) -> Chooser:
    """Return the chooser of a phrasing's world, which is kept among others."""
    key = each.world, each.language
    if key not in among:
        among[key] = Chooser(world_in(*key), sentences_in(*key), model)
    return among[key]


def left_open(each: Phrasing) -> Open | None:
    """Return where the classic commands come to an end at what something else may understand, if they do."""
    world, sentences = world_in(each.world, each.language), sentences_in(each.world, each.language)
    state, recent, line = state_of(each), list(actions_before(each)), Line(each.words)
    before = len(recent)
    while line.rest and not state.ending:
        command = line.next(world, sentences, state, recent=recent)
        parsed = parse(world, sentences, state, command, recent=recent)
        if not isinstance(parsed, Understood):
            done = tuple(map(unspoken, recent[before:]))
            return Open(state, done, command, bool(line.rest)) if parsed.open else None
        outcome = apply(world, state, parsed.action)
        if outcome.refusal:
            return None
        recent.append(parsed.action)
        state = outcome.state
    return None


def _heard(each: Phrasing, chooser: Chooser, without_model: Chooser) -> Heard:
    meant: Sequence[Action] = [deed.action for deed in deeds(each)]
    verdict = verdict_on(each)
    classic: Verdict = "missed" if verdict == "not understood" else verdict
    where = left_open(each) if can_choose(each.language) else None
    if where is None:
        return Heard(each, tuple(meant), classic)
    alone, _ = without_model.likely(where.state, where.command, Event())
    chooser.rest(where.state, Event())
    begun = time.perf_counter()
    likely, _ = chooser.likely(where.state, where.command, Event())
    took = time.perf_counter() - begun
    return Heard(each, tuple(meant), classic, tuple(likely), tuple(alone), took, where.done, where.more)
