"""A character card as it was written: found in its file, decoded, and checked by declared types.

Knows nothing of worlds. What a world has no place for is kept only as far as to say that it was there.
"""

from __future__ import annotations

import binascii
import json
from base64 import b64decode
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from game.authoring.imports.cards.png import SIGNATURE, png_texts
from game.errors import WorldError
from game.loader.diagnostics import visible
from game.loader.plain import text_of
from game.story.clean import clean

MAX_JSON = 3_000_000
_IN_PNG = ("ccv3", "chara")
"""The keywords of a card in a PNG, the one that wins first: V3 asks for it."""
_WANTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "float_type": "a number",
    "float_parsing": "a number",
    "model_type": "an object",
    "missing": "there",
}


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


Words = Annotated[str, BeforeValidator(_cleaned)]


class _Object(BaseModel):
    """Keys that are not known are ignored, and one that is null is as good as missing: cards have many writers."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    @model_validator(mode="before")
    @classmethod
    def _without_null(cls, data: Any) -> Any:
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class Entry(_Object):
    """An entry of a lorebook: what is said (content) where one of the keys is."""

    keys: tuple[Words, ...] = ()
    content: Words = ""
    enabled: bool = True
    insertion_order: float = 0
    name: Words = ""
    comment: Words = ""
    constant: bool = False
    selective: bool = False
    secondary_keys: tuple[Words, ...] = ()
    use_regex: bool = False


class Book(_Object):
    """A lorebook."""

    entries: tuple[Entry, ...] = ()


class Card(_Object):
    """A card of any version: what only later ones have is empty in those of earlier ones."""

    name: Words
    nickname: Words = ""
    description: Words = ""
    personality: Words = ""
    scenario: Words = ""
    first_mes: Words = ""
    mes_example: Words = ""
    creator_notes: Words = ""
    creator: Words = ""
    tags: tuple[Words, ...] = ()
    character_book: Book = Book()
    system_prompt: Any = None
    post_history_instructions: Any = None
    alternate_greetings: Any = None
    group_only_greetings: Any = None
    extensions: Any = None
    assets: Any = None


class _Whole(_Object):
    """A card from V2 on. V1 is its data alone."""

    data: Card


def is_card(data: bytes) -> bool:
    """Return whether what is in a file looks like a card: it begins as a PNG or an object of JSON does."""
    return data.startswith(SIGNATURE) or data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def read_card(data: bytes, *, name: str) -> Card:
    """Return the card in a file of JSON or a PNG; name is the file's. Raises WorldError."""
    parsed = _parsed(_embedded(data, name) if data.startswith(SIGNATURE) else data, name)
    if not isinstance(parsed, dict) or parsed.get("spec") == "lorebook_v3":
        raise _no_card(name)
    try:
        card = (
            _Whole.model_validate(parsed).data if isinstance(parsed.get("data"), dict) else Card.model_validate(parsed)
        )
    except ValidationError as error:
        raise WorldError(f"{visible(name)} is not a character card as it stands: {_fault(error)}; mend it.") from error
    if not any((card.description, card.personality, card.scenario, card.first_mes, card.mes_example)):
        raise _no_card(name)
    return card


def _no_card(name: str) -> WorldError:
    return WorldError(f"{visible(name)} is no character card; give one that has a name and a description.")


def _embedded(data: bytes, name: str) -> bytes:
    """Return the JSON that a PNG carries in base64."""
    texts = png_texts(data, name=name)
    text = next((texts[keyword] for keyword in _IN_PNG if keyword in texts), None)
    if text is None:
        raise WorldError(f"{visible(name)} is a picture without a character card in it; give the card's own file.")
    text = b"".join(text.split()).rstrip(b"=")
    try:
        return b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise WorldError(f"{visible(name)} holds a card that is no base64; save or download it again.") from error


def _parsed(data: bytes, name: str) -> Any:
    if len(data) > MAX_JSON:
        raise WorldError(f"{visible(name)} holds more than {MAX_JSON // 1_000_000} MB of JSON; a card is smaller.")
    try:
        return json.loads(text_of(data, name=name), parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise WorldError(
            f"{visible(name)} is not JSON ({error.msg} at {where}); mend it or export it again."
        ) from error
    except (RecursionError, ValueError) as error:
        raise WorldError(f"{visible(name)} nests too deeply or has too long a number in it; mend it.") from error


def _fault(error: ValidationError) -> str:
    """Return the first thing that does not fit, in a few words."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    path = ".".join(str(part) for part in first["loc"] if part != "data") or "it"
    return f"'{visible(path)}' should be {_WANTED.get(first['type'], 'something else')}"
