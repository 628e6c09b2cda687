"""What is made of a long run: which turns are measured, and what their figures are held against."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.llm.choice import ModelChoice
from game.story.model import Done, Message, Request
from tests.bench.beside import RawLoop, UsualWay
from tests.bench.narrating.longrun import LEAD, LongRun
from tests.bench.narrating.marks import _differences, _firsts, _late, _sentences, _usual, _writing
from tests.bench.narrating.playing import Ahead, begun
from tests.bench.narrating.recorder import Asked, Recorder
from tests.bench.narrating.stage import QUICK, Stage, everlasting
from tests.kit import inn
from tests.scripted import ScriptedModel

TOLD = "The hall is cold. Nobody looks up."
READ = 20


class Acted:
    """Answers every question alike, and remembers it."""

    def __init__(self, **answer: float) -> None:
        self.asked: list[dict[str, Any]] = []
        self._answer = answer

    def ask(self, question: dict[str, Any]) -> dict[str, float]:
        self.asked.append(question)
        return self._answer


class ActedRaw(Acted, RawLoop):
    """A raw loop that takes a second to everything, and finds twice READ tokens new."""


class ActedUsual(Acted, UsualWay):
    """The usual way, which takes four seconds."""


@pytest.fixture
def raw() -> ActedRaw:
    return ActedRaw(first_s=1.0, sentence_s=1.0, tokens_a_second=10.0, new=2 * READ)


@pytest.fixture
def run(tmp_path: Path, raw: ActedRaw) -> LongRun:
    """Return a run with turns measured around turns 4 and 30."""
    stage = Stage(everlasting(inn()), ModelChoice("none", tmp_path / "none.gguf"), tmp_path, QUICK)
    model = Recorder(ScriptedModel([TOLD] * 200))
    run = LongRun(begun(stage, model, "run", ahead := Ahead()), model, ahead, reading_s=0.0)
    run.reach(4, raw, ActedUsual(first_s=4.0))
    run.reach(30, raw)
    run.session.close()
    return run


def test_five_turns_are_measured_from_shortly_before_a_mark(run: LongRun) -> None:
    numbers = {mark: [each.told.timed.number for each in found] for mark, found in run.marks.items()}
    assert {mark: (len(found), found[0]) for mark, found in numbers.items()} == {4: (5, 2), 30: (5, 28)}


def test_between_marks_nothing_is_told_by_the_model(run: LongRun) -> None:
    early = max(each.told.timed.number for each in run.marks[4])
    between = [each.timed.number for each in run.told if early < each.timed.number <= 30 - LEAD]
    assert between == []


def test_the_usual_way_is_asked_at_the_first_mark_alone(run: LongRun) -> None:
    assert [each.usual_s for found in run.marks.values() for each in found] == [4.0] * 5 + [None] * 5
    assert _usual(run).against == 4_000


def test_each_mark_has_its_figures_beside_the_raw_loops(run: LongRun) -> None:
    figures = [*_firsts(run), *_sentences(run)]
    assert [each.figure.split(":")[0] for each in figures] == ["turn 4"] * 2 + ["turn 30"] * 2 + ["turn 4", "turn 30"]
    assert {each.against for each in figures if each.unit == "ms"} == {1_000}
    assert _writing(run).against == 10


def test_a_run_that_never_rolled_over_has_no_turn_to_compare_late_ones_with(run: LongRun) -> None:
    assert list(_late(run)) == []


def asked(*texts: str, max_tokens: int = 220, read: int = READ) -> Asked:
    """Return a request of so many messages, ended when so many tokens of it had been read."""
    request = Request("narrator", tuple(Message("user", text) for text in texts), 7, max_tokens)
    return Asked(request, 0.0, is_ahead=False, done=Done("stop", 100, read, 50, 0.5, 1.0))


def test_what_is_read_of_an_ordinary_turn_is_its_settled_entry_and_its_notes(raw: ActedRaw) -> None:
    settled = asked("fixed", "look", max_tokens=0, read=READ + 1)
    ordinary = [asked("fixed", "notes"), settled, asked("fixed", "look", "notes")]
    rolled = asked("recap", "wait", "notes", read=900)
    assert list(_differences([*ordinary, rolled], raw)) == [1]


def test_a_turn_told_again_from_its_first_word_is_no_ordinary_one(raw: ActedRaw) -> None:
    telling = asked("fixed", "look", "notes")
    assert list(_differences([telling, asked("fixed", "look", "notes", read=READ + 9)], raw)) == []
