"""Files of JSON lines: their language, and what the commands in them lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.story.corpora import corpora_in, language_of, outcome_after, records_in


@pytest.mark.parametrize(
    ("name", "language"),
    [("zh.jsonl", "zh"), ("unseen.zh.jsonl", "zh"), ("en.jsonl", "en"), ("unseen.jsonl", "en"), ("new.xx.jsonl", "en")],
)
def test_a_file_is_named_for_its_language(name: str, language: str) -> None:
    assert language_of(Path(name)) == language


def test_empty_lines_are_no_records(tmp_path: Path) -> None:
    (tmp_path / "en.jsonl").write_text('{"a": 1}\n\n{"a": 2}\n', encoding="utf-8")
    (tmp_path / "README.md").write_text("", encoding="utf-8")
    assert [list(records_in(path)) for path in corpora_in(tmp_path)] == [[{"a": 1}, {"a": 2}]]


def test_a_command_may_be_in_the_corpuss_language_or_in_english() -> None:
    assert outcome_after("cloak-of-darkness", "zh", ("west",)) == outcome_after("cloak-of-darkness", "zh", ("向西走",))


def test_one_that_nobody_understands_says_so() -> None:
    with pytest.raises(ValueError, match="'frobnicate' is not understood in saltmarrow"):
        outcome_after("saltmarrow", "en", ("frobnicate",))
