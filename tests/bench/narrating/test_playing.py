"""What is timed of a turn, and how a run is made long without computing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.llm.choice import ModelChoice
from game.story.passages import Grew, Opened, Passage
from tests.bench.narrating.playing import ROUND, Ahead, Heard, begun, lengthen, next_words, play
from tests.bench.narrating.recorder import Recorder
from tests.bench.narrating.stage import QUICK, Stage, everlasting
from tests.kit import inn
from tests.scripted import ScriptedModel

TOLD = "The hall is cold. Nobody looks up."


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Return the inn with no endings, and no model of its own."""
    return Stage(everlasting(inn()), ModelChoice("none", tmp_path / "none.gguf"), tmp_path, QUICK)


def heard(*pieces: Opened | Grew) -> Heard:
    """Return what was heard of pieces, one a second."""
    found = Heard()
    for second, piece in enumerate(pieces, start=1):
        found.hear(piece, second)
    return found


def told(text: str) -> Opened:
    return Opened(Passage("telling", text, source="model"))


def test_a_sentence_counts_when_it_is_whole() -> None:
    found = heard(told("The"), Grew(" hall is"), Grew(" cold. No"), Grew("body."))
    assert (found.first_s, found.sentence_s, found.sentence) == (1, 3, "The hall is cold.")


def test_a_sentence_that_goes_on_after_dots_counts_with_all_that_is_shown() -> None:
    found = heard(told("The sea is far out... and grey, and nobody is on it."))
    assert found.sentence == "The sea is far out... and grey, and nobody is on it."


def test_the_authors_words_count_for_nothing() -> None:
    found = heard(Opened(Passage("place", "Rain.")), told("Wet."), Opened(Passage("notice", "A quest is done.")))
    assert (found.first_s, found.kind, found.sentence) == (2, "telling", "Wet.")


def test_only_the_models_first_passage_is_heard() -> None:
    found = heard(told("Rain"), Opened(Passage("line", "Yes.", source="model")), Grew(" No."))
    assert (found.first_s, found.sentence_s) == (1, None)


def test_a_turn_is_timed_from_its_words(stage: Stage) -> None:
    session = begun(stage, ScriptedModel([TOLD] * 9), "one", Ahead())
    timed = play(session, "look")
    assert (timed.sentence, timed.kind, timed.number) == ("The hall is cold.", "telling", session.run.current().depth)
    session.close()


def test_words_that_are_no_turn_give_way(stage: Stage) -> None:
    session = begun(stage, ScriptedModel([TOLD] * 9), "one", Ahead())
    depth = session.run.current().depth
    play(session, "talk to nobody")
    assert session.run.current().depth == depth + 1
    session.close()


def test_a_run_is_lengthened_without_asking_the_model(stage: Stage) -> None:
    scripted = ScriptedModel([TOLD] * 9)
    session = begun(stage, model := Recorder(scripted), "one", Ahead())
    session.resting.result()
    asked = len(scripted.requests)
    lengthen(session, model, 8)
    assert (len(scripted.requests), session.run.current().depth, model.is_prepared) == (asked, 8, False)
    session.close()


def test_the_round_goes_on_where_the_run_is(stage: Stage) -> None:
    session = begun(stage, ScriptedModel([TOLD] * 20), "one", Ahead())
    for _ in ROUND[:2]:
        play(session, next_words(session))
    assert next_words(session) == ROUND[session.run.current().depth - 1]
    session.close()
