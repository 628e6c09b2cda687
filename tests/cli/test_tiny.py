"""The command tune tiny."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from game.tune.tiny import maker

PLAY = "Hear it with: loreloom play cloak-of-darkness --narrator model --model {}"


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the child that acts is to write."""
    monkeypatch.setattr(maker, "NEEDED", ())
    monkeypatch.setattr(maker, "CHILD", "tests.tune.tiny.acted")
    return tmp_path / "tiny.gguf"


def test_the_lesson_has_a_sentence_for_each_stage_and_says_what_to_type_next(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["tune", "tiny", "cloak-of-darkness", "--out", str(out)]) == 0
    printed = capsys.readouterr().out.splitlines()
    begins = [line.partition(" ")[0] for line in printed]
    assert begins[:5] == ["Texts:", "Tokens:", "Model:", "Untaught", "Training:"]
    assert begins[9:] == ["Taught", "Asked", "Asked", "The", "Hear"]
    assert printed[10] == "Asked “Look around” it says: The sea is {a door}."
    assert printed[-1] == PLAY.format(out)


def test_the_curve_falls_as_the_loss_does(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["tune", "tiny", "cloak-of-darkness", "--out", str(out)])
    steps = [line.split() for line in capsys.readouterr().out.splitlines()[6:9]]
    assert [step[:-1] for step in steps] == [["0", "6.94"], ["1", "6.90", "6.40"], ["2", "4.20", "4.09"]]
    first, second, third = (len(step[-1]) for step in steps)
    assert first > second > third > 0


def test_json_has_the_figures_of_each_stage(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tune", "tiny", "cloak-of-darkness", "--out", str(out), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [step["step"] for step in found["steps"]] == [1, 2]
    assert [sample["words"] for sample in found["samples"]] == ["Look around", "Wait"]
    assert (found["before"]["perplexity"], found["after"]["perplexity"]) == (1030.5, 60.0)
    assert found["written"]["path"] == str(out)


def test_a_world_that_is_not_there_is_one_sentence(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tune", "tiny", "saltmarow", "--out", str(out)]) == 1
    assert capsys.readouterr().err == "loreloom: There is no world 'saltmarow'; did you mean 'saltmarrow'?\n"
