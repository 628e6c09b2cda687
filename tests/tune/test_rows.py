"""Examples in files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.errors import DataError
from game.tune.examples import Ambience, Choosing, Saying
from game.tune.rows import rows_in
from tests.tune.made import TOUCH, write_rows


def test_a_row_knows_where_it_stands(tmp_path: Path) -> None:
    _, second = rows_in(write_rows(tmp_path, TOUCH, "", {**TOUCH, "tell": "Rain stops."}))
    assert str(second) == "some/rows.jsonl, line 3"
    assert second.example == Ambience("mill", "dusk", "rain", "calm", "Rain stops.")


def test_a_field_that_has_a_usual_value_may_be_left_out_or_given(tmp_path: Path) -> None:
    rows = rows_in(write_rows(tmp_path, TOUCH, {**TOUCH, "indoors": False}))
    assert [row.example.indoors for row in rows if isinstance(row.example, Ambience)] == [None, False]


def test_words_that_mean_nothing_are_kept(tmp_path: Path) -> None:
    texts = dict.fromkeys(("world", "place", "look", "scene"), "x")
    said = [["go", "Wait"], ["fly", None]]
    row = {"kind": "choosing", **texts, "people": [], "carry": [], "can": ["Wait"], "said": said}
    (found,) = rows_in(write_rows(tmp_path, row))
    assert isinstance(found.example, Choosing)
    assert found.example.said == (Saying("go", "Wait"), Saying("fly", None))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "has no kind that we know; give it one of ambience, line, retelling, scene, choosing, played."),
        ({**TOUCH, "kind": "song"}, "has no kind that we know"),
        ({**TOUCH, "mod": "calm"}, "'mod' is none of its fields (place, hour, weather, mood, tell, indoors)"),
        ({key: text for key, text in TOUCH.items() if key != "tell"}, "'tell' is missing"),
        ({**TOUCH, "tell": 3}, "'tell' has to be a text"),
        ({**TOUCH, "tell": "Rain\x1b falls."}, "'tell' has to be a text, without control characters"),
        ({**TOUCH, "tell": "Rain\ud800 falls."}, "'tell' has to be a text, without control characters"),
        ({**TOUCH, "indoors": "yes"}, "'indoors' has to be true or false"),
        ({"kind": "played", "job": "line", "turn": "", "asked": "Tell it."}, "'asked' has to be a list of messages"),
        ({"kind": "played", "job": "line", "turn": "", "asked": [{"role": "judge"}]}, "a role and a content"),
        ({"kind": "line", "person": "", "voice": "", "mood": "", "knows": "all"}, "'knows' has to be a list of texts"),
    ],
)
def test_a_bad_row_is_one_sentence_that_says_where(row: dict[str, Any] | str, said: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        rows_in(write_rows(tmp_path, TOUCH, row))
    assert str(caught.value).startswith("some/rows.jsonl, line 2")
    assert said in str(caught.value)


@pytest.mark.parametrize("said", [["go"], [["go"]], [["go", 3]], "go"])
def test_what_is_said_has_to_be_pairs(said: Any, tmp_path: Path) -> None:
    texts = dict.fromkeys(("world", "place", "look", "scene"), "x")
    row = {"kind": "choosing", **texts, "people": [], "carry": [], "can": ["Wait"], "said": said}
    with pytest.raises(DataError, match="'said' has to"):
        rows_in(write_rows(tmp_path, row))


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    write_rows(tmp_path, TOUCH)
    (tmp_path / "some" / "rows.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match=r"some/rows\.jsonl cannot be read"):
        rows_in(tmp_path)
