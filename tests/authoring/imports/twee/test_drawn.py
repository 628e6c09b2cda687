"""What a story draws by chance: texts from a table, numbers in a row with a die."""

from __future__ import annotations

import pytest

from tests.authoring.imports.twee.twee import notes, read, remarks, story

SET = {
    "sugarcube": ":: Start\n<<set $sky to either({})>>\nThe sky is $sky.\n[[On|Next]]\n:: Next\nOn.\n",
    "harlowe": ":: Start\n(set: $sky to (either: {}))\nThe sky is $sky.\n[[On->Next]]\n:: Next\nOn.\n",
}


@pytest.mark.parametrize("style", ["sugarcube", "harlowe"])
def test_either_of_several_texts_is_drawn_from_a_table(style: str) -> None:
    text = SET[style].format('"grey", "blue"')
    assert story(text, style=style).tables["table"] == {"any_sky": {"draw": ["grey", "blue"]}}
    assert notes(text, style=style) == []
    assert read(text, style=style)[0] in ("The sky is grey.", "The sky is blue.")


@pytest.mark.parametrize("style", ["sugarcube", "harlowe"])
def test_a_story_that_draws_checks_clean(style: str) -> None:
    assert remarks(SET[style].format('"grey", "blue"'), style=style) == []


def test_equal_texts_are_one_table() -> None:
    twice = ":: Start\n<<set $a to either('x', 'y')>><<set $b to either('x', 'y')>>$a $b [[On|Next]]\n:: Next\nOn.\n"
    assert list(story(twice, style="sugarcube").tables["table"]) == ["any_a"]


def test_either_of_numbers_in_a_row_is_a_die() -> None:
    imported = story(SET["sugarcube"].format("3, 2, 4"), style="sugarcube")
    assert "table" not in imported.tables
    assert "sky = roll(3) + 1" in str(imported.tables)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ("2, 4, 8", "only texts, or numbers in a row, can be drawn from"),
        ('"x", 2', "only texts, or numbers in a row, can be drawn from"),
        ("$a, $b", "only texts, or numbers in a row, can be drawn from"),
    ],
)
def test_other_draws_are_noted(values: str, why: str) -> None:
    noted = [text for _, text in notes(SET["sugarcube"].format(values), style="sugarcube")]
    assert any(text.endswith(why) for text in noted)


def test_a_text_too_long_for_a_fact_is_not_drawn() -> None:
    noted = notes(SET["sugarcube"].format(f'"{"x" * 201}", "y"'), style="sugarcube")
    assert "of 200 characters" in noted[0][1]


def test_what_is_shown_is_not_drawn() -> None:
    shown = notes(":: Start\n<<= either('Yes.', 'No.')>> [[On|Next]]\n:: Next\nOn.\n", style="sugarcube")
    assert shown == [(2, "a value was left out: only what is set can be drawn by chance")]
