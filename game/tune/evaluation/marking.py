"""One model on held-out examples: what it makes of their answers, and what is to be said of texts of its own.

Knows nothing of adapters, or of who reads the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, cycle, groupby, islice
from operator import itemgetter
from typing import TypeVar

from game.llm.worker.loading import Loaded
from game.story.prompt import CANDIDATES
from game.story.trust import trust_in
from game.tune.evaluation.answering import Answered, Chosen, answered, chosen
from game.tune.evaluation.asking import Writable, request_of
from game.tune.evaluation.desk import Desk
from game.tune.evaluation.playing import shown_in_play
from game.tune.evaluation.telling import Told, lines_told, retellings_told, touches_told
from game.tune.evaluation.writer import Wanted, Written, texts
from game.tune.examples import KINDS, Ambience, Choosing, Example, Line, Retelling, kind_of
from game.tune.marks import spread
from game.tune.render import exchanges
from game.tune.training.lessons import Speller, choices, shared_by_all, writing_of

W = TypeVar("W", Ambience, Line, Retelling)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is looked at: examples of a kind and words of players at most; texts of a kind, drawn by a seed."""

    examples: int
    samples: int
    seed: int


@dataclass(slots=True)
class Marks:
    """What was found of a model, by kind of example; choosing is None where there was nothing to choose.

    told is of texts that were drawn freely, as of a model that is trusted, held of those held to words as of one that
    is not; retellings are held to them whoever tells.
    """

    answered: dict[str, Answered] = field(default_factory=dict)
    choosing: Chosen | None = None
    told: dict[str, Told] = field(default_factory=dict)
    held: dict[str, Told] = field(default_factory=dict)


Tell = Callable[[float, str], None]
Stage = tuple[str, Callable[[Marks], None]]


class Examiner:
    """Asks one model, whose context nobody else uses."""

    def __init__(self, model: Loaded, extent: Extent) -> None:
        self._desk = Desk(model.weights, model.context, chunk=model.pace.chunk)
        self._speller = Speller(model.template.prompt, model.template.reply)
        self._extent = extent
        self._trusted = trust_in(model.info, "en").jobs

    def marks(self, examples: Sequence[Example], *, tell: Tell) -> Marks:
        """Return what is found; tell is told how far it is, from 0 to 1, and at what. Raises ModelError."""
        stages, marks = list(self._stages(examples)), Marks()
        for number, (what, find) in enumerate(stages):
            tell(number / len(stages), what)
            find(marks)
        return marks

    def texts(self, moments: Sequence[Ambience | Line], *, tell: Tell) -> list[str]:
        """Return a text for each of some moments: the one of several that would be shown in play. Raises ModelError."""
        shown: list[str] = []
        for kind, several in groupby(moments, kind_of):
            tell(len(shown) / len(moments), f"writing {kind}")
            trusted, some = kind in self._trusted, list(several)
            written = iter(self._written([each for each in some for _ in range(CANDIDATES)], trusted=trusted))
            shown += [shown_in_play(each, list(islice(written, CANDIDATES)), trusted=trusted) for each in some]
        return shown

    def _stages(self, examples: Sequence[Example]) -> Iterator[Stage]:
        situations = [each for each in examples if isinstance(each, Choosing)]
        touches = [each for each in examples if isinstance(each, Ambience)]
        lines = [each for each in examples if isinstance(each, Line)]
        retellings = [each for each in examples if isinstance(each, Retelling)]
        for kind in KINDS:
            several = [each for each in examples if kind_of(each) == kind and not isinstance(each, Choosing)]
            if several:
                yield f"answers of {kind}", partial(self._answer, kind, several)
        if situations:
            yield "players' words", partial(self._choose, situations)
        if touches and self._extent.samples:
            yield "writing touches", partial(self._write_touches, touches)
        if lines and self._extent.samples:
            yield "writing lines", partial(self._write_lines, lines)
        if retellings and self._extent.samples:
            yield "writing retellings", partial(self._write_retellings, retellings)

    def _answer(self, kind: str, examples: Sequence[Example], marks: Marks) -> None:
        several = spread(examples, self._extent.examples)
        taught = list(chain.from_iterable(map(exchanges, several)))
        if writing := writing_of(kind, taught, self._speller):
            marks.answered[kind] = answered(self._desk, writing)

    def _choose(self, examples: Sequence[Choosing], marks: Marks) -> None:
        pairs = [(situation, saying) for situation in examples for saying in situation.said]
        some = groupby(spread(pairs, self._extent.examples), key=itemgetter(0))
        parts = (replace(situation, said=tuple(saying for _, saying in held)) for situation, held in some)
        marks.choosing = chosen(self._desk, choices(parts, self._speller))

    def _write_touches(self, examples: Sequence[Ambience], marks: Marks) -> None:
        some = self._sampled(examples)
        marks.told["ambience"] = touches_told(some, self._texts(some, trusted=True))
        marks.held["ambience"] = touches_told(some, self._texts(some, trusted=False))

    def _write_lines(self, examples: Sequence[Line], marks: Marks) -> None:
        some = self._sampled(examples)
        marks.told["line"] = lines_told(some, self._texts(some, trusted=True))
        marks.held["line"] = lines_told(some, self._texts(some, trusted=False))

    def _write_retellings(self, examples: Sequence[Retelling], marks: Marks) -> None:
        some = self._sampled(examples)
        marks.told["retelling"] = retellings_told(some, self._texts(some, trusted=True))
        marks.held["retelling"] = retellings_told(some, self._texts(some, trusted=False))

    def _sampled(self, examples: Sequence[W]) -> list[W]:
        """Return as many examples as texts are wanted, some again where there are not so many."""
        return list(islice(cycle(spread(examples, self._extent.samples)), self._extent.samples))

    def _texts(self, examples: Sequence[Writable], *, trusted: bool) -> list[str]:
        return [each.text for each in self._written(examples, trusted=trusted)]

    def _written(self, examples: Sequence[Writable], *, trusted: bool) -> list[Written]:
        """Return a text for each example, drawn by a seed of its own."""
        seeds = range(self._extent.seed, self._extent.seed + len(examples))
        requests = [request_of(each, seed=seed, trusted=trusted) for each, seed in zip(examples, seeds, strict=True)]
        prompts = [self._speller.prompt(each.messages) for each in requests]
        shared = shared_by_all(prompts)
        self._desk.lay(prompts[0][:shared])
        wanted = (Wanted(each, prompt[shared:]) for each, prompt in zip(requests, prompts, strict=True))
        return list(texts(self._desk, wanted))
