"""Texts that a model writes, each to a prompt of its own and drawn as the game draws: many side by side.

Knows nothing of what they are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.llm.worker.candidate import Candidate, beginning
from game.story.clean import clean
from game.story.model import Request
from game.tune.evaluation.desk import Desk, Tokens, packed

TOGETHER = 16
"""Texts that are written at once: a step of these takes little longer than one of a few."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request, and its prompt as it goes on from the trunk, at least a token."""

    request: Request
    prompt: Tokens

    @property
    def size(self) -> int:
        """The tokens that it may come to."""
        return len(self.prompt) + self.request.max_tokens


@dataclass(slots=True)
class _Page:
    """A text in the making, after so many tokens of a prompt."""

    candidate: Candidate
    begin: int
    text: str = ""

    def draw(self, desk: Desk, index: int) -> None:
        """Add what is drawn after an entry of the last step."""
        self.text += self.candidate.draw(desk.context, desk.weights, index)


@dataclass(frozen=True, slots=True)
class Written:
    """A text, cleaned; and how likely the model finds a token of it, in nats, if it was held to words, else 0."""

    text: str
    likelihood: float


def texts(desk: Desk, several: Iterable[Wanted]) -> Iterator[Written]:
    """Yield the first candidate of each request, in their order. Raises ModelError."""
    room = desk.context.cells - desk.length
    for some in packed(several, lambda each: each.size, room=room, most=TOGETHER):
        yield from _written(desk, some)


def _written(desk: Desk, some: Sequence[Wanted]) -> list[Written]:
    pages = [_page(desk, each, sequence) for sequence, each in enumerate(some, 1)]
    try:
        _begin(desk, some, pages)
        while live := [page for page in pages if not page.candidate.ended]:
            entries = [page.candidate.entry(page.begin) for page in live]
            for place, index in desk.results(entries):
                live[place].draw(desk, index)
    finally:
        for page in pages:
            page.candidate.sampler.close()
        desk.clear(range(1, len(some) + 1))
    return [Written(clean(page.text), page.candidate.likelihood) for page in pages]


def _begin(desk: Desk, some: Sequence[Wanted], pages: Sequence[_Page]) -> None:
    """Read the prompts, and draw a first token after each."""
    entries = desk.branch(each.prompt for each in some)
    for place, index in desk.results(entries):
        pages[entries[place].sequence - 1].draw(desk, index)


def _page(desk: Desk, wanted: Wanted, sequence: int) -> _Page:
    begin = beginning(wanted.request, desk.context, desk.weights)
    candidate = begin(0, sequence, limit=wanted.request.max_tokens, before=wanted.prompt[-1])
    return _Page(candidate, desk.length + len(wanted.prompt))
