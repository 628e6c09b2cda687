"""Worlds as a stranger, a broken disk or a hasty hand may leave them: real ones, mutated.

Knows nothing of what the loader makes of them. All is bytes, for files are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import strategies as st

from tests.faults.strangers import Files
from tests.kit import INN

_WORLDS = Path(__file__).parents[2] / "worlds"
_GUIDE = (_WORLDS / "README.md").read_text(encoding="utf-8")
_VALUE = re.compile(rb"= *([^\n]+)")
_KEY = re.compile(rb"^(\w+) *=", re.MULTILINE)
_HEADER = re.compile(rb"^\[+([\w.]+)\]+$", re.MULTILINE)
_WORD = re.compile(rb"[a-z_]{2,}")
_NUMBER = re.compile(rb"\b\d+\b")

_VALUES = tuple(
    value.encode()
    for value in (
        *("true", "nan", "-inf", "1e999", "0x" + "f" * 400, "9" * 5_000, "1979-05-27", "''", "[]", "{}", "[[[]]]"),
        *('"' + "a" * 25_000 + '"', "'''", '"""', '"\\ud800"', '"\\u001b[2J"', '"\u202e\u2066"', '"\x00"', '"\ufeff"'),
        *("[" * 30 + "]" * 30, "{ a = " * 20 + "1" + " }" * 20, '["' + '", "'.join("ab" * 300) + '"]'),
        *('"coins == ' + "9" * 380 + '"', '"' + "(" * 390 + '"', '"' + "not " * 90 + 'true"', '"2 ** 999999999 > 1"'),
        *('"' + "{paid: a | b}" * 400 + '"', '"' + "{first: " * 500 + '"', '"{' + "|" * 900 + '}"', '"{{}}{"'),
        *('"a\'" * 999999999', "\"'x' * 999999999 == 'x'\"", '"roll(999999999999) > 1"', '"draw(draw)"', '"nowhere"'),
        *('["coins += 999999999999"] ', '["place(you) = nowhere"]', '["coins = coins // 0"]', '"../../etc/passwd"'),
    )
)
_PIECES = tuple(
    piece.encode()
    for piece in (
        *("\ufeff", "\x00", "\r", "\u2028", "\u202e", "\udcff".encode("utf-8", "surrogatepass").decode("latin-1")),
        *('"', "'", "'''", '"""', "[", "]", "{", "}", "[[", "#", "\\", "=", ".", ",", "\n", "\t", "é", "字"),
        *("a." * 40 + "a = 1\n", "[" + "x." * 13 + "x]\n", 'include = ["../x.toml"]\n', "[[path]]\n", "schema = 1\n"),
    )
)


def _read(*names: str) -> Files:
    found = (path for name in names for path in sorted(_WORLDS.glob(name)))
    return {str(path.relative_to(_WORLDS)): path.read_bytes() for path in found}


def _guide() -> Files:
    """Return the guide's examples as one folder, each of them once more by itself."""
    first, *more = re.findall(r"^```toml\n(.*?)^```$", _GUIDE, re.DOTALL | re.MULTILINE)
    return {"guide/world.toml": first.encode(), **{f"guide/{n}.toml": each.encode() for n, each in enumerate(more)}}


SEEDS: tuple[tuple[Files, str], ...] = (
    ({"inn.toml": INN.encode()}, "inn.toml"),
    (_read("cloak-of-darkness*.toml"), "cloak-of-darkness.toml"),
    (_guide(), "guide"),
    (_read("saltmarrow/*.toml", "saltmarrow.zh.toml"), "saltmarrow"),
)

Mutate = Callable[[bytes, int, int], bytes]
"""Changes a file somewhere; what and where is drawn from two numbers."""


def _bytes_flipped(text: bytes, one: int, other: int) -> bytes:
    at = one % max(len(text), 1)
    return text[:at] + bytes([other % 256]) + text[at + 1 :]


def _piece_put_in(text: bytes, one: int, other: int) -> bytes:
    at = one % (len(text) + 1)
    return text[:at] + _PIECES[other % len(_PIECES)] + text[at:]


def _cut_off(text: bytes, one: int, other: int) -> bytes:
    at = one % (len(text) + 1)
    return text[:at] if other % 2 else text[:at] + text[at + other % 200 :]


def _lines_changed(text: bytes, one: int, other: int) -> bytes:
    lines = text.split(b"\n")
    at, to = one % len(lines), other % len(lines)
    match other % 4:
        case 0:
            lines[at : at + 1] = []
        case 1:
            lines[at], lines[to] = lines[to], lines[at]
        case 2:
            lines[at:at] = lines[at : at + 1 + other % 12]
        case _:
            lines[at:at] = [lines[to]] * (other % 300)
    return b"\n".join(lines)


def _put_for(pattern: re.Pattern[bytes], values: Callable[[bytes], Sequence[bytes]]) -> Mutate:
    """Return what puts one of some values, which may come from the text itself, for something that a pattern finds."""

    def mutate(text: bytes, one: int, other: int) -> bytes:
        found = [each.span(pattern.groups and 1) for each in pattern.finditer(text)]
        offered = values(text)
        if not found or not offered:
            return text
        start, end = found[one % len(found)]
        return text[:start] + offered[other % len(offered)] + text[end:]

    return mutate


def _header_changed(text: bytes, one: int, other: int) -> bytes:
    headers = list(_HEADER.finditer(text))
    if not headers:
        return text
    found = headers[one % len(headers)]
    inner = found[1] if other % 3 else found[1].rpartition(b".")[0] or b"x"
    header = b"[[" + inner + b"]]" if other % 2 else b"[" + inner + b"]"
    return text[: found.start()] + header + text[found.end() :]


_MUTATIONS: tuple[Mutate, ...] = (
    _bytes_flipped,
    _piece_put_in,
    _cut_off,
    _lines_changed,
    _header_changed,
    _put_for(_VALUE, lambda text: _VALUES),
    _put_for(_VALUE, _VALUE.findall),
    _put_for(_KEY, _KEY.findall),
    _put_for(_WORD, _WORD.findall),
    _put_for(_NUMBER, lambda text: (b"0", b"-1", b"999999999999", b"9" * 4_400, b"1.5", b"1_0", b"0b1")),
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[dict[str, bytes], str]:
    """Draw the files of a world, a few changes made to them, and the world's name."""
    files, world = draw(st.sampled_from(SEEDS))
    changed = dict(files)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(changed)))
        mutate = draw(st.sampled_from(_MUTATIONS))
        changed[name] = mutate(changed[name], draw(st.integers(0, 1 << 20)), draw(st.integers(0, 1 << 20)))
    return changed, world
