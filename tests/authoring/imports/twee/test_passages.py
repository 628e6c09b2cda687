"""A Twee file cut into passages."""

from __future__ import annotations

import pytest

from game.authoring.imports.twee.passages import read_passages


def test_a_passage_has_a_name_tags_a_text_and_a_line() -> None:
    first, second = read_passages('before\n:: A path [forest spooky] {"position":"1,2"}\nTrees.\n\n::B\nBees.\n')
    assert (first.name, first.tags, first.text, first.line) == ("A path", frozenset({"forest", "spooky"}), "Trees.", 2)
    assert (second.name, second.tags, second.text, second.line, second.rest) == ("B", frozenset(), "Bees.", 5, "")


@pytest.mark.parametrize(
    ("header", "name", "tags"),
    [
        (r"\[a\] \{b\}", "[a] {b}", frozenset()),
        (r"a\\b", r"a\b", frozenset()),
        (r"\q", "q", frozenset()),
        (r"a [b\]c]", "a", {"b]c"}),
        ("a [b][c]", "a", {"b"}),
        ("a {not json", "a", frozenset()),
        ("", "", frozenset()),
        ("a []", "a", frozenset()),
    ],
)
def test_a_backslash_in_a_header_takes_the_meaning_of_a_sign(header: str, name: str, tags: frozenset[str]) -> None:
    (passage,) = read_passages(f":: {header}\nx")
    assert (passage.name, passage.tags) == (name, tags)


def test_what_is_no_part_of_a_header_is_kept_for_a_note() -> None:
    assert [each.rest for each in read_passages(":: a [b] c\n:: d {broken")] == ["c", "{broken"]


def test_colons_within_a_line_begin_no_passage() -> None:
    (passage,) = read_passages(":: a\nb :: c\n ::d")
    assert passage.text == "b :: c\n ::d"


def test_blank_lines_at_an_end_are_no_part_of_a_text() -> None:
    assert [each.text for each in read_passages(":: a\n\nb\n\n \n:: c")] == ["\nb", ""]
