"""TOML cut into tokens: a text is one token, also one that never ends."""

from __future__ import annotations

import pytest

from game.loader.tokens import tokenize


@pytest.mark.parametrize(
    "text",
    [
        '"""a "" b\\""" c""""',
        '"""' + '\\"""\n' * 100,
        '"""a\\',
        "'''a '' b\n",
        "'''a''''",
        '"a\\"b"',
        '"' + '\\"' * 100,
        '"a\\',
        "'a",
    ],
)
def test_a_text_is_one_token_though_it_never_ends(text: str) -> None:
    assert [(token.kind, token.text) for token in tokenize(text)] == [("string", text)]


@pytest.mark.parametrize("text", ['"a\\', '"a', "'a", '""'])
def test_a_text_on_one_line_ends_with_it(text: str) -> None:
    assert [token.text for token in tokenize(text + "\nb")] == [text, "\n", "b"]


def test_what_follows_a_text_that_never_ends_is_not_read_again() -> None:
    assert [token.kind for token in tokenize('\\"""\n' * 100)] == ["other", "string"]


def test_empty_lines_and_comments_are_the_end_of_the_line_before() -> None:
    assert [token.kind for token in tokenize("a\n\n  # b\n\t\n" * 3)] == ["bare", "newline"] * 3
