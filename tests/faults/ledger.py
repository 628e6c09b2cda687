"""What a player was promised, and whether a run's file holds it.

Knows nothing of how the program that promised was broken.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.rules.actions import parse_action
from game.rules.apply import apply
from game.rules.state import format_state, parse_state
from game.rules.world import World
from game.session.opening import open_session
from game.session.turn_events import Committed, Offered
from game.storage.records import Step
from game.storage.run import RunFile
from game.storage.runs import run_path
from game.storage.seals import seal
from game.story.passages import Opened
from tests.faults.player import ANY, RUN

Key = tuple[str, str | int]


@dataclass(slots=True)
class Ledger:
    """The promises of one run's lives, in order. will holds what was begun since and may have come to pass."""

    turns: dict[int, tuple[int | None, str, str]] = field(default_factory=dict)
    tellings: dict[tuple[int, int], str] = field(default_factory=dict)
    kept: dict[Key, list[Any]] = field(default_factory=dict)
    here: list[int] = field(default_factory=list)
    promises: int = 0

    def read(self, said: list[list[Any]]) -> None:
        """Take in what was said."""
        for line in said:
            self.promises += line[0] in ("turn", "telling", "here", "did")
            match line:
                case ["turn", int(number), parent, words, state]:
                    self.turns[number] = (parent, words, state)
                    self.here = [number]
                case ["telling", int(number), int(alternative), text]:
                    self.tellings[number, alternative] = text
                case ["here", number]:
                    self.here = [number]
                case ["will", "jump", _, number]:
                    self.here.append(number)
                case ["will", kind, name, value]:
                    self.kept.setdefault((kind, name), [None]).append(value)
                case ["did", kind, name, value]:
                    self.kept[kind, name] = [value]

    def check(self, saves: Path, world: World) -> None:
        """Assert that the run in a folder of saves holds every promise, no turn by half, and goes on."""
        file = run_path(saves, world.id, RUN)
        if not file.exists():
            assert not self.turns, "a run is gone"
            return
        with RunFile.open(file) as run:
            run.quick_check()
            tree = {step.id: step for step in run.tree()}
            self._check_turns(run, tree, world)
            self._check_rest(run, tree)
        assert_goes_on(saves, world)
        self.here = []

    def _check_turns(self, run: RunFile, tree: dict[int, Step], world: World) -> None:
        assert self.turns.keys() <= tree.keys(), "a turn is lost"
        states = {number: run.turn(number).state for number in tree}
        for number, (parent, words, state) in self.turns.items():
            assert (tree[number].parent, tree[number].words, seal(states[number])) == (parent, words, state)
        for number, step in tree.items():
            if step.parent is not None:
                outcome = apply(world, parse_state(states[step.parent]), parse_action(step.action))
                assert format_state(outcome.state) == states[number], f"turn {number} is half a turn"

    def _check_rest(self, run: RunFile, tree: dict[int, Step]) -> None:
        found = {(each.turn, each.alternative): each for number in tree for each in run.tellings(number)}
        assert self.tellings.keys() <= found.keys(), "a telling is lost"
        assert all(seal(found[key].text) == text for key, text in self.tellings.items())
        bookmarks = {each.name: each.turn for each in run.kept.bookmarks()}
        for (kind, name), values in self.kept.items():
            if kind == "choice":
                self._check_choice(run, int(name), values)
            else:
                held = run.kept.setting(str(name)) if kind == "setting" else bookmarks.get(str(name))
                assert held in values, f"the {kind} {name} is lost"
        if self.here:
            assert any(_are_near(run.current(), here, tree) for here in self.here), "the player stands elsewhere"

    def _check_choice(self, run: RunFile, turn_id: int, values: list[Any]) -> None:
        """Let a telling be chosen that was not yet promised."""
        chosen = run.chosen_telling(turn_id)
        assert chosen, f"turn {turn_id} is untold"
        is_new = (turn_id, chosen.alternative) not in self.tellings
        assert is_new or chosen.alternative in values or ANY in values


def assert_goes_on(saves: Path, world: World) -> None:
    """Assert that a run is opened, tells the turn it stands at, told before or not, and takes another."""
    session = open_session(world, saves, None, run=RUN)
    try:
        told = list(session.begin())
        assert any(isinstance(event, Opened) and event.passage.text for event in told)
        if not session.state.ending:
            choice = next(event for event in told if isinstance(event, Offered)).choices[0]
            assert any([isinstance(event, Committed) for event in session.submit(choice)])  # noqa: C419 - to its end
    finally:
        session.close()


def _are_near(current: Step, here: int, tree: dict[int, Step]) -> bool:
    """Return whether at most one move, on the disk and not yet promised, lies between the two."""
    return here in (current.id, current.parent) or tree[here].parent == current.id
