"""Cards as they were written."""

from __future__ import annotations

import json
from typing import Any

import pytest

from game.authoring.imports.cards.card import MAX_JSON, is_card, read_card
from game.errors import WorldError
from tests.authoring.imports.cards.deck import chunk, png, text_chunk, v1, v2, v3


@pytest.mark.parametrize("card", [v1(), v2(), v3(), b"\xef\xbb\xbf " + v1()], ids=["v1", "v2", "v3", "bom"])
def test_every_version_is_read(card: bytes) -> None:
    assert is_card(card)
    assert read_card(card, name="a").name == "Mira Vane"


def test_a_card_is_found_in_a_picture() -> None:
    assert is_card(png())
    assert read_card(png(text_chunk("chara", v2())), name="a").name == "Mira Vane"


def test_the_newer_card_of_a_picture_wins() -> None:
    both = png(text_chunk("chara", v2(name="Old")), text_chunk("ccv3", v3(name="New")))
    assert read_card(both, name="a").name == "New"


def test_the_padding_of_base64_may_be_missing() -> None:
    padded = text_chunk("chara", v2(name="Mir"))[8:-4]
    assert padded.endswith(b"=")
    assert read_card(png(chunk(b"tEXt", padded.rstrip(b"="))), name="a").name == "Mir"


def test_what_is_null_or_unknown_is_as_good_as_missing() -> None:
    card = read_card(v2(nickname=None, character_book=None, wings=3, character_version=1.5), name="a")
    assert (card.nickname, card.character_book.entries) == ("", ())


def test_controls_and_lone_surrogates_are_gone() -> None:
    assert read_card(rb'{"name": "M\u001bi\ud800ra", "description": "x"}', name="a").name == "Mira"


def test_what_is_no_number_is_as_good_as_missing() -> None:
    text = v2(character_book={"entries": [{"content": "x", "insertion_order": float("nan")}]})
    assert b"NaN" in text
    assert read_card(text, name="a").character_book.entries[0].insertion_order == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ["Mira"]}, "'name' should be a text"),
        ({"name": None}, "'name' should be there"),
        ({"tags": "rain"}, "'tags' should be a list"),
        ({"character_book": []}, "'character_book' should be an object"),
        (
            {"character_book": {"entries": [{"enabled": "perhaps"}]}},
            "'character_book.entries.0.enabled' should be true",
        ),
        ({"character_book": {"entries": [{"insertion_order": {}}]}}, "insertion_order' should be a number"),
    ],
)
def test_a_value_of_another_type_is_one_sentence(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(WorldError) as refused:
        read_card(v2(**changed), name="mira.json")
    assert str(refused.value).startswith("mira.json is not a character card as it stands: ")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "is not JSON"),
        (b'{"name": 1}', "is no character card"),
        (b'{"spec": "lorebook_v3", "data": {"entries": []}}', "is no character card"),
        (b"[]", "is no character card"),
        (b'{"name": "\xff"}', "is not UTF-8 text (byte 10)"),
        (b'{"data": ' + b"[" * 100_000, "nests too deeply"),
        (b'{"name": ' + b"9" * 5_000 + b"}", "nests too deeply or has too long a number"),
        (b" " * (MAX_JSON + 1), "more than 3 MB"),
        (png(), "is a picture without a character card"),
        (png(chunk(b"tEXt", b"chara\0!!!")), "no base64"),
        (png(chunk(b"tEXt", b"chara\0a")), "no base64"),
        (png(text_chunk("chara", b"no")), "is not JSON"),
    ],
    ids=range(12),
)
def test_what_is_no_card_is_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(WorldError) as refused:
        read_card(data, name="a\x1bb")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_an_object_of_another_kind_is_no_card() -> None:
    with pytest.raises(WorldError, match="is no character card"):
        read_card(json.dumps({"name": "loreloom", "version": "1.0"}).encode(), name="package.json")
