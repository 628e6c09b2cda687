"""A file of tellings that is not one of ours is measured whole."""

from __future__ import annotations

from pathlib import Path

from tests.bench.voice.guard import measure_file
from tests.story.tellings.corpus import corpora


def test_all_rows_of_a_file_are_counted_under_its_name(tmp_path: Path) -> None:
    lines = corpora()[0].read_text(encoding="utf-8").splitlines()
    (file := tmp_path / "unseen.en.jsonl").write_text("\n".join(lines[:12]), encoding="utf-8")
    figures = {each.figure for each in measure_file(file)}
    assert "all: unseen.en false held" in figures
    assert not any("developed" in figure for figure in figures)
