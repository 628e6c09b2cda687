"""Examples of play in files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from game.tune.played.formats import to_language_modelling, to_preferences, to_rows
from game.tune.rows import rows_of
from tests.tune.made import PLAYED

PROMPT = [{"role": "system", "content": "Tell it."}, {"role": "user", "content": "Weather: rain."}]
HOSTILE = replace(PLAYED, tell="Rain\u2028falls. 雨\n\nAnd on.", over=())


def test_rows_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    several = [PLAYED, replace(HOSTILE, tell="雨\n\nAnd on.")]
    file.write_text(to_rows(several), encoding="utf-8")
    assert [row.example for row in rows_of(file)] == several


def test_trl_reads_a_conversation_that_ends_in_what_was_liked() -> None:
    (record,) = map(json.loads, to_language_modelling([PLAYED]).splitlines())
    assert record == {"messages": [*PROMPT, {"role": "assistant", "content": "Rain taps."}]}


def test_trl_reads_a_pair_for_each_that_was_liked_less() -> None:
    records = [json.loads(line) for line in to_preferences([PLAYED, HOSTILE]).splitlines()]
    chosen, rejected = ([{"role": "assistant", "content": text}] for text in ("Rain taps.", "It rains a lot."))
    assert records == [{"prompt": PROMPT, "chosen": chosen, "rejected": rejected}]


def test_a_line_is_a_line_whatever_is_told() -> None:
    assert len(to_language_modelling([HOSTILE]).splitlines()) == 1
