"""The commands tune pairs write and tune pairs score."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import preferred
from game.cli.app import run
from game.tune.pairs.key import key_text, read_key
from tests.llm.tiny_gguf import write_llama
from tests.tune.pairs.made import KEY

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What writes six pairs of a model's file, by a child that acts."""
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(preferred, "CHILD", "tests.tune.pairs.acted")
    (adapter := tmp_path / "adapter.gguf").write_bytes(b"GGUF")
    options = ["--model", str(write_llama(tmp_path / "tiny.gguf")), "--adapter", str(adapter), "--pairs", "6"]
    return ["tune", "pairs", "write", str(tmp_path / "sheet.md"), *options]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A key, and two readers' answers to it."""
    (key := tmp_path / "key.json").write_text(key_text(KEY), encoding="utf-8")
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text('{"1": "A", "2": "B", "3": "=", "4": "A"}', encoding="utf-8")
    second.write_text('{"1": "A", "2": "B", "3": "A", "4": "A"}', encoding="utf-8")
    return [str(each) for each in (key, first, second)]


def test_a_sheet_and_its_key_are_written_and_the_sheet_does_not_say_whose_texts_they_are(
    asked: list[str], tmp_path: Path, capsys: Capture
) -> None:
    assert run(asked) == 0
    sheet = (tmp_path / "sheet.md").read_text(encoding="utf-8")
    key = read_key(tmp_path / "sheet-key.json")
    assert sheet.count("\n**A**\n") == len(key.pairs) == 6
    assert not any(word in sheet for word in ("untaught", *key.made_with.values()))
    assert [each.kind for each in key.pairs].count("line") == 3
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("6 pairs in ")
    assert printed[1] == "Told alike, so that they make no pair: 1 of 8 moments."


def test_the_key_says_whose_texts_they_are(asked: list[str], tmp_path: Path) -> None:
    run([*asked, "--key", str(tmp_path / "apart" / "key.json"), "--seed", "5"])
    key, lines = read_key(tmp_path / "apart" / "key.json"), (tmp_path / "sheet.md").read_text().splitlines()
    texts = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
    assert key.seed == 5
    assert [text.split()[0].lower() for text in texts] == [
        {"untaught": "before", "taught": "after"}[side] for each in key.pairs for side in (each.a, each.b)
    ]
    assert {"model", "model_sha256", "adapter", "adapter_sha256"} == set(key.made_with)


def test_nothing_is_written_over(asked: list[str], tmp_path: Path, capsys: Capture) -> None:
    (key := tmp_path / "sheet-key.json").write_text("{}")
    assert run(asked) == 1
    assert "sheet-key.json is there already, and is not written over" in capsys.readouterr().err
    assert (key.read_text(), (tmp_path / "sheet.md").exists()) == ("{}", False)


def test_what_is_all_told_alike_makes_no_sheet(
    asked: list[str], tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTED", "tells alike")
    assert run(asked) == 1
    assert capsys.readouterr().err == "loreloom: There is nothing to compare: nothing was told, or all of it alike.\n"
    assert not (tmp_path / "sheet-key.json").exists()


def test_what_readers_preferred_is_a_table(files: list[str], capsys: Capture) -> None:
    assert run(["tune", "pairs", "score", *files]) == 0
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert printed[0] == ["4", "pairs:", "taught", "preferred", "to", "untaught"]
    assert printed[3] == ["first", "reader", "2", "1", "1", "50.0%", "15.0%", "and", "85.0%"]
    assert printed[5][:5] == ["both", "2", "1", "1", "50.0%"]
    assert [row[:2] for row in printed[6:8]] == [["both,", "ambience"], ["both,", "line"]]
    assert printed[9][:7] == ["Both", "give", "the", "same", "answer", "to", "75.0%;"]


def test_what_they_preferred_is_json(files: list[str], capsys: Capture) -> None:
    run(["tune", "pairs", "score", *files, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["preferred"]["both"]["won"], found["preferred"]["second reader"]["share"]) == (2, 0.75)
    assert (found["sides"], found["agreed"]) == (["untaught", "taught"], 0.75)


def test_answers_that_are_none_are_one_sentence(files: list[str], capsys: Capture) -> None:
    key, first, _ = files
    assert run(["tune", "pairs", "score", key, first, key]) == 1
    assert capsys.readouterr().err.startswith("loreloom: key.json holds no answers such as are asked for; write {")
