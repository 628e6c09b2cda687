"""What is made of a long run: which turns are measured, and what their figures are held against."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.llm.choice import ModelChoice
from game.story.model import Done, Message, Request
from tests.bench.beside import RawLoop, UsualWay
from tests.bench.narrating.longrun import LongRun
from tests.bench.narrating.marks import Start, _differences, _firsts, _late, _sentences, _usual, _writing
from tests.bench.narrating.playing import Ahead, begun, lengthen
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
def marks(tmp_path: Path, raw: ActedRaw) -> dict[int, list[Start]]:
    """Return turns measured a round after turns 4 and 30."""
    stage = Stage(everlasting(inn()), ModelChoice("none", tmp_path / "none.gguf"), tmp_path, QUICK)
    model = Recorder(ScriptedModel([TOLD] * 200))
    session = begun(stage, model, "run", ahead := Ahead())
    found = {}
    for mark, usual in ((4, ActedUsual(first_s=4.0)), (30, None)):
        lengthen(session, model, mark)
        found[mark] = [Start(LongRun(session, model, ahead, reading_s=0.0).measured(5, raw, usual), [0], 100.0)]
    session.close()
    return found


def test_turns_are_measured_from_a_round_on(marks: dict[int, list[Start]]) -> None:
    numbers = {mark: [each.told.timed.number for each in start.measured] for mark, (start,) in marks.items()}
    assert {mark: (len(found), found[0]) for mark, found in numbers.items()} == {4: (5, 17), 30: (5, 43)}


def test_the_usual_way_is_asked_at_the_first_mark_alone(marks: dict[int, list[Start]]) -> None:
    asked = [each.usual_s for (start,) in marks.values() for each in start.measured]
    assert asked == [4.0] * 5 + [None] * 5
    assert _usual(marks).against == 4_000


def test_each_mark_has_its_figures_beside_the_raw_loops(marks: dict[int, list[Start]]) -> None:
    figures = [*_firsts(marks), *_sentences(marks)]
    assert [each.figure.split(":")[0] for each in figures] == ["turn 4"] * 2 + ["turn 30"] * 2 + ["turn 4", "turn 30"]
    assert {each.against for each in figures if each.unit == "ms"} == {1_000}
    assert _writing(marks).against == 10


def test_times_are_means_over_starts_of_the_median_turn_of_each(marks: dict[int, list[Start]]) -> None:
    (start,) = marks[4]
    slow = [
        replace(each, raw={**each.raw, "first_s": seconds})
        for each, seconds in zip(start.measured[:3], (3, 3, 9), strict=True)
    ]
    first, *_ = _firsts({4: [start, replace(start, measured=slow), replace(start, measured=[])]})
    assert first.against == 2_000


def test_a_run_that_never_rolled_over_has_no_turn_to_compare_late_ones_with(marks: dict[int, list[Start]]) -> None:
    assert list(_late(marks)) == []


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
