"""Answering a request: its prompt is read into its slot, then its candidates are written side by side.

Knows nothing of pipes, nor of what is said in prompts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from game.errors import ModelError
from game.llm.wire import Step
from game.llm.worker.candidate import Candidate
from game.llm.worker.context import CHUNK, SEQUENCES, Context, Entry, Interrupted
from game.llm.worker.letters import Letters
from game.llm.worker.sampling import Sampler, candidate_seed
from game.llm.worker.slots import Slot, Slots
from game.llm.worker.tally import Tally
from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.story.model import Chunk, Reply, Request

MAX_CANDIDATES = 8
LEAST_ROOM = 16
"""Tokens: where a window leaves a reply less than this, and less than was asked for, it is not begun."""

_EMPTY = "A request held no messages: give it one."
_TOO_LONG = "A prompt of {} tokens and a reply of {} do not fit the model's window of {} tokens: shorten the prompt."
_TOO_MANY = "A request asked for {} candidates, and 1 to {} can be told at once: change that."


class Teller:
    """A model with its slots. A reply is written in copies of its slot, so that the slot keeps the prompt alone."""

    def __init__(self, weights: Weights, context: Context, template: Template, *, window: int) -> None:
        """Tell with a fresh context; window is the most tokens of a prompt and one reply."""
        self._weights = weights
        self._context = context
        self._template = template
        self._window = window
        self._slots = Slots(context, sequences=SEQUENCES, cells=context.cells)

    def tell(self, request: Request, *, arrived: float, before: Callable[[Step], None]) -> Iterator[Reply]:
        """Yield Chunks, then one Done. before is called ahead of every step. Raises ModelError ahead of all else."""
        prompt = self._prompt(request)
        limit = self._limit(request, len(prompt))
        branches = request.candidates if limit else 0
        slot = self._slots.prepare(request.slot, prompt, branches=branches, room=branches * limit)
        tally = Tally(arrived, len(prompt))
        try:
            last = self._read(slot, prompt, tally, before)
            with self._branched(slot, request, branches, limit) as tally.candidates:
                yield from self._write(tally, last, before)
        except Interrupted:
            self._slots.forget_unread(slot)
            yield tally.cancelled()
        else:
            yield tally.complete()

    def _prompt(self, request: Request) -> list[int]:
        if not request.messages:
            raise ModelError(_EMPTY)
        if not 1 <= request.candidates <= MAX_CANDIDATES:
            raise ModelError(_TOO_MANY.format(request.candidates, MAX_CANDIDATES))
        tokens_of = self._template.prompt if request.max_tokens > 0 else self._template.history
        return tokens_of(request.messages)

    def _limit(self, request: Request, length: int) -> int:
        """Return the tokens that each candidate may have: what was asked for, or what there is room for."""
        room = min(self._window - length, (self._context.cells - length) // request.candidates)
        if room < min(request.max_tokens, LEAST_ROOM):
            raise ModelError(_TOO_LONG.format(length, request.max_tokens, self._window))
        return max(0, min(request.max_tokens, room))

    def _read(self, slot: Slot, prompt: Sequence[int], tally: Tally, before: Callable[[Step], None]) -> int:
        """Read what the slot lacks of a prompt; return the index of its last token in the last step."""
        last = len(prompt) - 1
        chunk: Sequence[int] = ()
        while (start := len(slot.tokens)) < len(prompt):
            chunk = prompt[start : start + CHUNK]
            before("read")
            self._context.step(
                [Entry(token, at, slot.sequence, wanted=at == last) for at, token in enumerate(chunk, start)]
            )
            self._slots.extend(slot, chunk)
            tally.read_tokens += len(chunk)
        return len(chunk) - 1

    @contextmanager
    def _branched(self, slot: Slot, request: Request, branches: int, limit: int) -> Iterator[list[Candidate]]:
        """Yield candidates that begin where the slot ends, each in a sequence of its own."""
        with ExitStack() as stack:
            candidates = []
            for number in range(branches):
                sequence = self._slots.branch(slot)
                stack.callback(self._slots.release, sequence)
                seed = candidate_seed(request.seed, number)
                sampler = Sampler(request.sampling, seed=seed, vocabulary_size=self._weights.size)
                stack.callback(sampler.close)
                letters = Letters(request.stop)
                candidates.append(
                    Candidate(number=number, sequence=sequence, sampler=sampler, letters=letters, limit=limit)
                )
            yield candidates

    def _write(self, tally: Tally, last: int, before: Callable[[Step], None]) -> Iterator[Chunk]:
        """Yield the candidates' texts, a step for all of them at a time; last is the step's index they begin from."""
        live = tally.candidates
        indices: Sequence[int] = [last] * len(live)
        while live:
            for index, candidate in zip(indices, live, strict=True):
                text = candidate.draw(self._context, self._weights, index)
                tally.note_token()
                if text:
                    yield Chunk(text, candidate.number)
            live = [candidate for candidate in live if not candidate.ended]
            indices = range(len(live))
            if live:
                before("write")
                self._context.step([candidate.entry(tally.prompt_tokens) for candidate in live])
