"""A run in progress: words go in through submit, a stream of TurnEvents comes out.

Knows nothing of screens, nor of how a model or a file is opened. Everything a player does passes here, in this order:
understood, applied, on the disk, told, the telling stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Event, Lock

from game.errors import SaveError
from game.rules.actions import Action, format_action, parse_action
from game.rules.apply import Outcome, apply, begin_run, is_legal
from game.rules.events import format_events, parse_events
from game.rules.state import State, digest, format_state, parse_state
from game.rules.world import World
from game.session import commands
from game.session.edits import Edited, carried_over, next_edit, report, unedited
from game.session.fitting import fitted, fitted_events
from game.session.turn_events import Answered, Committed, Offered, Reread, Rewound, Told, TurnEvent
from game.session.view import View, view_of
from game.storage.records import Turn as Saved
from game.storage.run import RunFile
from game.story.clean import clean
from game.story.model import Done
from game.story.narrator import Narrator, Way
from game.story.offers import offers
from game.story.parser import NotUnderstood, parse
from game.story.passages import Grew, Opened, Passage, format_passages, gather, parse_passages
from game.story.sentences import Sentences, sentences_for
from game.story.turn import PastTurn, Turn, telling_seed

_CLOSING_S = 2.0


class Session:
    """One run of one world. submit, undo and the rest are called by one thread at a time; stop by any.

    edited is what reread asks for the world; who opened the session may put another one in its place.
    """

    def __init__(self, world: World, sentences: Sentences, run: RunFile, narrator: Narrator, *, state: State) -> None:
        self.world = world
        self.sentences = sentences
        self.run = run
        self.narrator = narrator
        self.hinted: Counter[tuple[str, int]] = Counter()
        self.edited: Edited = unedited
        self._state = state
        self._past = _past_of(run)
        self._stop = Event()
        self._rest_stop = Event()
        self._rest = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rest")
        self._closing = Event()
        self._one_at_a_time = Lock()
        self.resting: Future[None] = Future()

    @contextmanager
    def _turn_of_one(self) -> Iterator[None]:
        """Do one thing at a time: what is read ahead gives way, and a stop from before does not count."""
        with self._one_at_a_time:
            self._rest_stop.set()
            self._stop.clear()
            try:
                yield
            finally:
                self.rest()

    @property
    def state(self) -> State:
        """Return the state the player stands in."""
        return self._state

    def view(self) -> View:
        """Return the moment in words, for a panel."""
        return view_of(self.world, self.sentences, self._state, turn=self.run.current().depth)

    def name_of(self, speaker: str) -> str:
        """Return the name of a passage's speaker; of one whom the world has lost, the id."""
        person = self.world.people.get(speaker)
        return person.name if person else speaker

    def offered(self) -> Offered:
        """Return the choices of the moment."""
        return Offered(tuple(offer.text for offer in offers(self.world, self.sentences, self._state)))

    def begin(self) -> Generator[TurnEvent]:
        """Yield what the player sees first: the opening of a new run, or where an older one stood."""
        with self._turn_of_one():
            yield from self.show()

    def submit(self, words: str) -> Generator[TurnEvent]:
        """Yield all that follows from a player's words. A committed turn is on the disk before its event is yielded.

        Raises SaveError when the disk fails; the turn is then not played, and the same words may be sent again.
        """
        words = clean(words).strip()
        with self._turn_of_one():
            if command := commands.named_in(self.sentences, words):
                yield from commands.run_command(self, command)
            else:
                yield from self._play(words)

    def reread(self) -> Generator[TurnEvent]:
        """Go on in the world as its author has edited it; yields nothing where they have not.

        The run's file stays as it is: a state is fitted whenever it is read, so that what an edit takes away and the
        next one brings back is not lost. Raises WorldError where the edited world cannot be played.
        """
        world = next_edit(self.world, self.edited)
        if world is not None:
            with self._turn_of_one():
                yield from self._go_on_in(world)

    def stop(self) -> None:
        """End the telling in progress, within a token; what is told so far stays."""
        self._stop.set()

    def close(self) -> None:
        """End what is in progress and give the run back; everything is saved already.

        A telling in another thread is given a moment to store what it has shown.
        """
        self._closing.set()
        self._stop.set()
        self._rest_stop.set()
        self._rest.shutdown(wait=True, cancel_futures=True)
        waited = self._one_at_a_time.acquire(timeout=_CLOSING_S)
        self.run.close()
        if waited:
            self._one_at_a_time.release()

    def rest(self) -> None:
        """Use the time while the player reads. Returns at once; resting is done when nothing is left to read ahead."""
        past, stop = tuple(self._past), Event()
        self._rest_stop = stop
        if self._closing.is_set():
            return
        with suppress(RuntimeError):  # closing just now: no more work is taken
            self.resting = self._rest.submit(self.narrator.rest, past, stop)

    def show(self) -> Iterator[TurnEvent]:
        """Yield the current turn's telling, as stored or, where it was never told, as told now, and the choices."""
        saved = self.run.current()
        yield Rewound(saved.depth)
        telling = self.run.chosen_telling(saved.id)
        if telling:
            yield from (Opened(passage) for passage in parse_passages(telling.text))
        else:
            yield from self._tell(
                saved, self._replayed(saved), way=self.narrator.way if not saved.parent else "authored"
            )
        yield self.offered()

    def undo(self) -> Saved | None:
        """Step back one turn; return the turn that was undone, or None at the beginning."""
        undone = self.run.current()
        if undone.parent is None:
            return None
        state = self._state_of(self.run.turn(undone.parent))
        self.run.undo()
        self._stand(state)
        return undone

    def redo(self) -> Saved | None:
        """Step forward again along the last used branch; return the turn that was redone, or None."""
        redone = self.run.redo()
        if redone is None:
            return None
        try:
            state = self._state_of(redone)
        except SaveError:
            self.run.undo()
            raise
        self._stand(state)
        return redone

    def retell(self) -> Iterator[TurnEvent]:
        """Yield another telling of the current turn, kept beside the earlier ones and chosen from now on."""
        saved = self.run.current()
        yield Rewound(saved.depth)
        yield from self._tell(saved, self._replayed(saved), way=self.narrator.way)
        yield self.offered()

    def _go_on_in(self, world: World) -> Iterator[TurnEvent]:
        before, self._state = self._state, carried_over(world, parse_state(self.run.current().state))
        self.world = world
        self.sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)
        self.narrator = self.narrator.of(world, self.sentences)
        yield Reread(report(world, before, self._state))
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
        yield from self._tell(saved, self._turn(saved, before, outcome), way=self.narrator.way)
        yield self.offered()

    def _commit(self, shown: str, action: Action, outcome: Outcome) -> Saved:
        events, state = format_events(outcome.events), format_state(outcome.state)
        saved = self.run.commit(shown, format_action(action), events, state)
        self._state = outcome.state
        return saved

    def _replayed(self, saved: Saved) -> Turn:
        """Return a saved turn as it was played: applied once more, or from its events where the world has changed."""
        if saved.parent is None:
            outcome = begin_run(self.world, self._state.seed)
            return self._turn(saved, outcome.state, outcome)
        before = self._state_of(self.run.turn(saved.parent))
        action = parse_action(saved.action)
        if is_legal(self.world, before, action):
            return self._turn(saved, before, apply(self.world, before, action))
        events = fitted_events(self.world, parse_events(saved.events))
        return self._turn(saved, before, Outcome(self._state, events, self._state))

    def _turn(self, saved: Saved, before: State, outcome: Outcome) -> Turn:
        told = len(self.run.tellings(saved.id)) if self._is_told(saved) else 0
        seed = telling_seed(self.run.meta.seed, digest(before), saved.action, told)
        past = self._past[:-1] if self._is_told(saved) else self._past
        return Turn(saved.words, before, outcome, tuple(past), seed)

    def _is_told(self, saved: Saved) -> bool:
        """Return whether the past ends with this turn."""
        return bool(self._past) and self._past[-1].number == saved.depth

    def _tell(self, saved: Saved, turn: Turn, *, way: Way) -> Iterator[TurnEvent]:
        """Yield the telling and store it, also when it is stopped or left half way."""
        pieces: list[Opened | Grew] = []
        replies: list[Done] = []
        try:
            for piece in self.narrator.tell(turn, self._stop, way=way):
                if isinstance(piece, Done):
                    replies.append(piece)
                else:
                    pieces.append(piece)
                    yield piece
        finally:
            # What nobody saw a word of is told anew when the run is opened again.
            if passages := gather(pieces):
                self._keep(saved, turn, passages, way)
        yield Told(way, tuple(replies))

    def _keep(self, saved: Saved, turn: Turn, passages: tuple[Passage, ...], way: Way) -> None:
        info = self.narrator.model.info if self.narrator.model and way != "authored" else None
        self._past = [*turn.past, PastTurn.of(saved.depth, saved.words, passages)]
        self.run.tell(
            saved.id,
            format_passages(passages),
            narrator=way,
            model=info.digest if info else "",
            seed=turn.seed if info else 0,
        )

    def _state_of(self, saved: Saved) -> State:
        """Return a saved turn's state, fitted to the world. Raises SaveError where that cannot be."""
        return fitted(self.world, parse_state(saved.state))

    def _stand(self, state: State) -> None:
        self._state = state
        self._past = _past_of(self.run)


def _past_of(run: RunFile) -> list[PastTurn]:
    """Return the told turns of the path to the current one."""
    return [
        PastTurn.of(step.depth, step.words, parse_passages(told.text)) for step, told in run.path_tellings() if told
    ]
