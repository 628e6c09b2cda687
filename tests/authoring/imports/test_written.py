"""Tables as TOML."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.imports.written import toml_text
from tests.kit import INN

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from([
    "\n", "a\r\nb", '"""', "'''\n", "\\", "a\nb\\", "\"'", "\"'''", "\n\"", " \n\n", "\x7f", "{{", "#", "[x]", "\ufeff",
])  # fmt: skip
KEYS = TEXTS | st.sampled_from(["schema", "scene", "choice", "knows", "look", "exits", "lore", "a.b"])
SCALARS = TEXTS | st.booleans() | st.integers(-(2**60), 2**60)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_what_is_written_reads_as_it_was(tables: dict[str, Any]) -> None:
    assert tomllib.loads(toml_text(tables)) == tables


def test_a_whole_world_reads_as_it_was() -> None:
    tables = tomllib.loads(INN)
    assert tomllib.loads(toml_text(tables)) == tables


def test_the_schema_comes_first() -> None:
    assert toml_text({"world": {"id": "inn"}, "schema": 1}) == 'schema = 1\n\n[world]\nid = "inn"\n'


def test_what_the_format_has_several_of_gets_headers() -> None:
    scene = {"id": "a", "choice": [{"text": "x", "do": ["b = 1"]}]}
    assert toml_text({"scene": [scene]}) == '[[scene]]\nid = "a"\n\n[[scene.choice]]\ntext = "x"\ndo = ["b = 1"]\n'


def test_wordings_of_a_text_stand_in_rows() -> None:
    look = [{"when": "a", "text": "b" * 60}, {"when": "c", "text": "d\ne"}]
    first, second = ('{ when = "a", text = "' + "b" * 60 + '" }', '{ when = "c", text = "d\\ne" }')
    assert toml_text({"place": {"hall": {"look": look}}}) == f"[place.hall]\nlook = [\n    {first},\n    {second},\n]\n"


def test_a_text_of_several_lines_keeps_them() -> None:
    assert toml_text({"text": "One.\nTwo."}) == 'text = """\nOne.\nTwo."""\n'


def test_a_text_with_quotation_marks_needs_no_backslash() -> None:
    assert toml_text({"text": '"I\'ll go."'}) == "text = '''\"I'll go.\"'''\n"
    assert toml_text({"text": 'One.\n"Two."'}) == "text = '''\nOne.\n\"Two.\"'''\n"


def test_a_table_with_nothing_but_tables_needs_no_header() -> None:
    assert toml_text({"place": {"hall": {"exits": {"up": {"to": "x"}}}}}) == '[place.hall.exits.up]\nto = "x"\n'
