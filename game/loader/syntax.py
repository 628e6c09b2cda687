"""What is wrong with a file that is no TOML, in an author's words: what was probably meant, and where it begins.

Knows the parser's sentences, and nothing of worlds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import tomli


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """One syntax error; offset is in characters of the text, hint says what to write."""

    message: str
    offset: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Slip:
    """What an author may have meant: the parser's words, what stands before the fault on its line, and what after."""

    said: str
    hint: str
    after: str = ""
    before: str = ""


# The first that fits is taken.
_SLIPS = (
    _Slip("invalid value", 'a text stands in straight quotation marks: "{text}"', after="[“”„‘’](?P<text>[^“”‘’]*)"),
    _Slip("invalid value", "write true", after=r"(?i:yes|true|on)\b"),
    _Slip("invalid value", "write false", after=r"(?i:no|false|off)\b"),
    _Slip("invalid value", 'a list stands in square brackets: ["…", "…"]', after=r"\("),
    _Slip("invalid value", "write a value after the '='", after=r"\s*(?:#|$)"),
    _Slip("invalid value", 'a text stands in quotation marks: "{text}"', after=r"(?P<text>[^\"',\]}#]*[^\s\"',\]}#])"),
    _Slip("expected newline", "leave out '{sign}'", after="(?P<sign>[;,])"),
    _Slip("expected newline", "begin a new line for each key", after=r"[\w.-]+\s*="),
    _Slip("expected newline", "the text ends at this quotation mark; begin and end it with \"", before="'$"),
    _Slip("expected newline", r'the text ends at this quotation mark; within a text write \" or “ ”', before='"$'),
    _Slip("expected newline", "a text stands in quotation marks", before=r"=\s*[\d:.+-]+$"),
    _Slip("illegal character '\\n'", 'end the text with ", or write it between """ and """'),
    _Slip("unterminated string", 'it begins here and ends nowhere; end it with """'),
    _Slip("expected \"'\"", "it begins here and ends nowhere; end it with '"),
    _Slip("unescaped '\\'", "write two for one backslash"),
    _Slip("unclosed array", "part the items of a list with commas, and end it with ]"),
    _Slip("unclosed inline table", "part the keys with commas, and end the table with }}"),
    _Slip("expected '='", "write '=' in place of ':'", after=":"),
    _Slip("expected '='", 'a list stands in square brackets: ["…", "…"]', before=r"\{\s*\"[^\"]*\"$|^\s*- *$"),
    _Slip("expected '='", "a key is one word, and '=' follows it"),
    _Slip("expected ']'", "end the header with ]", after=r"\s*$"),
    _Slip("expected ']'", "a name is one word here, as in old_barn", after=r"\w", before=r"\w $"),
    _Slip("invalid initial character", "a name is missing here"),
    _Slip("invalid statement", "a comment begins with #", after="//|/\\*|--|;"),
    _Slip("invalid statement", 'a line is a [header], a key = "value" or a # comment'),
)  # fmt: skip
_BEGUN = {"unterminated string": '"""', 'expected "\'"': "'", "unescaped '\\' in a string": "\\"}
_FAR = 300
"""How many characters of a line are looked at: it may be very long."""
_TWICE = re.compile(r"cannot (?:overwrite a value|declare .* twice|mutate immutable namespace .*)", re.DOTALL)
_NAMED = re.compile(r"\s*(?P<key>\[{1,2}[^\]\n]*\]{0,2}|[^=\n]*?)\s*(?:=|$|#)")


def explain(text: str, error: tomli.TOMLDecodeError) -> SyntaxFault:
    """Return what the parser found wrong with text, as its author may understand it."""
    message = error.msg[:1].lower() + error.msg[1:]
    if _TWICE.match(message):
        return _twice(text, error.pos)
    offset = max(text.rfind(_BEGUN[message], 0, error.pos), 0) if message in _BEGUN else error.pos
    return SyntaxFault(message, offset, _hint(message, *_around(text, offset)))


def _hint(message: str, before: str, after: str) -> str:
    for slip in _SLIPS:
        if message.startswith(slip.said):
            found, led = re.match(slip.after, after), re.search(slip.before, before)
            if found and led:
                return slip.hint.format(**led.groupdict(), **found.groupdict())
    return ""


def _twice(text: str, offset: int) -> SyntaxFault:
    """Return the fault of a key or a header that stands in its table already."""
    begin = text.rfind("\n", 0, offset) + 1
    line = text[begin : begin + _FAR].partition("\n")[0]
    named = _NAMED.match(line)
    key = named["key"] if named else line.strip()
    hint = "keep one of them, under one header; what there are several of stands in [[ ]] each time"
    start = begin + len(line) - len(line.lstrip())
    return SyntaxFault(f"{key} is there already", start, hint if key.startswith("[") else "keep one of them")


def _around(text: str, offset: int) -> tuple[str, str]:
    """Return what stands before an offset on its line, and what after, as far as it matters."""
    before, after = text[max(offset - _FAR, 0) : offset], text[offset : offset + _FAR]
    return before.rpartition("\n")[2], after.partition("\n")[0].rstrip("\r")
