"""What a model is asked for a turn that was played, made again: it is what it was asked when it told the turn."""

from __future__ import annotations

from pathlib import Path

from game.storage.snapshot import Snapshot
from game.story.model import Message
from game.story.narrator import Way
from game.tune.played.asking import Prompt, as_asked, prompts_of
from tests.archive.kit import worlds_of
from tests.scripted import ScriptedModel
from tests.tune.played.kit import asked, play

TOLD = ["You come in.", "A clock ticks.", "Rain taps."]
RULES = Message("system", "Tell it.")
BLEND = ["Rain falls on the dark yard.", "I know it well.", "I know it. It goes by."]


def prompts(file: Path, *, way: Way) -> list[dict[str, Prompt]]:
    """Return what is asked for each turn of a run."""
    with Snapshot(file) as run:
        worlds = worlds_of(run)
        return [prompts_of(run, worlds.played(saved.id), saved, above, way=way) for saved, above in run.turns()]


def test_a_scene_is_asked_for_as_it_was(tmp_path: Path) -> None:
    model = ScriptedModel(TOLD)
    found = prompts(play(tmp_path, "take lamp", "wait", model=model), way="model")
    assert [each["narrator"] for each in found] == [each.messages for each in asked(model, "narrator")]


def test_a_line_and_a_touch_are_asked_for_as_they_were(tmp_path: Path) -> None:
    model = ScriptedModel(BLEND)
    _, spoken, waited = prompts(play(tmp_path, "talk to anna: a bed?", "wait", model=model, way="blend"), way="blend")
    assert spoken["person:anna"] == asked(model, "person:anna")[0].messages
    assert waited["touch"] == asked(model, "touch")[-1].messages


def test_a_second_answer_is_asked_for_with_the_first(tmp_path: Path) -> None:
    model = ScriptedModel(BLEND)
    file = play(tmp_path, "talk to anna: a bed?", "ask anna: and supper?", model=model, way="blend")
    assert prompts(file, way="blend")[2]["person:anna"] == asked(model, "person:anna")[1].messages


def test_history_holds_the_tellings_that_it_uses_now(tmp_path: Path) -> None:
    file = play(tmp_path, "take lamp", "/edit The lamp is yours.", "wait", model=ScriptedModel(TOLD))
    assert "The lamp is yours." in [each.text for each in prompts(file, way="model")[2]["narrator"]]


def test_a_branch_is_asked_for_by_its_own_past(tmp_path: Path) -> None:
    model = ScriptedModel([*TOLD, "A door bangs."])
    file = play(tmp_path, "take lamp", "/undo", "wait", "wait", model=model)
    assert [each["narrator"] for each in prompts(file, way="model")] == [
        each.messages for each in asked(model, "narrator")
    ]


def test_what_the_run_keeps_of_what_was_asked_is_taken_as_it_is(tmp_path: Path) -> None:
    model = ScriptedModel(TOLD)
    with Snapshot(play(tmp_path, "wait", model=model)) as run:
        tellings = run.tellings(2)
    others = {"narrator": (RULES, Message("user", "Other notes.")), "touch": (RULES,)}
    kept = as_asked(others, tellings)
    assert kept["narrator"] == (RULES, asked(model, "narrator")[1].messages[-1])
    assert kept["touch"] == (RULES,)
