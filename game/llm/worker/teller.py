"""From a request to a telling, or to texts weighed: its prompt in tokens, the room it may take, and its slot.

Knows nothing of steps or of pipes.
"""

from __future__ import annotations

from game.errors import ModelError
from game.llm.worker.aside import MOST
from game.llm.worker.context import SEQUENCES, Context
from game.llm.worker.keeping import Keeping
from game.llm.worker.shelf import Shelf
from game.llm.worker.slots import SPARE, Slots
from game.llm.worker.tally import Tally
from game.llm.worker.telling import Telling
from game.llm.worker.template import Template
from game.llm.worker.weigher import MOST_AT_ONCE, Weigher
from game.story.model import Request, Weighing

MAX_CANDIDATES = 8
LEAST_ROOM = 16
"""Tokens: where a window leaves a reply less than this, and less than was asked for, it is not begun."""

MAX_TEXTS = 256

_EMPTY = "A request held no messages: give it one."
_TOO_LONG = "A prompt of {} tokens and a reply of {} do not fit the model's window of {} tokens: shorten the prompt."
_TOO_MANY_TEXTS = "A question held {} texts to weigh, and 1 to {} can be weighed at once: change that."
_TOO_MANY = "A request asked for {} candidates, and 1 to {} can be told at once: change that."


class Teller:
    """Begins tellings in one context, with the slots that lie in it."""

    def __init__(
        self, context: Context, template: Template, *, window: int, aside: int = MOST, shelf: Shelf | None = None
    ) -> None:
        """Tell with a fresh context; window is the most tokens of a prompt and one reply, aside is in bytes."""
        self._context = context
        self._template = template
        self._window = window
        self.slots = Slots(context, sequences=SEQUENCES, cells=context.cells, aside=aside, shelf=shelf)
        self.keeping = Keeping(self.slots, shelf)

    def begin(self, request: Request, *, arrived: float, is_ahead: bool) -> Telling:
        """Return a telling that has read nothing yet; one told ahead of its need has a slot that nobody comes back to.

        Raises ModelError for a request that cannot be met, and NoRoom for one that cannot be met yet.
        """
        prompt = self._prompt(request)
        limit = self._limit(request, len(prompt))
        branches = request.candidates if limit else 0
        name = SPARE if is_ahead else request.slot
        slot = self.slots.prepare(name, prompt, branches=branches, room=branches * limit)
        return Telling(request, prompt, slot, Tally(arrived, len(prompt)), limit=limit)

    def weigh(self, weighing: Weighing, *, arrived: float) -> Weigher:
        """Return the weigher of some texts, which has read nothing yet. Raises as begin does."""
        if not weighing.messages:
            raise ModelError(_EMPTY)
        if not 1 <= len(weighing.texts) <= MAX_TEXTS:
            raise ModelError(_TOO_MANY_TEXTS.format(len(weighing.texts), MAX_TEXTS))
        prompt = self._template.prompt(weighing.messages)
        texts = [self._template.reply(text) for text in weighing.texts]
        longest = max(map(len, texts))
        if min(map(len, texts)) == 0 or len(prompt) + longest > self._window:
            raise ModelError(_TOO_LONG.format(len(prompt), longest, self._window))
        branches = min(len(texts), MOST_AT_ONCE, max(1, (self._context.cells - len(prompt)) // longest))
        slot = self.slots.prepare(weighing.slot, prompt, branches=branches, room=branches * longest)
        return Weigher(texts, prompt, slot, Tally(arrived, len(prompt)))

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
