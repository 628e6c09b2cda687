"""A run in progress: words go in through submit, a stream of TurnEvents comes out.

Knows nothing of screens, nor of how a model or a file is opened. Everything a player does passes here, in this order:
understood, applied, on the disk, told, the telling stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Event, Lock

from game.rules.actions import Action, format_action
from game.rules.apply import Outcome, apply
from game.rules.events import format_events, parse_events
from game.rules.state import State, digest, format_state, parse_state
from game.rules.world import World
from game.session import commands
from game.session.turn_events import Answered, Committed, Offered, Rewound, Told, TurnEvent
from game.session.view import View, view_of
from game.storage.records import Turn as Saved
from game.storage.run import RunFile
from game.story.clean import clean
from game.story.model import Done
from game.story.narrator import Narrator
from game.story.offers import offers
from game.story.parser import NotUnderstood, parse
from game.story.passages import Grew, Opened, Passage, format_passages, gather, parse_passages
from game.story.sentences import Sentences
from game.story.turn import PastTurn, Turn, telling_seed


class Session:
    """One run of one world. submit, undo and the rest are called by one thread at a time; stop by any."""

    def __init__(self, world: World, sentences: Sentences, run: RunFile, narrator: Narrator, *, state: State) -> None:
        self.world = world
        self.sentences = sentences
        self.run = run
        self.narrator = narrator
        self._state = state
        self._past = _past_of(run)
        self._stop = Event()
        self._rest_stop = Event()
        self._rest = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rest")
        self._one_at_a_time = Lock()
        self.resting: Future[None] = Future()

    @contextmanager
    def _turn_of_one(self) -> Iterator[None]:
        """Do one thing at a time: what is read ahead gives way, and a stop from before does not count."""
        with self._one_at_a_time:
            self._rest_stop.set()
            self._stop.clear()
            yield
            self.rest()

    @property
    def state(self) -> State:
        """Return the state the player stands in."""
        return self._state

    def view(self) -> View:
        """Return the moment in words, for a panel."""
        return view_of(self.world, self.sentences, self._state, turn=self.run.current().depth)

    def offered(self) -> Offered:
        """Return the choices of the moment."""
        return Offered(tuple(offer.text for offer in offers(self.world, self.sentences, self._state)))

    def begin(self) -> Iterator[TurnEvent]:
        """Yield what the player sees first: the opening of a new run, or where an older one stood."""
        with self._turn_of_one():
            yield from self.show()

    def submit(self, words: str) -> Iterator[TurnEvent]:
        """Yield all that follows from a player's words. A committed turn is on the disk before its event is yielded.

        Raises SaveError when the disk fails; the turn is then not played, and the same words may be sent again.
        """
        words = clean(words).strip()
        with self._turn_of_one():
            if words.startswith("/"):
                yield from commands.run_command(self, words)
            else:
                yield from self._play(words)

    def stop(self) -> None:
        """End the telling in progress, within a token; what is told so far stays."""
        self._stop.set()

    def close(self) -> None:
        """End what is in progress and give the run back; everything is saved already."""
        self._stop.set()
        self._rest_stop.set()
        self._rest.shutdown(wait=True, cancel_futures=True)
        self.run.close()

    def rest(self) -> None:
        """Use the time while the player reads. Returns at once; resting is done when nothing is left to read ahead."""
        past, self._rest_stop = tuple(self._past), Event()
        with suppress(RuntimeError):  # closing: no more work is taken
            self.resting = self._rest.submit(self.narrator.rest, past, self._rest_stop)

    def show(self) -> Iterator[TurnEvent]:
        """Yield the current turn's telling, as stored or, where it was never told, as told now, and the choices."""
        saved = self.run.current()
        yield Rewound(saved.depth)
        telling = self.run.chosen_telling(saved.id)
        if telling:
            yield from (Opened(passage) for passage in parse_passages(telling.text))
        elif saved.parent is None:
            yield from self._tell(saved, self._turn(saved, before=self._state))
        else:
            yield from self._tell(saved, self._turn(saved, before=self._before(saved)), authored=True)
        yield self.offered()

    def undo(self) -> Saved | None:
        """Step back one turn; return the turn that was undone, or None at the beginning."""
        undone = self.run.current()
        return undone if self._stand_at(self.run.undo()) else None

    def redo(self) -> Saved | None:
        """Step forward again along the last used branch; return the turn that was redone, or None."""
        redone = self.run.redo()
        return redone if self._stand_at(redone) else None

    def retell(self) -> Iterator[TurnEvent]:
        """Yield another telling of the current turn, kept beside the earlier ones and chosen from now on."""
        saved = self.run.current()
        before = self._state if saved.parent is None else self._before(saved)
        alternative = len(self.run.tellings(saved.id))
        self._past = self._past[:-1]
        yield Rewound(saved.depth)
        yield from self._tell(saved, self._turn(saved, before=before, alternative=alternative))
        yield self.offered()

    def _play(self, words: str) -> Iterator[TurnEvent]:
        parsed = parse(self.world, self.sentences, self._state, words)
        if isinstance(parsed, NotUnderstood):
            yield Answered(parsed.sentence)
            return
        before = self._state
        outcome = apply(self.world, before, parsed.action)
        saved = self._commit(parsed.shown, parsed.action, outcome)
        yield Committed(saved.depth, parsed.shown, refused=outcome.refusal is not None)
        yield from self._tell(saved, self._turn(saved, before=before))
        yield self.offered()

    def _commit(self, shown: str, action: Action, outcome: Outcome) -> Saved:
        events, state = format_events(outcome.events), format_state(outcome.state)
        saved = self.run.commit(shown, format_action(action), events, state)
        self._state = outcome.state
        return saved

    def _turn(self, saved: Saved, *, before: State, alternative: int = 0) -> Turn:
        outcome = Outcome(self._state, parse_events(saved.events))
        seed = telling_seed(self.run.meta.seed, digest(before), saved.action, alternative)
        return Turn(saved.words, before, outcome, tuple(self._past), seed)

    def _tell(self, saved: Saved, turn: Turn, *, authored: bool = False) -> Iterator[TurnEvent]:
        """Yield the telling and store it, also when it is stopped or left half way."""
        way = "authored" if authored else self.narrator.way
        tell = self.narrator.tell_authored(turn) if authored else self.narrator.tell(turn, self._stop)
        pieces: list[Opened | Grew] = []
        replies: list[Done] = []
        try:
            for piece in tell:
                if isinstance(piece, Done):
                    replies.append(piece)
                else:
                    pieces.append(piece)
                    yield piece
        finally:
            self._keep(saved, turn, gather(pieces), way)
        yield Told(way, tuple(replies))

    def _keep(self, saved: Saved, turn: Turn, passages: tuple[Passage, ...], way: str) -> None:
        info = self.narrator.model.info if self.narrator.model and way != "authored" else None
        self._past.append(PastTurn.of(saved.words, passages))
        self.run.tell(
            saved.id, format_passages(passages), narrator=way, model=info.digest if info else "", seed=turn.seed
        )

    def _before(self, saved: Saved) -> State:
        return parse_state(self.run.turn(saved.parent or saved.id).state)

    def _stand_at(self, saved: Saved | None) -> bool:
        if saved is None:
            return False
        self._state = parse_state(saved.state)
        self._past = _past_of(self.run)
        return True


def _past_of(run: RunFile) -> list[PastTurn]:
    """Return the told turns of the path to the current one."""
    return [PastTurn.of(step.words, parse_passages(told.text)) for step, told in run.path_tellings() if told]
