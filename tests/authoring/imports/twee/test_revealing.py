"""Links that show words in place: choices that tell them, and leave the scene open."""

from __future__ import annotations

import pytest

from tests.authoring.imports.twee.twee import labels, notes, read, remarks, scene, story

SHOWING = {
    "sugarcube": "<<link 'Look'>>It is dark {here}.<</link>>",
    "harlowe": "(link: 'Look')[It is dark here.]",
}
STYLES = sorted(SHOWING)


def passage(style: str, more: str = "[[On|Next]]") -> str:
    """Return a story whose first passage has a link that shows words."""
    return f":: Start\nA room.\n\n{SHOWING[style]}\n{more}\n:: Next\nOver.\n"


@pytest.mark.parametrize("style", STYLES)
def test_what_a_link_shows_is_told_when_it_is_taken(style: str) -> None:
    first, then = read(passage(style, "[[On->Next]]"), "Look", style=style)
    assert "dark" not in first
    assert then.replace("{here}", "here") == "It is dark here."


@pytest.mark.parametrize("style", STYLES)
def test_it_is_shown_once_and_the_other_ways_stay_open(style: str) -> None:
    assert labels(passage(style, "[[On->Next]]"), style=style) == ["Look", "On"]
    assert labels(passage(style, "[[On->Next]]"), "Look", style=style) == ["On"]
    assert notes(passage(style, "[[On->Next]]"), style=style) == []
    assert remarks(passage(style, "[[On->Next]]"), style=style) == []


def test_a_link_that_is_shown_under_a_condition_is_a_choice_under_it() -> None:
    text = ":: Start\nA room.\n<<if $a is 1>><<link 'Look'>>Dark.<</link>><</if>>\n[[On|Next]]\n:: Next\nOver.\n"
    [look, _] = scene(text, style="sugarcube")["choice"]
    assert look == {"text": "Look", "when": "a == 1", "tell": "Dark.", "stay": True}


def test_an_ending_shows_it_at_once_and_says_so() -> None:
    text = ":: Start\nA room. <<link 'Look'>>Dark.<</link>>\n"
    assert read(text, style="sugarcube")[0].endswith("A room. Look Dark.")
    assert notes(text, style="sugarcube") == [(2, "what the link 'Look' shows is shown at once")]


def test_a_passage_that_only_tells_still_ends_where_its_links_fail() -> None:
    text = passage("sugarcube", "<<if $a is 1>>[[On|Next]]<</if>>")
    assert [each["text"] for each in scene(text, style="sugarcube")["choice"]] == ["Look", "On", "The end"]
    assert story(text, style="sugarcube").tables["ending"][-1]["title"] == "The end"
