"""Markdown, read back by a parser of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from game.archive.formats.markdown import literal, to_markdown
from game.archive.retelling import Block, ToldTurn
from game.story.clean import clean
from tests.archive.formats.kit import WORDS, hostile, story

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = "\\`*_[]<>&~|$-+=#.)(!1 \t\nab雨\"':/"


def inline(text: str) -> list[Token]:
    """Return what a text is made of, which has to be one paragraph."""
    tokens = PARSER.parse(text)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return tokens[1].children or []


def test_places_are_headings_and_words_quotations() -> None:
    turn = ToldTurn(1, "talk to anna", (Block("line", "Anna: “We are full.”"),))
    assert to_markdown(story(turn)) == (
        "# The Inn\n\nYou are wet through.\n\n## The hall\n\nCold.\n\n> talk to anna\n\nAnna: “We are full.”\n"
    )


def test_what_looks_like_markup_is_text() -> None:
    tokens = PARSER.parse(to_markdown(hostile()))
    texts = [token.children for token in tokens if token.type == "inline"]
    assert {child.type for children in texts for child in children or []} <= {"text", "text_special"}
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2"]
    assert "".join(child.content for child in texts[0] or []) == WORDS


@pytest.mark.parametrize(
    "text", ["# a", "1. a", "- a", "+ a", "===", "> a", "~~~", "```", "|a|\n|-|", "12) a", "* * *"]
)
def test_no_line_begins_anything(text: str) -> None:
    assert "".join(each.content or "\n" for each in inline(literal(text))) == text


@given(st.text(st.sampled_from(MARKUP), min_size=1))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    lines = [line.strip(" \t") for line in clean(text).split("\n")]
    wanted = "\n".join(line for line in lines if line)
    if wanted:
        shown = "".join(each.content if each.type != "hardbreak" else "\n" for each in inline(literal(text)))
        assert re.sub(r"[ \t]*\n", "\n", shown) == wanted
