"""Whatever the text: an import loads, or is refused in a sentence; and it takes no longer than its length warrants."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.errors import WorldError
from game.loader.load import parse_world
from tests.authoring.imports.twee.twee import STYLES, story, written

_MACROS = r"""
[[ | ]] | [[B]] | [[a|B]] | [[a->B][$x to 1]] | << | >> | <<if $x>> | <<if $x is 'a'>> | <<elseif $y gt 2>> | <<else>>
<</if>> | <<set $x to 1>> | <<set $y to $x + 1>> | <<set $x to 'a'>> | <<link 'a' 'B'>> | <</link>> | <<switch $x>>
<<case 1>> | <</switch>> | <<back>> | <<include 'B'>> | <<silently>> | <</silently>> | $x | $y.z | _t | (if: $x)[
(else:)[ | (else-if: $y is 1)[ | (set: $x to it + 1) | (put: true into $y) | (print: $x) | (link: 'a')[ | (go-to: 'B')
(undo:) | [ | ] | ( | ) | ' | " | ` | { | } | {x} | x: 1 | -- | [if x] | [else] | [continued] | <% | %> | <% } else { %>
<% if (s.x) { %> | <% } %> | <% s.x = 1; %> | <%= s.x %> | visited('B') | <<if visited() is 2>> | \ | words | é | 地
&#27; | <br> | <!-- | /* | (if: (history:) contains 'B')[
"""
SNIPPETS = st.sampled_from(
    [each.strip() for line in _MACROS.split("\n") for each in line.split(" | ")]
) | st.sampled_from(["\n:: B\n", "\n:: Start [a]\n", "\n", " ", "|", "\x00", "\u202e"])


def loads_or_is_refused(text: str, style: str) -> None:
    try:
        imported = story(text, style=style)
    except WorldError:
        return
    assert parse_world(written(imported)).scenes is not None
    assert all(0 <= note.line <= text.count("\n") + 5 for note in imported.notes)


@settings(max_examples=150, deadline=None)
@given(st.lists(SNIPPETS, max_size=40).map("".join), st.sampled_from(STYLES))
@example("<<if $x is 'a'>>$x<<else>>{|}<</if>>", "sugarcube")
def test_any_mix_of_macros_loads_or_is_refused(body: str, style: str) -> None:
    loads_or_is_refused(f":: Start\n{body}", style)


@settings(max_examples=60, deadline=None)
@given(st.text(), st.sampled_from(STYLES))
def test_any_text_loads_or_is_refused(text: str, style: str) -> None:
    loads_or_is_refused(text, style)
    loads_or_is_refused(f":: Start\n{text}", style)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "unit",
    ["[[", "<<a ", "<<a \"", "(a: ", "(a: '", "(if: $x)[", "<<if $x>>",
     "<%", "<% if (s.x) { %>", "<!-", "<a ", "{", "{{{","[", "`", "<<x>>",
     "<<if $x>>a<<elseif $x>>", "$x ", ":: a\n", ":: ", "\\\"", "\n[if x]\n", "[[B]]", "<<set $x to 1>>"],
)  # fmt: skip
def test_a_long_text_of_one_thing_is_read_all_the_same(style: str, unit: str) -> None:
    loads_or_is_refused(":: Start\n" + unit * 4_000, style)
