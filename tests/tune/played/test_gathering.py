"""What a player liked in one run, as examples."""

from __future__ import annotations

import json
from pathlib import Path

from game.storage.run import RunFile
from game.story.safety.lists import house_lists
from game.story.safety.wishes import wishes_for
from game.tune.played.gathering import NO_MODEL, NO_WORLD, ONLY_DISLIKED, WITHHELD, LeftOut
from tests.scripted import ScriptedModel
from tests.storage.kit import alter
from tests.tune.played.kit import asked, examples, found, play

TOLD = ["You come in.", "A clock ticks.", "Rain taps.", "A dog sighs."]
BLEND = ["Rain falls on the dark yard.", "I know it well.", "I know it. It goes by."]
NO_DOGS = wishes_for("teen", house_lists(), lines=("dog",))


def test_what_was_given_a_plus_is_an_example_with_what_was_asked(tmp_path: Path) -> None:
    model = ScriptedModel(TOLD)
    (one,) = examples(play(tmp_path, "wait", "+", model=model))
    assert (one.why, one.example.job, one.example.turn) == ("rated", "scene", "inn/anna @2")
    assert one.example.asked == asked(model, "narrator")[1].messages
    assert (one.example.tell, one.example.over) == ("A clock ticks.", ())


def test_a_retry_that_the_story_went_on_from_is_liked_over_the_first(tmp_path: Path) -> None:
    (one,) = examples(play(tmp_path, "wait", "/retry", "wait", model=ScriptedModel(TOLD)))
    assert (one.why, one.example.tell, one.example.over) == ("chosen", "Rain taps.", ("A clock ticks.",))


def test_an_edit_is_the_example_and_liked_over_what_was_told(tmp_path: Path) -> None:
    (one,) = examples(play(tmp_path, "wait", "/edit A clock strikes four.", model=ScriptedModel(TOLD)))
    assert (one.why, one.example.tell, one.example.over) == ("edited", "A clock strikes four.", ("A clock ticks.",))


def test_a_plus_is_liked_over_a_minus_of_the_same_turn(tmp_path: Path) -> None:
    (one,) = examples(play(tmp_path, "wait", "-", "/retry", "+", model=ScriptedModel(TOLD)))
    assert (one.why, one.example.over) == ("rated", ("A clock ticks.",))


def test_lines_and_touches_are_examples_of_their_own(tmp_path: Path) -> None:
    model = ScriptedModel(BLEND)
    file = play(tmp_path, "+", "talk to anna: a bed?", "+", "/retry", "-", model=model, way="blend")
    touch, line = (each.example for each in examples(file))
    assert (touch.job, touch.tell) == ("ambience", "Rain falls on the dark yard.")
    assert (line.job, line.tell, line.over) == ("line", "I know it well.", ("I know it. It goes by.",))
    assert line.asked == asked(model, "person:anna")[0].messages


def test_what_the_author_told_is_left_out(tmp_path: Path) -> None:
    assert found(play(tmp_path, "wait", "+", model=None, way="authored")) == [LeftOut(NO_MODEL)]


def test_a_minus_alone_is_left_out(tmp_path: Path) -> None:
    assert found(play(tmp_path, "wait", "-", model=ScriptedModel(TOLD))) == [LeftOut(ONLY_DISLIKED)]


def test_what_is_kept_from_the_player_is_left_out_of_tellings_and_of_prompts(tmp_path: Path) -> None:
    model = ScriptedModel(["You come in.", "A dog sighs.", "Rain taps."])
    file = play(tmp_path, "+", "wait", "+", "wait", "+", model=model)
    assert len(examples(file)) == 3
    assert [type(each) for each in found(file, NO_DOGS)[1:]] == [LeftOut, LeftOut]
    assert found(file, NO_DOGS)[1:] == [LeftOut(WITHHELD), LeftOut(WITHHELD)]


def test_what_every_prompt_of_a_job_begins_with_is_the_games_own_and_keeps_nothing_out(tmp_path: Path) -> None:
    file = play(tmp_path, "talk to anna: a bed?", "+", model=ScriptedModel(BLEND), way="blend")
    (line,) = examples(file, wishes_for("teen", house_lists(), lines=("thieves", "mare")))
    assert "thieves" in " ".join(each.text for each in line.example.asked)


def test_what_was_taken_back_is_no_example(tmp_path: Path) -> None:
    assert found(play(tmp_path, "wait", "+", "/x", model=ScriptedModel(TOLD))) == []


def test_a_run_without_its_world_gives_no_examples(tmp_path: Path) -> None:
    file = play(tmp_path, "wait", "+", model=ScriptedModel(TOLD))
    alter(file, "DELETE FROM worlds")
    assert found(file) == [LeftOut(NO_WORLD)]


def test_text_of_strangers_is_clean(tmp_path: Path) -> None:
    file = play(tmp_path, "wait", model=ScriptedModel(TOLD))
    told = json.dumps([{"kind": "telling", "text": "Rain\x1b[2J.", "title": "", "speaker": "", "source": "model"}])
    with RunFile.open(file) as run:
        run.kept.rate(run.tell(2, told, narrator="model", model="m", seed=1), 1)
    assert [each.example.tell for each in examples(file)] == ["Rain[2J."]
