"""A file that is no TOML: what was meant is said where it begins."""

from __future__ import annotations

import pytest

from game.loader.diagnostics import Diagnostic, Diagnostics, Source
from game.loader.merge import parse

BEGUN = 'schema = 1\n[place.hall]\nlook = "Dust."\n'


def fault(line: str) -> Diagnostic:
    """Return what is said of a line, or several, at the end of a file."""
    report = Diagnostics()
    parse(Source("inn.toml", f"{BEGUN}{line}\n"), report)
    (found,) = report.found
    assert found.code == "W001"
    return found


@pytest.mark.parametrize(
    ("line", "pointed_at", "hint"),
    [
        ("when = at(hall)", "at(", 'a text stands in quotation marks: "at(hall)"'),
        ("exits = { north = yard }", "yard", 'a text stands in quotation marks: "yard"'),
        ("mood = “wet”", "“", 'a text stands in straight quotation marks: "wet"'),
        ("dark = yes", "yes", "write true"),
        ("dark = False", "False", "write false"),
        ("dark = note", "note", 'a text stands in quotation marks: "note"'),
        ('aliases = ("a", "b")', "(", 'a list stands in square brackets: ["…", "…"]'),
        ("mood =", "", "write a value after the '='"),
        ('mood = "wet";', ";", "leave out ';'"),
        ('mood = "wet" dark = true', "dark", "begin a new line for each key"),
        ("mood = 'it's wet'", "s wet", 'the text ends at this quotation mark; begin and end it with "'),
        ('mood = "a "wet" day"', "wet", r"the text ends at this quotation mark; within a text write \" or “ ”"),
        ("mood = 12th", "th", "a text stands in quotation marks"),
        ('mood = "wet', "", 'end the text with ", or write it between """ and """'),
        ('mood = """\nwet', '"""', 'it begins here and ends nowhere; end it with """'),
        ("exits = { up = 'hall }", "'hall", "it begins here and ends nowhere; end it with '"),
        (r'mood = "C:\wet"', "\\wet", "write two for one backslash"),
        ('aliases = ["a" "b"]', '"b"', "part the items of a list with commas, and end it with ]"),
        ('mood: "wet"', ":", "write '=' in place of ':'"),
        ('aliases = {"a", "b"}', ",", 'a list stands in square brackets: ["…", "…"]'),
        ('the mood = "wet"', "mood", "a key is one word, and '=' follows it"),
        ("[place.barn", "", "end the header with ]"),
        ("[place.old barn]", "barn", "a name is one word here, as in old_barn"),
        ("[place.]", "]", "a name is missing here"),
        ("// the barn", "//", "a comment begins with #"),
        ("=== barn ===", "===", 'a line is a [header], a key = "value" or a # comment'),
    ],
)
def test_a_slip_is_named_with_what_to_write(line: str, pointed_at: str, hint: str) -> None:
    found = fault(line)
    assert found.hint == hint
    assert found.shown[found.column - 1 :].startswith(pointed_at)


@pytest.mark.parametrize(
    ("line", "message", "column"),
    [
        ('look = "Damp."', "look is there already", 1),
        ('  look = "Damp."', "look is there already", 3),
        ("[place.hall]", "[place.hall] is there already", 1),
        (f'look = "{" damp" * 999}"', "look is there already", 1),
        ("[[place]]", "[[place]] is there already", 1),
    ],
)
def test_what_stands_twice_is_named_where_it_stands_again(line: str, message: str, column: int) -> None:
    found = fault(line)
    assert (found.message, found.line, found.column) == (message, 4, column)
    assert found.hint.startswith("keep one of them")
