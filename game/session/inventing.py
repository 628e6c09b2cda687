"""Details that a model makes up for one run: thought of while the player reads, committed before what shows them.

A proposal is made in the time while the player reads, of where they may go next and whom they see, and waits in memory;
no turn ever waits for one. The turn that shows its place or person commits it first, as a turn of its own: so it is on
the disk before a word of it is shown, and the first look has it already. What was made up once is true on every path of
the run: on another branch the same is committed again where it is missed, and no model is asked. Knows nothing of how
a model is asked, or of how a turn is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event, Lock

from game.rules.actions import Action, Invent
from game.rules.apply import apply, is_legal
from game.rules.inventing import kinds_open
from game.rules.state import State
from game.session.ahead.likely import Likely
from game.session.safety import Safety
from game.session.saved import action_of, is_invention
from game.session.standing import Standing
from game.storage.run import RunFile
from game.story.inventing.proposer import Proposer
from game.story.inventing.subjects import in_sight, near, shown
from game.story.inventing.wording import worded
from game.story.narrator import Narrator
from game.story.sentences import Sentences

MOST_AHEAD = 4
"""Places and people that are thought of while one turn is read: for each a model reads some hundreds of tokens."""


class Inventing:
    """What was made up in one run of one world, and what is proposed. rest is called in a thread of its own."""

    def __init__(self, standing: Standing, sentences: Sentences, narrator: Narrator, safety: Safety) -> None:
        self._at = standing
        self._world = world = standing.world
        self._sentences = sentences
        self._narrator = narrator
        self._hidden = safety.hidden
        self._proposer = Proposer(world, sentences, narrator.model, fits=lambda text: not safety.withholds(text))
        self._allows = any(each.invent for table in (world.places, world.people) for each in table.values())
        self._made: dict[str, list[Invent]] | None = None
        self._proposed: dict[str, Invent] = {}
        self._one_at_a_time = Lock()

    def rest(self, stop: Event) -> None:
        """Have details proposed that the next turn may show, until stop is set. Raises SaveError."""
        if not self._allows or self._narrator.way == "authored":
            return
        state = self._at.state
        open_ones = [each for each in near(self._world, state) if kinds_open(self._world, state, each)]
        for subject in open_ones[:MOST_AHEAD]:
            if stop.is_set():
                return
            if self._missed(state, subject) or self._proposals(state, subject):
                continue
            if proposal := self._proposer.propose(state, subject, stop):
                with self._one_at_a_time:
                    self._proposed[subject] = proposal

    def make_up(self, action: Action) -> None:
        """Commit what is made up ahead of a legal action, each detail as a turn of its own. Raises SaveError."""
        for each in self._due(self._at.state, action):
            detail = worded(self._world, self._sentences, each.subject, each.kind, each.detail)
            self._at.move_on(self._hidden(detail), each, apply(self._world, self._at.state, each))
            self._remember(each)

    def with_details(self, likely: Likely) -> Likely:
        """Return a likely turn as it will be played, after what is made up ahead of it. Raises SaveError."""
        state = likely.before
        for each in self._due(state, likely.action):
            state = apply(self._world, state, each).state
        if state is likely.before:
            return likely
        return replace(likely, before=state, outcome=apply(self._world, state, likely.action))

    def _due(self, state: State, action: Action) -> Iterator[Invent]:
        """Yield what is to be committed ahead of an action: what is missed where it leads, and what it shows first."""
        if not self._allows:
            return
        outcome = apply(self._world, state, action)
        missed = [each for subject in in_sight(self._world, outcome) for each in self._missed(state, subject)]
        fresh = [each for subject in shown(self._world, outcome) for each in self._proposals(state, subject)]
        for each in (*missed, *fresh):
            if is_legal(self._world, state, each):
                state = apply(self._world, state, each).state
                yield each

    def _remember(self, made: Invent) -> None:
        known = self._known().setdefault(made.subject, [])
        with self._one_at_a_time:
            known += [] if made in known else [made]
            if self._proposed.get(made.subject) == made:
                del self._proposed[made.subject]

    def _proposals(self, state: State, subject: str) -> list[Invent]:
        """Return what is proposed of a subject and may be made up in a state: one detail, or none."""
        with self._one_at_a_time:
            proposal = self._proposed.get(subject)
        return [proposal] if proposal and is_legal(self._world, state, proposal) else []

    def _missed(self, state: State, subject: str) -> list[Invent]:
        """Return what was made up of a subject on other paths of the run, and is not true in a state yet."""
        return [each for each in self._known().get(subject, ()) if is_legal(self._world, state, each)]

    def _known(self) -> dict[str, list[Invent]]:
        """Return what was made up in the run, which is read once. Raises SaveError."""
        with self._one_at_a_time:
            if self._made is None:
                self._made = _made_in(self._at.run)
            return self._made


def _made_in(run: RunFile) -> dict[str, list[Invent]]:
    made: dict[str, list[Invent]] = {}
    for step in run.tree():
        if is_invention(step) and isinstance(action := action_of(step), Invent):
            first = made.setdefault(action.subject, [])
            first += [action] if all(each.kind != action.kind for each in first) else []
    return made
