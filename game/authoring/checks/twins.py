"""Things, people, choices and offers that a player cannot tell apart: offered side by side, in the same words.

Knows nothing of how words are understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.loader.positions import Path


def like_names(survey: Survey) -> Iterator[Remark]:
    """Yield the things and people that have the name of another at the same place from the beginning."""
    world = survey.world
    things = [(("thing", name, "name"), each.name, each.at) for name, each in world.things.items()]
    people = [(("person", name, "name"), each.name, each.at) for name, each in world.people.items()]
    for path, name in _twins([*things, *people]):
        message = f"'{path[1]}' has the name of another at the same place: “{name}”"
        yield Remark("W119", message, path, "name them apart: a player types their names")


def like_choices(survey: Survey) -> Iterator[Remark]:
    """Yield the choices that read like another of their scene, where no condition keeps the two apart."""
    for number, scene in enumerate(survey.world.scenes.values()):
        labels = [
            (("scene", number, "choice", each, "text"), wording, "")
            for each, choice in enumerate(scene.choices)
            if choice.when is None
            for wording in (choice.text, *choice.aliases)
        ]
        for path, label in _twins(labels):
            message = f"another choice of this scene reads the same: “{label}”"
            yield Remark("W119", message, path, "word them apart, or give each a `when`")


def like_offers(survey: Survey) -> Iterator[Remark]:
    """Yield the offers that read like another of their person, where no condition keeps the two apart."""
    for name, person in survey.world.people.items():
        always = (
            (("person", name, "offers", number, "text"), offer.text, "")
            for number, offer in enumerate(person.offers)
            if offer.when is None
        )
        for path, label in _twins(always):
            message = f"another offer of '{name}' reads the same: “{label}”"
            yield Remark("W119", message, path, "word them apart, or give each a `when`")


def _twins(named: Iterable[tuple[Path, str, str]]) -> Iterator[tuple[Path, str]]:
    """Yield the path and name of each that has the name of an earlier one at the same place."""
    met: set[tuple[str, str]] = set()
    for path, name, at in named:
        if (name.casefold(), at) in met:
            yield path, name
        met.add((name.casefold(), at))
