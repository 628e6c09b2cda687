"""A card as a small world that can be played at once, or as a person alone, to be put into a world that there is.

Knows nothing of what becomes of each text. What a world has no place for is noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.imports.cards.card import Card, read_card
from game.authoring.imports.cards.person import names_of, person_tables
from game.authoring.imports.cards.texts import MAX_NAME, Texts, cut, named, on_a_line, unmarked
from game.authoring.imports.ids import Ids
from game.authoring.imports.imported import Imported
from game.errors import WorldError
from game.loader.diagnostics import visible
from game.rules.state import NOWHERE
from game.story.clean import is_seen
from game.story.lexicon import is_spaced
from game.story.prose import sentences_in

_MATURE = frozenset({"nsfw", "18+", "adult", "explicit"})
_WITHOUT = {
    "system_prompt": "it tells a model how to write; what of it is style belongs to [world.voice]",
    "post_history_instructions": "it tells a model how to write; what of it is style belongs to [world.voice]",
    "alternate_greetings": "a person is met once; each can become a [[scene]] with a 'when' of its own",
    "group_only_greetings": "they are for talks of several models",
    "assets": "a world is words alone",
    "extensions": "they are for other programs",
}
_SHOWN = 300


@dataclass(frozen=True, slots=True)
class _Setting:
    """The place of a person whose card names none."""

    name: str
    look: str


_SETTINGS = {
    "en": _Setting("a place to talk", "There is nothing here yet but company."),
    "zh": _Setting("说话的地方", "这里除了有人相伴，还什么都没有。"),
}


def import_card(data: bytes, *, name: str) -> Imported:
    """Return a whole small world of the card in a file; name is the file's. Raises WorldError."""
    card, texts, ids = _opened(data, name)
    place = ids.give("meeting_place", otherwise="meeting_place")
    tables = person_tables(card, texts, ids, at=place)
    person = next(iter(tables["person"]))
    language = _language(card)
    world = {
        "id": person,
        "title": named(card.name),
        "author": cut(on_a_line(card.creator), MAX_NAME),
        "language": language,
        "rating": "mature" if _MATURE.intersection(map(str.lower, card.tags)) else "",
        "start": place,
        "about": next(iter(sentences_in(tables["person"][person].get("about", ""))), ""),
    }
    setting = _SETTINGS[language]
    texts.note(f"A card names no place: give [place.{place}] a name and a look of its own.")
    whole = {
        "schema": 1,
        "world": {key: value for key, value in world.items() if value},
        "place": {place: {"name": setting.name, "look": setting.look}},
        **tables,
    }
    return Imported(whole, texts.notes)


def import_person(data: bytes, *, name: str) -> Imported:
    """Return the person of the card in a file, without a world. Raises WorldError."""
    card, texts, ids = _opened(data, name)
    tables = person_tables(card, texts, ids, at=NOWHERE)
    person = next(iter(tables["person"]))
    texts.note(f"A card names no place: say where [person.{person}] is with 'at'.")
    return Imported(tables, texts.notes)


def _opened(data: bytes, name: str) -> tuple[Card, Texts, Ids]:
    """Return the card of a file, with what makes its texts and ids; what has no place in a world is noted."""
    card = read_card(data, name=name)
    if not is_seen(named(card.name)):
        raise WorldError(f"{visible(name)} has a card without a name; give its person one.")
    _, *others = names_of(card)
    texts = Texts(next(iter(others), "") if is_seen(card.nickname) else named(card.name))
    for each in _left_out(card):
        texts.note(each)
    return card, texts, Ids()


def _left_out(card: Card) -> Iterator[str]:
    """Yield a sentence for each part of a card that has no place in a world, but for the maker to read."""
    for key, why in _WITHOUT.items():
        if getattr(card, key):
            yield f"{key} is left out: {why}."
    if is_seen(card.creator_notes):
        yield f"The card's maker says: {cut(on_a_line(unmarked(card.creator_notes)), _SHOWN)}"


def _language(card: Card) -> str:
    """Return the language that the game speaks beside the card's: Chinese where the card has its signs and no kana."""
    text = f"{card.description} {card.first_mes}"
    is_kana = any("\u3040" <= each <= "\u30ff" for each in text)
    return "en" if is_spaced(text) or is_kana else "zh"
