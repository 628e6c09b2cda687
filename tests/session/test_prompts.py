"""A prompt never goes back: of every turn only what is new is read, and what is to come is read ahead of its need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.session.opening import open_session
from game.story.rolling import EPOCH
from tests.kit import inn
from tests.llm.conftest import tiny_path, tiny_weights  # noqa: F401 - fixtures
from tests.llm.hosts import PATIENCE_S, started
from tests.reading import HostReader, Read, Reader, ReadingModel, SlotsReader, common

WINDOW, CELLS = 4096, 6144
WORLD = inn()
TEXTS = ("Rain beats on the panes, and the clock says nothing of the hour. ", "Anna sighs. ", "A board creaks. ")


@dataclass(frozen=True)
class TurnRead:
    """What was read of one turn: its telling, the settled history after it, and the one that is to come."""

    settled: Read
    telling: Read | None
    coming: Read | None


class Table:
    """A run that a reading model tells, and words to play it with that end it never."""

    def __init__(self, saves: Path, weights: Weights, reader: Reader, *, seed: int) -> None:
        self.random = Random(seed)
        told = ["".join(self.random.choices(TEXTS, k=self.random.randint(1, 4))) for _ in range(1_000)]
        self.model = ReadingModel(Template(weights), reader, told, window=WINDOW)
        self.session = open_session(WORLD, saves, self.model, run="test", seed=7, way="model")
        list(self.session.begin())
        self.session.resting.result()

    def play(self, words: str) -> list[Read]:
        """Submit words, and let all be read that there is to read ahead; return what was read."""
        begun = len(self.model.reads)
        list(self.session.submit(words))
        self.session.resting.result()
        return self.model.reads[begun:]

    def turn(self) -> TurnRead:
        """Play a turn."""
        reads = self.play(self.choose())
        found = {"telling" if each.is_telling else each.request.slot: each for each in reads}
        assert len(found) == len(reads)
        return TurnRead(found["narrator"], found.get("telling"), found.get("narrator:coming"))

    def choose(self) -> str:
        """Return words for a turn; a person's prompt has too many letters where each of them is a token."""
        offered = [each for each in self.session.offered().choices if not each.startswith(("Go up", "Talk"))]
        return self.random.choice(["look", "wait", *offered])


@contextmanager
def reading(name: str, file: Path) -> Iterator[Reader]:
    """Yield a reader that holds nothing yet: the worker's slots alone, or a whole worker of its own."""
    if name == "slots":
        yield SlotsReader(cells=CELLS)
    else:
        with started(file, file.with_name(f"{name}.log")) as host:
            assert host.wait(PATIENCE_S), host.status
            yield HostReader(host)


@pytest.fixture(scope="module", params=[("slots", EPOCH + 20), ("worker", 100)], ids=["slots", "worker"])
def turns(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    tiny_path: Path,  # noqa: F811
    tiny_weights: Weights,  # noqa: F811
) -> list[TurnRead]:
    """Return what was read of the turns of a run that goes straight on, for tests that look at it."""
    name, count = request.param
    with reading(name, tiny_path) as reader:
        table = Table(tmp_path_factory.mktemp(name), tiny_weights, reader, seed=1)
        turns = [table.turn() for _ in range(count)]
        table.session.close()
    return turns


@pytest.fixture(params=["slots", "worker"])
def table(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    tiny_path: Path,  # noqa: F811
    tiny_weights: Weights,  # noqa: F811
) -> Iterator[Table]:
    """Yield a table to play at."""
    with reading(request.param, tiny_path) as reader:
        table = Table(tmp_path, tiny_weights, reader, seed=2)
        yield table
        table.session.close()


def is_longer(after: Read, before: Read) -> bool:
    """Return whether a prompt begins with all of another."""
    return after.prompt[: len(before.prompt)] == before.prompt


def test_of_an_ordinary_turn_its_notes_and_its_entry_are_read_and_nothing_else(turns: list[TurnRead]) -> None:
    for before, after in pairwise(turns):
        if after.telling:
            assert is_longer(after.telling, before.settled)
            assert after.telling.tokens == len(after.telling.prompt) - len(before.settled.prompt)
        if is_longer(after.settled, before.settled):
            assert after.settled.tokens <= len(after.settled.prompt) - len(before.settled.prompt)


def test_where_the_window_rolls_over_no_more_is_read_than_on_any_turn(turns: list[TurnRead]) -> None:
    rolled = [(before, after) for before, after in pairwise(turns) if not is_longer(after.settled, before.settled)]
    assert len(rolled) >= 8
    for before, after in rolled:
        assert before.coming is not None
        assert is_longer(after.settled, before.coming)
        assert after.settled.tokens == len(after.settled.prompt) - len(before.coming.prompt)


def test_what_is_to_come_is_read_a_turn_at_a_time(turns: list[TurnRead]) -> None:
    grown = [(one.coming, two.coming, two) for one, two in pairwise(turns) if one.coming and two.coming]
    for before, coming, turn in grown:
        if is_longer(coming, before):
            entry = len(coming.prompt) - len(before.prompt)
            assert coming.tokens <= entry
            assert turn.settled.prompt[-entry:] == coming.prompt[-entry:]
    assert sum(is_longer(coming, before) for before, coming, _ in grown) > 40
    assert max(coming.tokens for before, coming, _ in grown if not is_longer(coming, before)) < WINDOW // 3


def test_both_histories_leave_room_for_people_and_for_what_is_told_ahead(turns: list[TurnRead]) -> None:
    for turn in turns:
        shared = common(turn.settled.prompt, turn.coming.prompt) if turn.coming else 0
        both = len(turn.settled.prompt) + len(turn.coming.prompt if turn.coming else ()) - shared
        assert both <= CELLS - 1_000 - WINDOW // 4


def test_after_any_move_only_what_differs_from_all_that_is_held_is_read(table: Table) -> None:
    held: dict[str, list[int]] = {}
    for read in table.model.reads:
        held[read.request.slot] = read.prompt
    for _ in range(120):
        for read in table.play(move(table)):
            wanted = read.prompt[:-1] if read.request.max_tokens else read.prompt
            assert read.kept >= max(common(wanted, each) for each in held.values())
            held[read.request.slot] = read.prompt


def move(table: Table) -> str:
    """Return a turn's words, or a command that goes somewhere else in the tree of turns or of tellings."""
    if table.random.random() < 0.6:
        return table.choose()
    turns = len(table.session.run.tree())
    edit = f"/edit {table.random.choice(TEXTS)}"
    return table.random.choice(
        ["/undo", "/redo", "/retry", "/earlier", "/later", edit, f"/jump @{table.random.randint(1, turns)}"]
    )


def test_what_a_hurried_player_left_unread_is_read_at_the_next_rest(table: Table) -> None:
    for _ in range(12):
        table.model.is_hurried = True
        hurried = [table.play(table.choose()) for _ in range(2)]
        assert all(read.is_telling for reads in hurried for read in reads)
        table.model.is_hurried = False
        before, after = table.turn(), table.turn()
        assert after.settled.tokens <= max(len(after.settled.prompt) - len(before.settled.prompt), WINDOW // 8)


def test_a_run_that_is_opened_again_has_the_same_prompts(tmp_path: Path, tiny_weights: Weights) -> None:  # noqa: F811
    table = Table(tmp_path, tiny_weights, SlotsReader(cells=CELLS), seed=1)
    *_, played = (table.turn() for _ in range(40))
    table.session.close()
    again = Table(tmp_path, tiny_weights, SlotsReader(cells=CELLS), seed=2)
    settled, *coming, _world = (read.prompt for read in again.model.reads)
    assert settled == played.settled.prompt
    assert coming == ([played.coming.prompt] if played.coming else [])
