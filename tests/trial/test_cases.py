"""The cases that come with the game: each means what it is to mean, in every language that has a folder."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from game.llm.trials import EDITION
from game.rules.apply import legal_actions
from game.story.abilities import JOBS, Job
from game.story.parser import Understood, parse
from game.story.tellers.modelled import NOTED
from game.trial import scenes
from game.trial.bars import bars_of
from game.trial.cases import Cases, Wording, cases_in, languages
from game.trial.trial import LEAST

EN = cases_in("en")
EDITIONS = {1: "8980a6e34586", 2: "c169130d3b25"}
"""The beginning of the SHA-256 of what each edition asks, and of its bars."""


@pytest.fixture(params=list(languages()))
def cases(request: pytest.FixtureRequest) -> Cases:
    return cases_in(str(request.param))


@pytest.mark.parametrize("wording", EN.wordings, ids=lambda each: each.words)
def test_words_are_such_as_the_classic_commands_leave_open(wording: Wording) -> None:
    parsed = parse(EN.ground.world, EN.ground.sentences, EN.ground.after(wording.after), wording.words)
    assert not isinstance(parsed, Understood)
    assert parsed.open


@pytest.mark.parametrize("wording", [each for each in EN.wordings if each.means], ids=lambda each: each.words)
def test_what_words_mean_can_be_done(wording: Wording) -> None:
    state = EN.ground.after(wording.after)
    assert EN.ground.action(state, wording.means) in legal_actions(EN.ground.world, state)


def test_every_question_can_be_asked_and_half_of_them_be_answered(cases: Cases) -> None:
    turns = [cases.ground.talk(each.after, each.person, each.heard) for each in cases.questions]
    assert all(turn.outcome.refusal is None for turn in turns)
    assert sum(bool(each.answers) for each in cases.questions) * 2 == len(cases.questions)


def test_every_scene_has_notes_to_tell_it_from(cases: Cases) -> None:
    turns = [cases.ground.turn(each.after, each.words) for each in cases.deeds]
    assert all(scenes.notes_of(cases.ground, turn) for turn in turns)
    assert "line" not in NOTED


def test_a_slow_model_is_asked_something_of_every_kind(cases: Cases) -> None:
    assert {bool(each.answers) for each in cases.questions[:LEAST]} == {True, False}
    if cases.wordings:  # Where a model chooses nothing there are none.
        assert {bool(each.means) for each in cases.wordings[:LEAST]} == {True, False}
    assert {each.indoors for each in cases.skies[:LEAST]} == {True, False}


@pytest.mark.parametrize("job", JOBS)
def test_each_bar_lies_on_one_side_and_has_its_reason(job: Job) -> None:
    for bar in bars_of(job).values():
        assert (bar.least is None) != (bar.most is None)
        assert 0 < bar.share < 1
        assert bar.because


def test_what_a_command_means_is_looked_at() -> None:
    with pytest.raises(ValueError, match="'dance' is not understood in The Nine-Forty"):
        EN.ground.action(EN.ground.after(()), "dance")


def test_what_a_trial_asks_is_what_its_edition_asked() -> None:
    """Whoever changes a case or a bar counts on EDITION, and puts what this prints into EDITIONS."""
    folder = Path(str(files("game.trial")))
    texts = [file.read_bytes() for file in sorted(folder.rglob("*.toml"))]
    assert sha256(b"".join(texts)).hexdigest()[:12] == EDITIONS[EDITION]
