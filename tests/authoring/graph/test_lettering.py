"""How wide text is, and how it is broken."""

from __future__ import annotations

from game.authoring.graph.lettering import CODE, NAME, shortened


def test_chinese_is_as_wide_as_it_is_high() -> None:
    assert NAME.width("盐沼") == 2 * NAME.size


def test_no_line_is_wider_than_asked() -> None:
    lines = CODE.wrap("has(lamp) and " + "x" * 60, 100)
    assert lines[0] == "has(lamp) and"
    assert all(CODE.width(line) <= 100 for line in lines)
    assert "".join(lines).count("x") == 60


def test_chinese_is_broken_anywhere() -> None:
    assert NAME.wrap("盐沼的钟" * 3, 60) == ["盐沼的钟", "盐沼的钟", "盐沼的钟"]


def test_nothing_takes_no_line() -> None:
    assert CODE.wrap("", 100) == []


def test_a_text_cut_short_says_so() -> None:
    assert (shortened("abcdef", 4), shortened("abcd", 4)) == ("abc…", "abcd")
