"""What may happen in a world, as steps: what each needs to have happened before it, asks of a state, and brings about.

Knows nothing of which of them ever comes about. Marks are spelt as conditions ask for them: "seen(bill)", "has(lamp)";
where something may be is "place(lamp)=hall". What the rules ask beyond this, such as light, is left out: a step may
seem possible that is not, never the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.authoring.logic.literals import PLAYER, Literal, Needs
from game.loader.positions import Path
from game.rules.effects import SHAPE, Effect
from game.rules.expressions import Condition
from game.rules.state import NOWHERE, YOU
from game.rules.world import Choice, Knowledge, Person, Quest, Scene, Thing, World

_WHERE = ("at", "here", "visited")


@dataclass(frozen=True, slots=True)
class Step:
    """One step. name says which it is, "seen(bill)"; path is where its condition stands, if it has one of its own."""

    name: str
    gives: tuple[str, ...]
    needs: tuple[str, ...] = ()
    when: Condition | None = None
    path: Path = ()
    given: Needs = ()


def steps_of(world: World) -> Iterator[Step]:
    """Yield every step that may be taken in a world."""
    yield Step("start", (f"visited({world.start})",))
    yield from _ways(world)
    for number, scene in enumerate(world.scenes.values()):
        yield from _scene(scene, ("scene", number))
    for name, person in world.people.items():
        yield from _person(person, ("person", name))
    for thing in world.things.values():
        yield from _thing(thing)
    for number, rule in enumerate(world.rules.values()):
        yield Step(f"ruled({rule.id})", _done(rule.do), when=rule.when, path=("rule", number, "when"))
    for quest in world.quests.values():
        yield from _quest(quest, ("quest", quest.id))
    for number, ending in enumerate(world.endings.values()):
        ended = f"ended({ending.id})"
        yield Step(ended, (ended,), when=ending.when, path=("ending", number, "when"))


def _ways(world: World) -> Iterator[Step]:
    for name, place in world.places.items():
        for way, leads in place.exits.items():
            yield Step(
                f"exit({name} {way})",
                (f"visited({leads.to})",),
                needs=(f"visited({name})",),
                when=leads.when,
                path=("place", name, "exits", way, "when"),
                given=given_in_place(name, _source(leads.when)),
            )


def given_in_place(place: str, source: str) -> Needs:
    """Return what holds wherever a way out of a place is looked at, if its condition may ask for it."""
    return (Literal(PLAYER, "==", place),) if any(word in source for word in _WHERE) else ()


def given_in_scene(scene: str, source: str) -> Needs:
    """Return what holds wherever a choice of a scene is offered, if its condition may ask for it."""
    return (Literal(f"seen({scene})", "==", value=True),) if scene in source else ()


def _scene(scene: Scene, path: Path) -> Iterator[Step]:
    seen = f"seen({scene.id})"
    given = (seen, *_done(scene.do))
    yield Step(seen, given, when=scene.when, path=(*path, "when"))
    yield Step(f"led to {seen}", given, needs=(f"led({scene.id})",))
    yield from (_choice(choice, (*path, "choice", number)) for number, choice in enumerate(scene.choices))


def _choice(choice: Choice, path: Path) -> Step:
    chosen = f"chosen({choice.id})"
    led = (f"led({choice.then})",) if choice.then else ()
    return Step(
        chosen,
        (chosen, *led, *_done(choice.do)),
        needs=(f"seen({choice.scene})",),
        when=choice.when,
        path=(*path, "when"),
        given=given_in_scene(choice.scene, _source(choice.when)),
    )


def _person(person: Person, path: Path) -> Iterator[Step]:
    near = f"here({person.id})"
    met = (near, f"met({person.id})", f"examined({person.id})")
    yield Step("first", (_at(person.id, person.at),))
    for number, kept in enumerate(person.schedule):
        goes = _at(person.id, kept.at)
        yield Step(f"goes({person.id})", (goes,), when=kept.when, path=(*path, "schedule", number, "when"))
    yield Step(near, met, needs=(f"somewhere({person.id})",))
    for number, known in enumerate(person.knows):
        yield from _knowledge(known, (*path, "knows", number))
    for number, offer in enumerate(person.offers):
        agreed = f"agreed({offer.id})"
        gives = (agreed, f"met({person.id})", *_done(offer.do))
        yield Step(agreed, gives, needs=(near,), when=offer.when, path=(*path, "offers", number, "when"))
    for number, taken in enumerate(person.accepts):
        needs = (near, f"has({taken.thing})")
        where = (*path, "accepts", number, "when")
        yield Step(f"accepts({person.id})", _done(taken.do), needs=needs, when=taken.when, path=where)


def _knowledge(known: Knowledge, path: Path) -> Iterator[Step]:
    """Yield how a piece of knowledge comes to be revealed: by who knows it, or by somebody who has heard it."""
    revealed, heard = f"revealed({known.id})", f"heard({known.id})"
    told = (revealed, *_done(known.do))
    yield Step(revealed, told, needs=(f"met({known.person})",), when=known.when, path=(*path, "when"))
    for number, each in enumerate(known.tells):
        knows = f"{heard} {each.to}"
        yield Step(heard, (heard, knows), when=each.when, path=(*path, "tells", number, "when"))
        yield Step(revealed, told, needs=(knows, f"met({each.to})"))


def _thing(thing: Thing) -> Iterator[Step]:
    has, near, reached = f"has({thing.id})", f"here({thing.id})", f"reached({thing.id})"
    yield Step("first", (_at(thing.id, thing.at),))
    yield Step(near, (near,), needs=(f"somewhere({thing.id})",))
    path: Path = ("thing", thing.id, "when")
    yield Step(reached, (reached, f"examined({thing.id})"), needs=(f"bare({thing.id})",), when=thing.when, path=path)
    if thing.portable:
        yield Step(has, (has,), needs=(reached,))
    yield Step(has, (near, reached, f"examined({thing.id})"), needs=(has,))
    yield from _opened(thing)


def _opened(thing: Thing) -> Iterator[Step]:
    """Yield how what lies in or on a thing comes to be in reach."""
    is_open, reached = f"open({thing.id})", f"reached({thing.id})"
    if not thing.closed or not thing.locked:
        yield Step(is_open, (is_open,), needs=(reached,))
        return
    yield Step(is_open, (is_open,), needs=(reached, f"has({thing.key})") if thing.key else (reached,))
    yield from (Step(is_open, (is_open,), needs=(reached, f"{how}({thing.id})")) for how in ("locked", "closed"))


def _quest(quest: Quest, path: Path) -> Iterator[Step]:
    begun, done = f"begun({quest.id})", f"done({quest.id})"
    yield Step(begun, (begun,), when=quest.when, path=(*path, "when"))
    before = begun
    for number, stage in enumerate(quest.stages):
        reached = f"stage({quest.id}.{number})"
        yield Step(reached, (reached,), needs=(before,), when=stage.done, path=(*path, "stage", number, "done"))
        before = reached
    needs = (begun,) if quest.done is not None else (before,)
    yield Step(done, (done,), needs=needs, when=quest.done, path=(*path, "done"))


def _source(when: Condition | None) -> str:
    return "" if when is None else when.source


def _done(effects: Iterable[Effect]) -> tuple[str, ...]:
    """Return the marks that effects give: what they touch, and where they bring somebody or something."""
    return tuple(mark for effect in effects for mark in effect_marks(effect.source))


def effect_marks(source: str) -> Iterator[str]:
    """Yield the marks that one effect gives."""
    shape = SHAPE.match(source)
    if shape is None:
        return
    target, value = "".join(shape["target"].split()), shape["value"].strip()
    yield target
    query, _, named = target.removesuffix(")").partition("(")
    if query == "place":
        yield f"visited({value})" if named == YOU else _at(named, value)


def _at(named: str, where: str) -> str:
    return f"place({named})={where}"


def arrivals(mark: str, world: World) -> Iterator[Step]:
    """Yield what follows from where somebody or something may be, given as a mark: steps that need what is there."""
    named, _, where = mark.removeprefix("place(").partition(")=")
    if where == NOWHERE:
        return
    if where == YOU:
        yield Step("carried", (f"has({named})",))
    elif where in world.places:
        yield Step("there", (f"somewhere({named})", f"bare({named})"), needs=(f"visited({where})",))
    elif where in world.things:
        yield Step("within", (f"bare({named})",), needs=(f"reached({where})", f"open({where})"))
        seen = (f"reached({named})", f"examined({named})")
        yield Step("within", seen, needs=(f"has({where})", f"open({where})"))
        yield Step("within", (f"somewhere({named})",), needs=(f"somewhere({where})",))
        yield Step("within", (f"has({named})",), needs=(f"has({where})",))
