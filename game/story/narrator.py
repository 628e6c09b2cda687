"""Who tells the turns: picks the way of telling that the player asked for, or that suits the model at hand.

Knows nothing of runs or of screens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Event
from typing import Literal, get_args

from game.errors import ModelError
from game.rules.events import Event as GameEvent
from game.rules.world import World
from game.story.abilities import Job
from game.story.gating.judge import Judges
from game.story.guarding.guard import Guard
from game.story.memory import Memory
from game.story.model import Done, LanguageModel, Request, is_read
from game.story.passages import Grew, Opened, Passage
from game.story.prompt import line_prefix, settled_line_request, touch_prefix, world_prefix
from game.story.recall import Recall, found_by
from game.story.rewording.asking import retelling_prefix
from game.story.sentences import Sentences
from game.story.tables import can_prompt
from game.story.tellers.authored import Authored
from game.story.tellers.blend import Blend
from game.story.tellers.modelled import Modelled
from game.story.trust import trust_in
from game.story.turn import PastTurn, Turn, exchanges

Way = Literal["authored", "blend", "model"]
WAYS: tuple[Way, ...] = get_args(Way)

_MOST_PRESENT = 3
"""People whose words are read ahead: in a crowd nobody knows who will be spoken to."""


class Narrator:
    """Tells turns of one world. asked is the way the player asked for; without, the model's trust says.

    judges are asked for whoever judges what the model says of a turn.
    """

    def __init__(
        self,
        world: World,
        sentences: Sentences,
        model: LanguageModel | None,
        *,
        asked: Way | None = None,
        memory: Memory | None = None,
        judges: Judges = Guard,
    ) -> None:
        self._asked = asked
        self.judges = judges
        self._world = world
        self._sentences = sentences
        self._memory = memory or Memory()
        self._is_world_read = False
        self.model = model
        self._authored = Authored(world, sentences)
        is_asked = asked is not None
        self._blend = Blend(world, sentences, model, judges=judges, is_asked=is_asked) if model else None
        memory = self._memory
        self._modelled = (
            Modelled(world, sentences, model, judges=judges, memory=memory, is_asked=is_asked) if model else None
        )

    def of(self, world: World, sentences: Sentences, *, judges: Judges | None = None) -> Narrator:
        """Return one who tells another world, by the same model and in the way that was asked for; by other judges."""
        return Narrator(world, sentences, self.model, asked=self._asked, judges=judges or self.judges)

    def by(self, model: LanguageModel) -> Narrator:
        """Return one who tells the same world by another model, and remembers what this one does."""
        world, sentences, memory, judges = self._world, self._sentences, self._memory, self.judges
        return Narrator(world, sentences, model, asked=self._asked, memory=memory, judges=judges)

    @property
    def trusted(self) -> frozenset[Job]:
        """Return what the model, if there is one, is trusted with in this world's language."""
        return trust_in(self.model.info if self.model else None, self._world.language).jobs

    @property
    def way(self) -> Way:
        """Return the way the next turn will be told."""
        if self.model is None or self.model.status.phase != "ready" or self._asked == "authored":
            return "authored"
        if not (self.trusted and can_prompt(self._world.language)):  # Where it passed no trial it tells nothing.
            return "authored"
        if self._asked:
            return self._asked
        return "model" if "scene" in self.trusted else "blend"

    def tell(self, turn: Turn, stop: Event, *, way: Way) -> Iterator[Opened | Grew | Done]:
        """Yield the pieces of a telling, and a Done for each thing the model was asked. Raises no ModelError."""
        match way:
            case "blend" if self._blend:
                return self._blend.tell(turn, stop)
            case "model" if self._modelled:
                return self._modelled.tell(turn, stop)
        return self._authored.tell(turn, stop)

    def reminded(self, turn: Turn, recall: Recall, *, way: Way) -> Turn:
        """Return a turn, to be told in a way, with what is recalled for it. Raises SaveError."""
        return self._modelled.reminded(turn, recall) if way == "model" and self._modelled else turn

    def found_by(self, place: str, events: Iterable[GameEvent], passages: Iterable[Passage]) -> tuple[str, ...]:
        """Return the terms by which a told turn in a place is found."""
        return found_by(self._world, self._sentences, place, events, passages)

    def settle(self, past: Callable[[], Sequence[PastTurn]], stop: Event, *, present: Sequence[str] = ()) -> None:
        """Read ahead, while the player reads, what the next turn goes on from; past is asked for it where it matters.

        present are the ids of people who may be spoken to.
        """
        match self.way:
            case "model" if self._modelled:
                self._modelled.settle(past(), stop)
            case "blend" if self.model:
                # The past is read from the disk here, so that the next turn does not wait for it.
                _read(self.model, stop, *self._prefixes, *self._said(past(), present))

    def prepare(self, past: Callable[[], Sequence[PastTurn]], stop: Event, *, present: Sequence[str] = ()) -> None:
        """Read ahead, after settle, what later turns go on from; it loses little by waiting."""
        if self.way == "model" and self.model and self._modelled:
            self._modelled.prepare(past(), stop)
            # Once, and by itself, so that the model can keep it for other runs of this world.
            self._is_world_read = self._is_world_read or _read(self.model, stop, world_prefix(self._world))
            _read(self.model, stop, *self._said(past(), present))

    @property
    def _prefixes(self) -> tuple[Request, ...]:
        """Return the requests that read what touches and lines begin with, and retellings where they are asked for."""
        language = self._world.language
        retelling = (retelling_prefix(language),) if "retelling" in self.trusted else ()
        return (touch_prefix(language), line_prefix(language), *retelling)

    def _said(self, past: Sequence[PastTurn], people: Sequence[str]) -> Iterator[Request]:
        """Yield the requests that read what was said with each of some people."""
        for person in people[:_MOST_PRESENT]:
            yield settled_line_request(person, exchanges(past, person), language=self._world.language)


def _read(model: LanguageModel, stop: Event, *requests: Request) -> bool:
    """Have requests that only read come to their end, if there is time; return whether all have."""
    try:
        return all(not stop.is_set() and is_read(model.reply(request, stop)) for request in requests)
    except ModelError:
        return False
