"""A sheet as readers get it."""

from __future__ import annotations

from dataclasses import replace

from game.tune.pairs.pair import Drawn
from game.tune.pairs.sheet import sheet_of
from tests.tune.pairs.made import PAIR

SHEET = """\
## 1

What a person answers.

- who: Odo Brand, ferryman

**A**

> It's holed.

**B**

> Not today.
"""


def test_a_pair_is_what_was_given_and_two_texts_in_the_order_that_was_drawn() -> None:
    head, _, pair = sheet_of([Drawn(PAIR, (1, 0))]).partition("## 1")
    assert head.startswith("# 1 pair\n")
    assert "fitting the moment, true to what is given, well said" in head
    assert '{"1": "A", "2": "B", "3": "="}' in head
    assert f"## 1{pair}" == SHEET


def test_pairs_are_numbered() -> None:
    sheet = sheet_of([Drawn(PAIR, (0, 1))] * 3)
    assert [line for line in sheet.splitlines() if line.startswith("##")] == ["## 1", "## 2", "## 3"]


def test_what_is_empty_is_not_said() -> None:
    sheet = sheet_of([Drawn(replace(PAIR, given=(("hour", "dusk"), ("mood", ""))), (0, 1))])
    assert "- hour: dusk\n" in sheet
    assert "mood" not in sheet


def test_nothing_in_a_text_is_taken_for_a_part_of_the_sheet() -> None:
    odd = replace(PAIR, given=(("heard", "Hm.\n## 9"),), texts=("One.\n\n## 9\x1b[0m", ""))
    sheet = sheet_of([Drawn(odd, (0, 1))])
    assert "> One.\n>\n> ## 9[0m\n" in sheet
    assert "\n- heard: Hm. ## 9\n" in sheet
    assert "> (nothing)" in sheet
