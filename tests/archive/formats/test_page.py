"""Stories as a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from game.archive.formats.page import to_page
from game.archive.retelling import Block, ToldTurn
from tests.archive.formats.kit import WORDS, hostile, story

VOID = {"meta"}
KNOWN = {"html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "main", "section", "kbd"}


class Page(HTMLParser):
    """Keeps the elements that are open, all that were, the ids, and the text of each element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: set[str] = set()
        self.ids: list[str] = []
        self.named: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.add(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.named += [value for name, value in attrs if name == "aria-labelledby" and value]
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data))


def test_a_page_is_whole_and_holds_the_story_in_order() -> None:
    page = Page(to_page(story(ToldTurn(1, "east", (Block("place", "Rain.", "The yard"),)))))
    assert page.open == []
    assert page.texts[-6:] == [
        ("p", "You are wet through."),
        ("h2", "The hall"),
        ("p", "Cold."),
        ("kbd", "east"),
        ("h2", "The yard"),
        ("p", "Rain."),
    ]


def test_nothing_from_a_run_is_markup() -> None:
    text = to_page(hostile())
    page = Page(text)
    assert page.met == KNOWN
    assert "<script" not in text
    assert [each for each in page.texts if each[0] in ("h1", "kbd", "h2")] == [
        ("h1", WORDS), ("h2", "The hall"), ("kbd", WORDS),
    ]  # fmt: skip


@given(st.text())
def test_no_text_breaks_a_page(text: str) -> None:
    page = Page(to_page(story(ToldTurn(1, text, (Block("line", text, text),)), title=text)))
    assert page.open == []
    assert page.met <= KNOWN


def test_each_place_that_is_come_to_is_a_part_with_its_name() -> None:
    again = Block("place", "Cold.", "The hall")
    page = Page(
        to_page(story(ToldTurn(1, "look", (again,)), ToldTurn(2, "east", (Block("place", "Rain.", "The yard"),))))
    )
    assert page.named == page.ids == ["part-1", "part-2"]


def test_a_page_says_its_language_and_that_of_its_own_words() -> None:
    text = to_page(story(title="客栈", language="zh"))
    assert '<html lang="zh">' in text
    assert "<title>客栈</title>" in text
    assert '<p lang="en">inn/anna, begun 2031-05-04T03:02:01+00:00: 0 turns.</p>' in text


def test_a_page_takes_nothing_from_elsewhere_and_is_made_for_dark_and_for_paper() -> None:
    text = to_page(story())
    assert not re.findall(r"<script|<link|<img|@import|url\(|\ssrc=|href=", text)
    assert "prefers-color-scheme:dark" in text
    assert "@media print" in text


def brightness(colour: str) -> float:
    """Return the relative luminance of #rgb or #rrggbb, by WCAG 2."""
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_is_written_stands_out_from_its_ground() -> None:
    for palette in re.findall(r":root\{(?:color-scheme:light dark;)?(--paper[^}]*)\}", to_page(story())):
        colours = dict(each.split(":") for each in palette.split(";"))
        ground = brightness(colours["--paper"])
        for name in ("--ink", "--soft"):
            light, dark = sorted((ground, brightness(colours[name])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 7
