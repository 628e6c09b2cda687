"""A run in progress: words go in through submit, a stream of TurnEvents comes out.

Knows nothing of screens, nor of how a model or a file is opened. Everything a player does passes here, in this order:
understood, applied, on the disk, told, the telling stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Event, Lock

from game.errors import SaveError
from game.rules.apply import Outcome, apply
from game.rules.sight import people_here, talking_to
from game.rules.state import State
from game.rules.world import World
from game.session import heap
from game.session.ahead.likely import likely_turns
from game.session.commands.table import command_in, run_command
from game.session.edits import Edited, next_edit, report, unedited
from game.session.inventing import Inventing
from game.session.safety import Safety
from game.session.standing import Standing
from game.session.telling import Tellings
from game.session.turn_events import Answered, Committed, Left, Offered, Reread, Rewound, TurnEvent
from game.session.understanding import Understanding
from game.session.view import View, view_of
from game.story.clean import clean
from game.story.company import in_turn
from game.story.narrator import Narrator
from game.story.offers import offers
from game.story.parser import NotUnderstood, Understood
from game.story.sentences import Sentences, sentences_for
from game.story.splitting import Line

_CLOSING_S = 2.0


def never() -> bool:
    """Look ahead never."""
    return False


class Session:
    """One run of one world. submit and reread are called by one thread at a time; stop by any.

    at is where the player stands, told what was told on the way. edited is what reread asks for the world, and
    may_look_ahead, asked in another thread, whether there is power to tell likely turns ahead; is_author says that
    whoever plays may see what is closed. Who opened the session may put others in their places. notices are said with
    the next that is yielded.
    """

    def __init__(self, sentences: Sentences, standing: Standing, narrator: Narrator) -> None:
        self.sentences = sentences
        self.at = standing
        self.run = standing.run
        self.hinted: Counter[tuple[str, int]] = Counter()
        self.edited: Edited = unedited
        self.may_look_ahead: Callable[[], bool] = never
        self.is_author = False
        self.notices: list[str] = []
        self._stop = Event()
        self.safety = Safety(standing.run)
        self._judges = narrator.judges
        self.told = Tellings(standing, narrator, self._stop, safety=self.safety, sentences=sentences)
        self._understanding = Understanding(standing.world, sentences, narrator)
        self._inventing = Inventing(standing, sentences, narrator, self.safety)
        self.safety.changed = self._narrate
        if self.safety.keeps_back:
            self._narrate()
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
    def world(self) -> World:
        """Return the world as it is now."""
        return self.at.world

    @property
    def state(self) -> State:
        """Return the state the player stands in."""
        return self.at.state

    @property
    def narrator(self) -> Narrator:
        """Return who tells."""
        return self.told.narrator

    def view(self) -> View:
        """Return the moment in words, for a panel."""
        return self.safety.view(view_of(self.world, self.sentences, self.state, turn=self.run.current().depth))

    def name_of(self, speaker: str) -> str:
        """Return the name of a passage's speaker; of one whom the world has lost, the id."""
        person = self.world.people.get(speaker)
        return person.name if person else speaker

    def offered(self) -> Offered:
        """Return the choices of the moment."""
        offered = offers(self.world, self.sentences, self.state)
        partner = talking_to(self.world, self.state)
        choices = tuple(self.safety.hidden(offer.text) for offer in offered)
        return Offered(choices, partner.name if partner else "")

    def begin(self) -> Generator[TurnEvent]:
        """Yield what the player sees first: the opening of a new run, or where an older one stood."""
        with self._turn_of_one():
            yield from self.show()
            yield from self._noticed()
        self._check_file()

    def submit(self, words: str) -> Generator[TurnEvent]:
        """Yield all that follows from a player's words. A committed turn is on the disk before its event is yielded.

        Raises SaveError when the disk fails; the turn is then not played, and the same words may be sent again.
        """
        words = clean(words).strip()
        with self._turn_of_one():
            yield from self._noticed()
            yield from self._with_choices(self._follow(words))

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
        self.told.outlook.drop()
        waited = self._one_at_a_time.acquire(timeout=_CLOSING_S)
        self.run.close()
        heap.release()
        if waited:
            self._one_at_a_time.release()

    def rest(self) -> None:
        """Use the time while the player reads. Returns at once.

        resting is done when what is told ahead was begun; where nothing is, when nothing is left to read ahead.
        """
        self._rest_stop = stop = Event()
        if self._closing.is_set():
            return
        with suppress(RuntimeError):  # closing just now: no more work is taken
            self.resting = self._rest.submit(self._use_the_time, stop)

    def show(self) -> Iterator[TurnEvent]:
        """Yield the current turn's telling, as stored or, where it was never told, as told now, and the choices."""
        saved = self.run.current()
        yield Rewound(saved.depth)
        yield from self.told.shown(saved)
        yield self.offered()

    def _use_the_time(self, stop: Event) -> None:
        """Index what older games told, read what is settled, then have likely turns told; stop is looked at between."""
        with suppress(SaveError):  # it is tried again at the next rest, and a disk that fails is said with the turn
            self.told.index()
        self.narrator.settle(self.told.past.all, stop, present=self._present())
        if stop.is_set():
            return
        with suppress(SaveError):
            self._inventing.rest(stop)  # ahead of what is told ahead, which shows it
        if self.may_look_ahead():  # A choice is likelier than words of one's own, and takes all the time there is.
            likely = likely_turns(self.world, self.sentences, self.state)
            self.told.look_ahead(map(self._inventing.with_details, likely), stop)
            with suppress(RuntimeError):  # closing just now
                self._rest.submit(self._prepare, stop)
        else:
            self._prepare(stop)
            self._understanding.rest(self.state, stop)

    def _prepare(self, stop: Event) -> None:
        """Read what later turns go on from, once all that is told ahead has its first words, for those matter more."""
        self.told.outlook.wait_for_words(stop)
        if not stop.is_set():
            self.narrator.prepare(self.told.past.all, stop, present=self._present())

    def _present(self) -> list[str]:
        return [each.id for each in people_here(self.world, self.state)]

    def _noticed(self) -> Iterator[Answered]:
        while self.notices:
            yield Answered(self.notices.pop(0))

    def _check_file(self) -> None:
        """Read the whole file while the player reads what they see first; damage is said with the next turn."""

        def check() -> None:
            try:
                self.run.quick_check()
            except SaveError as error:
                self.notices.append(str(error))

        with suppress(RuntimeError):  # closing just now
            self._rest.submit(check)

    def _go_on_in(self, world: World) -> Iterator[TurnEvent]:
        self.told.outlook.drop()
        before = self.at.change_world(world)
        self.sentences = self.told.sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)
        self._narrate()
        yield Reread(report(world, before, self.state))
        yield self.offered()

    def _narrate(self) -> None:
        """Have the world told as it may be told now."""
        told, judges = self.safety.told_world(self.world), self.safety.judges(self._judges)
        self.told.narrator = self.narrator.of(told, self.sentences, judges=judges)
        self._understanding = Understanding(self.world, self.sentences, self.narrator)
        self._inventing = Inventing(self.at, self.sentences, self.narrator, self.safety)

    def _follow(self, words: str) -> Iterator[TurnEvent]:
        """Yield what follows from words, out of the world or in it."""
        if self.safety.refuses(words):
            yield Answered(self.sentences.say("withheld_words"))
        elif command := command_in(self.sentences, words):
            self.told.outlook.drop()
            self._understanding.question = None
            yield from run_command(self, command)
        else:
            yield from self._play(words)

    def _with_choices(self, events: Iterator[TurnEvent]) -> Iterator[TurnEvent]:
        """Yield events, and the choices where a question had taken their numbers and they were not offered since."""
        is_due = self._understanding.question is not None
        for event in events:
            is_due = is_due and not isinstance(event, Offered | Left)
            yield event
        if is_due:
            yield self.offered()

    def _play(self, words: str) -> Iterator[TurnEvent]:
        """Play the commands of a line, each a turn of its own, up to one that is not understood or is refused."""
        for each in in_turn(self.world, self.sentences, self.state, words):
            if not (yield from self._play_line(Line(each))):
                return

    def _play_line(self, line: Line) -> Generator[TurnEvent, None, bool]:
        """Play a line; return whether all of it was done."""
        while line.rest and not self._stop.is_set():
            recent = self.at.recent()
            command = line.next(self.world, self.sentences, self.state, recent=recent)
            parsed = self._understanding.read(self.state, command, self._stop, recent=recent)
            if isinstance(parsed, NotUnderstood):
                yield from self._unclear(line.stopped(self.sentences, command, parsed.sentence))
                return False
            outcome = yield from self._do(parsed)
            if line.rest and (outcome.refusal or outcome.state.ending):
                yield Answered(self.safety.hidden(line.left(self.sentences)))
                return False
        return True

    def _unclear(self, why: str) -> Iterator[TurnEvent]:
        """Say why words are not understood, and offer what they may mean where that was asked."""
        yield Answered(self.safety.hidden(why))
        if question := self._understanding.question:
            yield Offered(tuple(self.safety.hidden(each.text) for each in question.options))

    def _do(self, understood: Understood) -> Generator[TurnEvent, None, Outcome]:
        self._inventing.make_up(understood.action)
        before = self.state
        outcome = apply(self.world, before, understood.action)
        saved = self.at.move_on(self.safety.hidden(understood.shown), understood.action, outcome)
        try:
            yield Committed(saved.depth, saved.words, refused=outcome.refusal is not None)
            yield from self.told.tell(saved, before, outcome, way=self.narrator.way)
        finally:
            self.told.outlook.drop()  # also where nobody listened to the end: the other turns can come no more
        yield self.offered()
        return outcome
