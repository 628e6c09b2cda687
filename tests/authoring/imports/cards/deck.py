"""Cards for tests: one of every version, and the pictures that carry them."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from struct import pack
from typing import Any

from game.authoring.imports.cards.world import import_card
from game.authoring.imports.imported import Imported

MIRA: dict[str, Any] = {
    "name": "Mira Vane",
    "description": "{{char}} keeps the lamp. She has short grey hair. She has buried two keepers.",
    "personality": "proud, tired, clipped",
    "scenario": "{{user}} was shipwrecked.",
    "first_mes": '*Mira sets down the lamp.* "You are wet through, {{user}}. Come in," she says.',
    "mes_example": "<START>\n{{user}}: Who are you?\n{{char}}: *She shrugs.* I keep the light.\n",
}
LENS = {"keys": ["lens"], "content": "Smugglers cracked the lens.", "enabled": True, "insertion_order": 1}


def v1(**changed: Any) -> bytes:
    """Return a card of the first version: its data alone."""
    return json.dumps({**MIRA, **changed}).encode()


def v2(**changed: Any) -> bytes:
    """Return a card of the second version."""
    return json.dumps({"spec": "chara_card_v2", "spec_version": "2.0", "data": {**MIRA, **changed}}).encode()


def v3(**changed: Any) -> bytes:
    """Return a card of the third version."""
    data = {**MIRA, "nickname": "Keeper", "group_only_greetings": [], **changed}
    return json.dumps({"spec": "chara_card_v3", "spec_version": "3.0", "data": data}).encode()


def lorebook(*entries: dict[str, Any]) -> dict[str, Any]:
    """Return a lorebook with entries, each like that of the lens but for what is given."""
    return {"entries": [{**LENS, **each} for each in entries], "extensions": {}}


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a PNG's chunk."""
    return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))


def png(*texts: bytes) -> bytes:
    """Return a picture of one grey dot with chunks of text before its image."""
    dot = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), *texts, chunk(b"IDAT", zlib.compress(b"\0\x80"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(dot) + chunk(b"IEND", b"")


def text_chunk(keyword: str, card: bytes) -> bytes:
    """Return a tEXt chunk with a card in base64."""
    return chunk(b"tEXt", keyword.encode() + b"\0" + b64encode(card))


def imported(card: bytes) -> Imported:
    """Return what the import of a card gives."""
    return import_card(card, name="mira.json")


def notes(card: bytes) -> str:
    """Return the notes of a card's import, a line each."""
    return "\n".join(each.text for each in imported(card).notes)


def person(card: bytes) -> dict[str, Any]:
    """Return the table of a card's person."""
    [table] = imported(card).tables["person"].values()
    return dict(table)
