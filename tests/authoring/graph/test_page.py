"""Charts as a page."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from game.authoring.graph.chart import Storylet, Way
from game.authoring.graph.page import to_page
from tests.authoring.graph.charts import chart, meadow

VOID = {"meta"}


class Pairs(HTMLParser):
    """Keeps the elements that are open, and the ids met."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_page_is_whole_and_every_id_its_own() -> None:
    pairs = Pairs()
    pairs.feed(re.sub(r"<(rect|line|path)([^>]*)/>", r"<\1\2></\1>", to_page(meadow(3))))
    assert pairs.open == []
    assert len(pairs.ids) == len(set(pairs.ids)) > 0


def test_a_page_takes_nothing_from_elsewhere() -> None:
    page = to_page(meadow(3))
    assert not re.findall(r"<script|<link|<img|@import|url\((?!#)|\ssrc=|href=", page)


def test_a_page_has_title_description_and_language() -> None:
    page = to_page(replace(meadow(2), language="zh", title="盐沼"))
    assert "<title>盐沼: a map</title>" in page
    assert '<meta name="description" content="4 places, 15 scenes, 1 quest and 1 ending.">' in page
    assert '<h1 lang="zh">盐沼</h1>' in page


def test_a_page_says_in_words_what_it_shows() -> None:
    scene = Storylet("bill", "at(a) and x < 2", ("a",), ("row",))
    page = to_page(chart(Way("a", "in", "b", "x < 2", hidden=True), scenes=(scene, Storylet("row", "", None))))
    assert '<span lang="en">in</span> to <span lang="en">the b</span>, hidden, while <code>x &lt; 2</code>' in page
    assert "<code>bill</code>" in page
    assert "leads to <code>row</code>" in page
