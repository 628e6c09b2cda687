"""A request on its way: its prompt is read into its slot, then its candidates are written side by side, step by step.

Knows nothing of other requests that share its steps, of pipes, or of what is said in prompts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.llm.wire import Step
from game.llm.worker.candidate import Candidate, beginning
from game.llm.worker.context import Context, Entry
from game.llm.worker.reading import Reading, cut_back
from game.llm.worker.slots import Slot, Slots
from game.llm.worker.tally import Tally
from game.llm.worker.weights import Weights
from game.story.model import Chunk, Done, Reply, Request


class Telling:
    """A reply in the making. Its candidates are written in copies of its slot, so that the slot keeps the prompt alone.

    Whoever steps asks for the next entries, and then either has them taken or says that the step was broken off.
    """

    def __init__(self, request: Request, prompt: Sequence[int], slot: Slot, tally: Tally, *, limit: int) -> None:
        """Begin with a slot that was prepared; limit is the most tokens of a candidate, 0 where only is read."""
        self._request = request
        self._reading = Reading(prompt, slot)
        self._slot = slot
        self._tally = tally
        self._limit = limit
        self._entries: Sequence[Entry] = ()
        self._live: list[Candidate] = []
        self.ended = not limit and self._reading.is_done

    @property
    def settled(self) -> tuple[str, Sequence[int]]:
        """Return the name of its slot, and the prompt that this holds once the telling has ended."""
        return self._slot.name, self._reading.prompt

    @property
    def has_read(self) -> bool:
        """Return whether anything of its prompt had to be read."""
        return self._tally.read_tokens > 0

    @property
    def has_sentence(self) -> bool:
        """Return whether each of its candidates that go on has something whole to be shown."""
        return bool(self._live) and all(candidate.letters.has_sentence for candidate in self._live)

    @property
    def phase(self) -> Step:
        """Return what its next step does."""
        return "write" if self._live else "read"

    def next(self, room: int) -> Sequence[Entry]:
        """Return the entries for the next step, as many as there are and fit; none where not all candidates do."""
        if not self._live:
            self._entries = self._reading.next(room)
        elif len(self._live) <= room:
            self._entries = [candidate.entry(len(self._reading.prompt)) for candidate in self._live]
        else:
            self._entries = ()
        return self._entries

    def take(self, first: int, context: Context, weights: Weights, slots: Slots) -> Iterator[Reply]:
        """Yield what comes of the entries, now that a step has computed them; the first lies at that index in it."""
        if self._live:
            yield from self._draw(range(first, first + len(self._live)), context, weights)
        else:
            self._tally.read_tokens += len(self._entries)
            if self._reading.take(self._entries, slots):
                self._live = list(self._branch(context, weights, slots)) if self._limit else []
                last = first + len(self._entries) - 1
                yield from self._draw([last] * len(self._live), context, weights)
        if self.ended:
            yield self.complete()

    def broken_off(self, context: Context, slots: Slots) -> bool:
        """Take a step as not computed; return whether the telling can go on from there."""
        if not self._live:
            slots.forget_unread(self._slot)
            return True
        return cut_back(context, self._entries)

    def complete(self) -> Done:
        """Return the end of a telling that has ended."""
        return self._tally.complete()

    def cancel(self) -> Done:
        """Return the end of a telling that is not gone on with."""
        return self._tally.cancelled()

    def close(self, slots: Slots) -> None:
        """Give back what it holds."""
        for candidate in self._tally.candidates:
            candidate.sampler.close()
        slots.release(self._slot)

    def _branch(self, context: Context, weights: Weights, slots: Slots) -> Iterator[Candidate]:
        """Yield candidates that begin where the slot ends, each in a sequence of its own."""
        begin = beginning(self._request, context, weights)
        for number, sequence in enumerate(slots.branch(self._slot)):
            candidate = begin(number, sequence, limit=self._limit, before=self._reading.prompt[-1])
            self._tally.candidates.append(candidate)
            yield candidate

    def _draw(self, indices: Sequence[int], context: Context, weights: Weights) -> Iterator[Chunk]:
        """Yield what the candidates gain by a token each; indices are where in the step those are drawn from."""
        for index, candidate in zip(indices, self._live, strict=True):
            text = candidate.draw(context, weights, index)
            self._tally.note_token()
            if text:
                yield Chunk(text, candidate.number)
        self._live = [candidate for candidate in self._live if not candidate.ended]
        self.ended = not self._live
