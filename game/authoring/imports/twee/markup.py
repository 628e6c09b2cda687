"""The styling of prose, taken off: what stays are words, lines and paragraphs.

Knows nothing of macros, links and values, which are gone when prose comes here.
"""

from __future__ import annotations

import re
from html import unescape

COMMENT = r"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|/%(?:[^%]|%(?!/))*+(?:%/|\Z)"
"""A comment of HTML or of SugarCube."""
TAG = r"</?(?P<tag>[A-Za-z][A-Za-z0-9-]*+)[^<>]*+>"
"""A tag of HTML, its name by the name of tag."""

_EMPTY = dict.fromkeys(
    [
        "a",
        "abbr",
        "article",
        "aside",
        "b",
        "big",
        "blockquote",
        "center",
        "cite",
        "code",
        "dd",
        "del",
        "dfn",
        "dl",
        "dt",
        "em",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "header",
        "i",
        "ins",
        "kbd",
        "label",
        "legend",
        "main",
        "mark",
        "nav",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
    ],
    "",
)
_BREAKS = dict.fromkeys(["br", "hr", "li", "tr"], "\n") | dict.fromkeys(
    ["div", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"], "\n\n"
)
_TAGS = {**_EMPTY, **_BREAKS, "td": " ", "th": " ", "tbody": "", "thead": "", "nobr": ""}

_JOINED = re.compile(r"\\\n|\n\\")
_RULE = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|[=<>]{2,})[ \t]*$", re.MULTILINE)
_SINGLE = re.compile(r"(?<![\w*])\*(?=[\w\"'“‘])|(?<=[\w.!?,…\"'”’])\*(?![\w*])")
_LOWLINE = re.compile(r"(?<!\w)_(?=\w)|(?<=[\w.!?,…])_(?!\w)")
_DOUBLED = {
    "harlowe": re.compile(r"''|(?<!:)//|\*\*|~~|\^\^|[{}]"),
    "sugarcube": re.compile(r"''|(?<!:)//|__|==|\^\^|~~"),
    "markdown": re.compile(r"\*\*|__|~~"),
}
_HEADING = {
    "harlowe": re.compile(r"^#{1,6}[ \t]*", re.MULTILINE),
    "sugarcube": re.compile(r"^!{1,6}(?=[ \t]*\w)", re.MULTILINE),
    "markdown": re.compile(r"^(?:#{1,6}|>)[ \t]+", re.MULTILINE),
}


def plain_tag(name: str) -> str | None:
    """Return what a tag of HTML reads as: nothing, or a break; None for one that is more than styling."""
    return _TAGS.get(name.lower())


def without_marks(text: str, style: str) -> str:
    """Return a passage's text without what makes a line of it a heading or a rule; its lines stay as many."""
    return _HEADING[style].sub("", _RULE.sub("", text))


def plain_prose(text: str, style: str) -> str:
    """Return prose without the marks of a style: "harlowe", "sugarcube" or "markdown"."""
    text = _JOINED.sub("", text)
    text = _DOUBLED[style].sub("", text)
    if style != "sugarcube":
        text = _SINGLE.sub("", text)
    if style == "markdown":
        text = _LOWLINE.sub("", text)
    return unescape(text)
