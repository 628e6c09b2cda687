"""What a player can be told, out of a world's records: every wording of every text, by kind.

Knows nothing of when a text is told. What only a model reads, such as who a person is, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from game.rules.texts import NO_TEXT, Piece, Text, Variant
from game.rules.world import Knowledge, Person, World

_VALUE = "1"


def told_by_kind(world: World) -> dict[str, tuple[str, ...]]:
    """Return the wordings of each kind, in the order of the world; choices and offers by their own words too."""
    people = [replace(person, knows=_as_said(person)) for person in world.people.values()]
    scenes = [replace(scene, choices=()) for scene in world.scenes.values()]
    labels = [choice.text for choice in world.choices.values()]
    offered = [offer.text for offer in world.proposals.values()]
    return {
        "places": _wordings(world.places),
        "things": _wordings(world.things),
        "people": (*offered, *_wordings(people)),
        "scenes": _wordings(scenes),
        "choices": (*labels, *_wordings(world.choices)),
        "quests": _wordings(world.quests),
        "rules": _wordings(world.rules),
        "endings": _wordings(world.endings),
        "opening": _wordings(world.opening),
    }


def _as_said(person: Person) -> tuple[Knowledge, ...]:
    """Return what a person knows without what a model alone reads of it."""
    return tuple(replace(known, text=NO_TEXT) for known in person.knows)


def _wordings(value: Any) -> tuple[str, ...]:
    return tuple(wording for text in _texts(value) for variant in text.variants if (wording := _said(variant)))


def _texts(value: Any) -> Iterator[Text]:
    """Yield the texts within records, lists and tables of any depth."""
    match value:
        case Text():
            yield value
        case Mapping():
            yield from (text for each in value.values() for text in _texts(each))
        case list() | tuple():
            yield from (text for each in value for text in _texts(each))
        case _ if is_dataclass(value):
            yield from (text for field in fields(value) for text in _texts(getattr(value, field.name)))


def _said(variant: Variant) -> str:
    """Return the words of a variant: of a piece with two wordings both, and a sign for one that shows a value."""
    if not variant.pieces:
        return variant.text
    return " ".join("".join(each if isinstance(each, str) else _piece(each) for each in variant.pieces).split())


def _piece(piece: Piece) -> str:
    return " ".join(piece.wordings) or _VALUE
