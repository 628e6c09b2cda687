"""Texts within a PNG."""

from __future__ import annotations

import zlib

import pytest

from game.authoring.imports.cards import png as module
from game.authoring.imports.cards.png import png_texts
from game.errors import WorldError
from tests.authoring.imports.cards.deck import chunk, png


def texts(data: bytes) -> dict[str, bytes]:
    return png_texts(data, name="a.png")


def test_texts_are_found_by_their_keywords() -> None:
    assert texts(png(chunk(b"tEXt", b"Chara\0one"), chunk(b"tEXt", b"other\0two"))) == {
        "chara": b"one",
        "other": b"two",
    }


def test_the_first_text_of_a_keyword_counts() -> None:
    assert texts(png(chunk(b"tEXt", b"chara\0one"), chunk(b"tEXt", b"chara\0two"))) == {"chara": b"one"}


def test_deflated_and_international_texts_are_read() -> None:
    deflated = zlib.compress(b"words")
    assert texts(png(chunk(b"zTXt", b"chara\0\0" + deflated))) == {"chara": b"words"}
    assert texts(png(chunk(b"iTXt", b"chara\0\1\0en\0key\0" + deflated))) == {"chara": b"words"}
    assert texts(png(chunk(b"iTXt", b"chara\0\0\0en\0key\0words"))) == {"chara": b"words"}


def test_a_text_that_inflates_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_TEXT", 1_000_000)
    with pytest.raises(WorldError, match="larger than 1 MB"):
        texts(png(chunk(b"zTXt", b"chara\0\0" + zlib.compress(bytes(2_000_000)))))


def test_what_is_behind_the_end_is_not_looked_at() -> None:
    assert texts(png() + b"rubbish") == {}


@pytest.mark.parametrize("length", [8, 9, 20, 40, len(png()) - 1])
def test_a_picture_that_is_cut_off_is_one_sentence(length: int) -> None:
    with pytest.raises(WorldError, match=r"^a\.png is a broken PNG \((it is cut off|its end is missing)\); [^\n]*\.$"):
        texts(png()[:length])


def test_a_wrong_checksum_says_where() -> None:
    data = bytearray(png(chunk(b"tEXt", b"chara\0one")))
    data[45] ^= 1
    with pytest.raises(WorldError, match="the checksum of the chunk at byte 33 is wrong"):
        texts(bytes(data))


def test_too_many_chunks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CHUNKS", 5)
    with pytest.raises(WorldError, match="more than 5 chunks"):
        texts(png(*[chunk(b"tEXt", b"")] * 5))


def test_a_text_that_cannot_be_inflated_is_one_sentence() -> None:
    for body in (b"chara\0\0rubbish", b"chara\0\0", b"chara\0\0" + zlib.compress(b"words")[:-3]):
        with pytest.raises(WorldError, match="a text in it"):
            texts(png(chunk(b"zTXt", body)))
