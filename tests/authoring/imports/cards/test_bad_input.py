"""Cards from strangers: a world that loads, or one sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.imports.cards.world import import_card, import_person
from game.authoring.imports.written import toml_text
from game.errors import GameError
from game.loader.load import parse_world
from tests.authoring.imports.cards.deck import MIRA, lorebook, png, text_chunk, v3

CARD = v3(character_book=lorebook({}, {"enabled": False}, {"content": "@@depth 1\nx"}))
PICTURE = png(text_chunk("ccv3", CARD))
TEXTS = st.text(max_size=40) | st.sampled_from([
    "{{user}}", "{{char}}:", "<START>", '"Hi."', "*x*", "@@depth", "{", "}}", "\n", "\ud800", "\x1b", "{first: a|b}",
])  # fmt: skip
PROSE = st.lists(TEXTS, max_size=6).map("".join)
ENTRIES = st.fixed_dictionaries({
    "keys": st.lists(PROSE, max_size=3),
    "content": PROSE,
    "enabled": st.booleans(),
    "constant": st.booleans(),
    "insertion_order": st.integers() | st.floats(),
})  # fmt: skip
FIELDS = st.fixed_dictionaries(dict.fromkeys((*MIRA, "nickname", "creator", "creator_notes"), PROSE))


def import_or_refuse(data: bytes) -> None:
    """Import data; what comes of it loads, or the refusal is one sentence."""
    refusal = ""
    try:
        tables = import_card(data, name="a").tables
    except GameError as error:
        refusal = str(error)
    else:
        parse_world(toml_text(tables))
        assert import_person(data, name="a").tables["person"].keys() == tables["person"].keys()
    assert "\n" not in refusal


@settings(max_examples=150, deadline=None)
@given(FIELDS, st.lists(ENTRIES, max_size=3))
def test_whatever_a_card_says_it_loads_or_is_refused(fields: dict[str, str], entries: list[dict[str, Any]]) -> None:
    import_or_refuse(json.dumps({"data": {**fields, "character_book": {"entries": entries}}}).encode())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([CARD, PICTURE]), st.integers(0, 4_000), st.integers(0, 40), st.binary(max_size=12))
def test_a_mutated_file_loads_or_is_refused(data: bytes, start: int, length: int, put: bytes) -> None:
    import_or_refuse(data[:start] + put + data[start + length :])


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(CARD)), st.integers(0, 40), st.binary(max_size=12))
def test_a_mutated_card_in_a_sound_picture_loads_or_is_refused(start: int, length: int, put: bytes) -> None:
    import_or_refuse(png(text_chunk("chara", CARD[:start] + put + CARD[start + length :])))


@pytest.mark.parametrize(
    "text",
    [
        "{{" * 200_000,
        "." * 200_000,
        '"' * 200_001,
        "![" * 200_000,
        "<a" * 200_000,
        "*" * 200_000,
        "(" * 200_000,
        "a:" * 200_000,
    ],
    ids=range(8),
)
def test_a_monster_is_made_small(text: str) -> None:
    whole = dict.fromkeys((*MIRA, "creator"), text)
    import_or_refuse(json.dumps({**whole, "name": "Mira", "character_book": lorebook({"content": text})}).encode())
