"""A session played any way there is, left, reloaded and killed: it always stands where a simple model says it does."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from game.errors import SaveError
from game.rules.apply import apply, begin_run
from game.rules.state import State, format_state
from game.session.opening import look_at, open_session
from game.session.reopening import UNDECIDED, Decision
from game.session.session import Session
from game.session.turn_events import Committed, TurnEvent
from game.story.parser import Understood, parse
from tests.faults.extent import LONGEST_S, extent
from tests.faults.player import RUN
from tests.faults.simple import LAMP, RENAMED, Node, shown, told
from tests.scripted import ScriptedModel

WORDS = ("take lamp", "take table", "east", "west", "up", "down", "wait", "pay", "ask for time", "sing", "talk to anna")
NAMES = st.sampled_from(("fog", "quay", "before the storm"))

names, words, numbers = NAMES, st.sampled_from(WORDS), st.integers(0, 99)


class Playing(RuleBasedStateMachine):
    """A run, and beside it the simplest thing that it should be: a tree of turns, and where redo leads from each."""

    steps = 0

    @initialize()
    def begin(self) -> None:
        """Begin a run."""
        self.folder = Path(tempfile.mkdtemp())
        self.lives = self.renamings = 0
        self.world = LAMP
        self.left: list[Session] = []
        self.session = self.open()
        root = Node(1, None, self.session.state, told=[told(self.session.begin())])
        self.tree = {1: root}
        self.here = root
        self.leads: dict[int, int] = {}
        self.marks: dict[str, int] = {}

    def open(self, decision: Decision = UNDECIDED) -> Session:
        """Return the run, opened where the last life of it has left its files."""
        model = ScriptedModel(f"Fog, {number}." for number in range(1_000))
        saves = self.folder / str(self.lives)
        return open_session(self.world, saves, model, run=RUN, seed=7, way="model", decision=decision)

    def say(self, line: str) -> list[TurnEvent]:
        """Submit a line."""
        Playing.steps += 1
        return list(self.session.submit(line))

    def stand(self, turn_id: int) -> None:
        """Stand at a turn; redo leads to it from the opening on."""
        self.here = node = self.tree[turn_id]
        while node.parent is not None:
            self.leads[node.parent] = node.id
            node = self.tree[node.parent]

    @rule(line=words)
    def submit(self, line: str) -> None:
        """Play a turn, if the line is understood and asks for one."""
        parsed = parse(self.world, self.session.sentences, self.here.state, line)
        events = self.say(line)
        assert any(isinstance(event, Committed) for event in events) == isinstance(parsed, Understood)
        if isinstance(parsed, Understood):
            number = max(self.tree) + 1
            state = apply(self.world, self.here.state, parsed.action).state
            self.tree[number] = Node(number, self.here.id, state, parsed.shown, line, [told(events)])
            self.stand(number)

    @rule()
    def undo(self) -> None:
        """Go back a turn."""
        self.say("/undo")
        if self.here.parent is not None:
            self.stand(self.here.parent)

    @rule()
    def redo(self) -> None:
        """Go forward again."""
        self.say("/redo")
        if self.here.id in self.leads:
            self.stand(self.leads[self.here.id])

    @rule(number=numbers)
    def jump(self, number: int) -> None:
        """Go to any turn."""
        turn_id = 1 + number % len(self.tree)
        assert told(self.say(f"/jump #{turn_id}")) == self.tree[turn_id].told[self.tree[turn_id].chosen]
        self.stand(turn_id)

    @rule(name=names)
    def jump_to_bookmark(self, name: str) -> None:
        """Go to a turn that has a name."""
        self.say(f"/jump {name}")
        if name in self.marks:
            self.stand(self.marks[name])

    @rule()
    def retry(self) -> None:
        """Have the turn told anew."""
        text = told(self.say("/retry"))
        if text not in self.here.told:
            self.here.told.append(text)
        self.here.chosen = self.here.told.index(text)

    @rule(number=numbers)
    def edit(self, number: int) -> None:
        """Tell the turn in words of one's own."""
        self.here.told.append(told(self.say(f"/edit So it was, {number}.")))
        self.here.chosen = len(self.here.told) - 1

    @rule(step=st.sampled_from((-1, 1)))
    def choose(self, step: int) -> None:
        """Choose the telling before or after."""
        self.say("/earlier" if step < 0 else "/later")
        if 0 <= self.here.chosen + step < len(self.here.told):
            self.here.chosen += step

    @rule(rating=st.sampled_from(("good", "bad", "none")))
    def rate(self, rating: str) -> None:
        """Say what one thinks of the telling that is shown."""
        self.say(f"/rate {rating}")
        self.here.ratings[self.here.chosen] = {"good": 1, "bad": -1, "none": 0}[rating]

    @rule(name=names)
    def bookmark(self, name: str) -> None:
        """Give the turn a name."""
        self.say(f"/bookmark {name}")
        self.marks[name] = self.here.id

    @rule(name=names)
    def forget(self, name: str) -> None:
        """Take a name away."""
        self.say(f"/forget {name}")
        self.marks.pop(name, None)

    @rule()
    def reload(self) -> None:
        """Leave and come back."""
        self.session.close()
        self.session = self.open()
        assert told(self.session.begin()) == self.here.told[self.here.chosen]

    @rule()
    def look(self) -> None:
        """Look at the run from another window: what is shown is the same, and nothing is changed."""
        looked = look_at(self.world, self.folder / str(self.lives), RUN)
        assert told(looked.begin()) == self.here.told[self.here.chosen]
        assert (looked.state, looked.run.tree()) == (self.here.state, self.session.run.tree())
        with pytest.raises(SaveError, match="only looked at"):
            list(looked.submit("/edit No."))
        looked.close()

    @precondition(lambda self: self.renamings < 3)
    @rule()
    def rename(self) -> None:
        """Come back to find that the author calls the lamp otherwise: every turn is as if it had always been so."""
        self.session.close()
        self.renamings += 1
        self.world, names = RENAMED[self.world.digest]
        self.session = self.open(Decision(names=names))
        for node in self.tree.values():
            node.state = self.played(node)
        assert told(self.session.begin()) == self.here.told[self.here.chosen]

    def played(self, node: Node) -> State:
        """Return the state after a turn, played in the world as it is now; that before it is so already."""
        if node.parent is None:
            return begin_run(self.world, 7).state
        before = self.tree[node.parent].state
        parsed = parse(self.world, self.session.sentences, before, node.line)
        assert isinstance(parsed, Understood)
        return apply(self.world, before, parsed.action).state

    @precondition(lambda self: self.lives < 5)
    @rule()
    def kill(self) -> None:
        """Go on from the files as they are at this moment, as after a death: nobody has closed them."""
        self.left.append(self.session)
        shutil.copytree(self.folder / str(self.lives), self.folder / str(self.lives + 1))
        self.lives += 1
        self.session = self.open()
        assert not self.session.run.was_closed
        assert told(self.session.begin()) == self.here.told[self.here.chosen]

    @invariant()
    def stands_where_it_should(self) -> None:
        """Assert that the run is what the model says."""
        run, here = self.session.run, self.here
        assert (run.current().id, run.current().words, run.current().parent) == (here.id, here.words, here.parent)
        assert run.current().state == format_state(self.session.state) == format_state(here.state)
        assert {step.id: step.parent for step in run.tree()} == {each.id: each.parent for each in self.tree.values()}
        assert [step.id for step, _ in run.path_tellings()] == self.way()
        assert [shown(telling.text) for telling in run.tellings(here.id)] == here.told
        assert {each.alternative - 1: each.rating for each in run.tellings(here.id) if each.rating} == {
            number: rating for number, rating in here.ratings.items() if rating
        }
        assert [shown(telling.text) for _, telling in run.path_tellings() if telling] == [
            self.tree[each].told[self.tree[each].chosen] for each in self.way()
        ]
        assert run.leads() == self.leads
        assert {each.name: each.turn for each in run.kept.bookmarks()} == self.marks

    def way(self) -> list[int]:
        """Return the turns from the opening to here."""
        way, node = [self.here.id], self.here
        while node.parent is not None:
            node = self.tree[node.parent]
            way.insert(0, node.id)
        return way

    def teardown(self) -> None:
        """Leave, and let all files go."""
        for session in (*getattr(self, "left", ()), self.session):
            session.close()
        shutil.rmtree(self.folder)


@pytest.mark.timeout(LONGEST_S)
def test_a_run_is_what_a_simple_model_says(figure: Callable[[str], None]) -> None:
    Playing.steps = 0
    runs, length = extent(40, 150), extent(40, 60)
    run_state_machine_as_test(
        Playing,
        settings=settings(
            max_examples=runs,
            stateful_step_count=length,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    figure(
        f"model: {Playing.steps:,} things asked of runs in any order, through reloads and deaths, 0 unlike the model"
    )
