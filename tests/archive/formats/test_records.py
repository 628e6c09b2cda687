"""Records as lines of JSON, and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.archive.formats.records import VERSION, record_in, to_lines, version_in
from game.storage.records import Bookmark, Here, Meta, Pick, Record, Setting, Telling, Turn, WorldCopy
from game.story.clean import clean

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NUMBER = st.integers()
RECORDS = st.one_of(
    st.builds(Meta, TEXT, TEXT, NUMBER, NUMBER, TEXT, TEXT),
    st.builds(Turn, NUMBER, st.none() | NUMBER, NUMBER, TEXT, TEXT, TEXT, TEXT),
    st.builds(Telling, NUMBER, NUMBER, TEXT, TEXT, TEXT, NUMBER, TEXT, NUMBER),
    st.builds(Pick, NUMBER, st.none() | NUMBER, st.none() | NUMBER),
    st.builds(Bookmark, TEXT, NUMBER, TEXT),
    st.builds(Setting, TEXT, TEXT),
    st.builds(Here, NUMBER),
    st.builds(WorldCopy, NUMBER, TEXT, st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple)),
)


@given(RECORDS)
def test_any_record_comes_back_equal_and_its_line_is_safe_to_show(record: Record) -> None:
    _, line = to_lines([record])
    assert record_in(line.encode()) == record
    assert clean(line) == line
    assert line.count("\n") == 1


def test_the_first_line_names_the_version() -> None:
    (line,) = to_lines([])
    assert version_in(line.encode()) == VERSION


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "EOF"),
        ("[1]", "object"),
        ('{"here":{"turn":true}}', "here.turn: Input should be a valid integer"),
        ('{"here":{"turn":1.0}}', "here.turn"),
        ('{"here":{}}', "here.turn: Field required"),
        ('{"there":{"turn":1}}', "there: Extra inputs"),
        ('{"here":{"turn":1},"meta":null}', "one key"),
        ('{"here":null}', "no record"),
        ('{"loreloom_run":1}', "no record"),
        ('{"setting":{"name":"a","value":"\\ud800"}}', "Invalid JSON"),
        ("[" * 100_000, "recursion"),
        ('{"here":{"turn":' + "9" * 5000 + "}}", "out of range"),
    ],
    ids=lambda value: value[:30],
)
def test_what_is_no_record_says_why(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        record_in(line.encode())


def test_texts_stay_readable() -> None:
    _, line = to_lines([Setting("way", "雨 \x9b \u202e")])
    assert line == '{"setting":{"name":"way","value":"雨 \\u009b \\u202e"}}\n'
    assert json.loads(line)["setting"]["value"] == "雨 \x9b \u202e"
