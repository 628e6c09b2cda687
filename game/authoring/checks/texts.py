"""Texts that are missing where a player would read them.

Knows what the game says by itself, and so what an author may leave out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.refusals import says
from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.loader.positions import Path
from game.rules.world import Person, Rule, Scene


def missing_texts(survey: Survey) -> Iterator[Remark]:
    """Yield what a player meets and is told nothing of."""
    world = survey.world
    silent = [name for name, place in world.places.items() if not says(place.look)]
    for name in silent if len(world.places) > 1 else ():  # a world of one place may be told in scenes alone
        yield Remark("W117", f"the place '{name}' has no words", ("place", name, "look"), 'add look = "…"')
    for number, scene in enumerate(world.scenes.values()):
        yield from _of_scene(scene, number)
    for number, ending in enumerate(world.endings.values()):
        if not says(ending.text):
            message = f"the ending '{ending.id}' has no words"
            yield Remark("W117", message, ("ending", number, "text"), 'add text = "…"')
    for name, person in world.people.items():
        yield from _of_person(person, name)
    for number in [number for number, rule in enumerate(world.rules.values()) if _is_idle(rule)]:
        yield Remark("W117", "this rule does nothing and says nothing", ("rule", number), "add do or tell")


def _of_scene(scene: Scene, number: int) -> Iterator[Remark]:
    if not says(scene.text) and (scene.choices or not scene.do):
        message = f"the scene '{scene.id}' has no words"
        yield Remark("W117", message, ("scene", number, "text"), 'add text = "…"')
    for each, choice in enumerate(scene.choices):
        if not (choice.do or choice.then or says(choice.tell)):
            message = "this choice does nothing and tells nothing"
            yield Remark("W117", message, ("scene", number, "choice", each, "text"), 'add tell = "…"')


def _of_person(person: Person, name: str) -> Iterator[Remark]:
    if not (person.says or person.knows or says(person.look)):
        message = f"nothing is written of '{name}' to see or to hear"
        yield Remark("W117", message, ("person", name), "add look, says or knows")
    for number, known in enumerate(person.knows):
        if not says(known.say):
            path: Path = ("person", name, "knows", number, "say")
            yield Remark("W117", f"nobody says '{known.id}' in any words", path, 'add say = "…"')
    for number, offer in enumerate(person.offers):
        if not (offer.do or says(offer.tell) or says(offer.say)):
            message = "this offer does nothing and tells nothing"
            yield Remark("W117", message, ("person", name, "offers", number, "text"), 'add say = "…"')


def _is_idle(rule: Rule) -> bool:
    return not rule.before and not rule.do and not says(rule.tell)
