"""Worlds from strangers: refused with a sentence, never a traceback, a hang or a crash."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import WorldError
from game.loader import limits
from game.loader.diagnostics import Diagnostics, Source
from game.loader.limits import check_limits
from game.loader.load import parse_world
from game.loader.positions import index_positions
from tests.kit import INN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "x = " + "[" * 3_000 + "]" * 3_000,
        "x = " + "{a=" * 500 + "1" + "}" * 500,
        ".".join(["a"] * 20_000) + " = 1",
        '"a".' * 20_000 + "b = 1",
        "[" + ".".join(["a"] * 20_000) + "]",
        INN + '[[scene]]\nid = "x"\ntext = "y"\nwhen = "' + "(" * 300 + '"\n',
        INN + '[[scene]]\nid = "x"\ntext = "y"\nwhen = "' + "-" * 399 + '"\n',
        INN + '[[scene]]\nid = "x"\ntext = "y"\nwhen = "' + "a" * 5_000 + '"\n',
        INN.replace("schema = 1", "schema = 99999999999999999999"),
        INN.replace("[facts]", "[facts]\nwhen = 1979-05-27"),
        INN.replace("coins = 3", "coins = nan"),
        "place = 3\nscene = 4\nworld = []\nschema = []\nfacts = [1]",
        "[place]\na = 1\n[person]\nb = []\n[[scene]]\n[[scene]]\nchoice = 3",
        "world = 1\n[thing]\n",
        INN.replace("coins = 3", "coins = 0x" + "f" * 10_000),
        '\\"""\n' * 8_000,
        '\\"' * 16_000,
    ],
    ids=range(19),
)
def test_a_monster_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(WorldError):
        parse_world(text)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(INN)), st.integers(0, 40), st.text(max_size=12))
def test_a_mutated_world_loads_or_is_refused(start: int, length: int, put: str) -> None:
    with suppress(WorldError):
        parse_world(INN[:start] + put + INN[start + length :])


@given(st.text(alphabet="[]{}=,.\"'#ab1 \n\\", max_size=200))
def test_positions_can_be_made_of_any_text(text: str) -> None:
    with suppress(ValueError):  # a key in quotes that no TOML parser takes
        assert all(0 <= each.key <= len(text) for each in index_positions(text).values())


@pytest.mark.parametrize("part", ["a", '"a.b"', "'a'", '"\\""', " a\t"])
@pytest.mark.parametrize(("parts", "found"), [(12, []), (13, ["W002"])])
def test_a_key_has_twelve_parts_at_most(part: str, parts: int, found: list[str]) -> None:
    report = Diagnostics()
    check_limits(Source("key.toml", ".".join([part] * parts) + " = 1"), report)
    assert [each.code for each in report.found] == found


@pytest.mark.parametrize("value", ["a{} = 1\n", "[t.a{}]\n", "x = [1, 2]  # {}\n"])
def test_a_file_has_so_many_values_at_most(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_VALUES", 30)
    report = Diagnostics()
    assert check_limits(Source("few.toml", "".join(map(value.format, range(10)))), report)
    assert not check_limits(Source("many.toml", "".join(map(value.format, range(31)))), report)
    assert report.found[0].line == 30 // (value.count("=") + value.count("[") + value.count(",")) + 1


def test_signs_in_prose_and_comments_are_no_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_VALUES", 3)
    assert check_limits(Source("prose.toml", "x = \"a, b, c = [d]\" # , , , ,\ny = ''',,,,'''\n"), Diagnostics())


def test_full_stops_in_broken_prose_are_no_dotted_key() -> None:
    report = Diagnostics()
    assert check_limits(Source("prose.toml", "x = [ You see it. " * 15 + " 1.5"), report)


def test_positions_know_inline_tables_arrays_and_headers() -> None:
    text = 'a = [1, { b = "x" }]\n[t.u]\nk.l = 2\n[[s]]\nn = 1\n[[s]]\n[[s.c]]\nm = 3\n'
    found = index_positions(text)
    assert text[found["a", 1, "b"].value :].startswith('"x"')
    assert text[found["t", "u", "k", "l"].key :].startswith("k.l")
    assert text[found["s", 1, "c", 0, "m"].key :].startswith("m = 3")
    assert text[found["s", 0].key :].startswith("[[s]]\nn")
