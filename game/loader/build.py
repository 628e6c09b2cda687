"""The format's tables turned into the rules' records: each key into the field of the same name, as its mark says.

Knows nothing of files or of TOML. A key that a record has as it stands needs no line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache, partial
from itertools import count
from typing import Any, TypeVar, cast

from game.loader.compile import Compiler
from game.loader.positions import Path
from game.loader.schema.kinds import Asks, Does, Matches, Refers, Table, Told
from game.loader.schema.people import GoalTable, KnowsTable, PersonTable, TellsTable
from game.loader.schema.places import ExitTable, PlaceTable
from game.loader.schema.scenes import QuestTable, RuleTable, SceneTable
from game.loader.schema.world import DetailsTable, DrawTable, TableTable, WorldFile
from game.loader.shapes import Shape, shapes_of
from game.rules import world as records
from game.rules.details import Form
from game.rules.expressions import Condition
from game.story.inventing.forms import forms_of, kinds_of

Record = TypeVar("Record")
Make = Callable[[Compiler, Any, Path, str], Any]
"""Makes a record's value of one in a table; with where that is, and the id of what it belongs to."""

_PLACE = Refers(("place",))


class Builder:
    """Builds one world. Everything wrong is reported; what is built in spite of it is never used."""

    def __init__(self, file: WorldFile, compiler: Compiler) -> None:
        self._file = file
        self._compiler = compiler
        self._forms = _forms(file.world.language, file.details)

    def build(self, digest: str, files: tuple[tuple[str, str], ...]) -> records.World:
        """Return the world; digest names the text of the files it was read from."""
        file = self._file
        for name, table in file.table.items():
            self._compiler.names.tables[name] = self._table(name, table)
        people = {name: self._person(name, each) for name, each in file.person.items()}
        scenes = [self._scene(each, ("scene", n)) for n, each in enumerate(file.scene)]
        built = {
            "voice": self._record(records.Voice, file.world.voice, ("world", "voice")),
            "sampling": self._record(records.Sampling, file.world.sampling, ("world", "sampling")),
            "facts": dict(self._compiler.names.facts),
            "places": {name: self._place(name, each) for name, each in file.place.items()},
            "things": self._named(records.Thing, file.thing, "thing"),
            "people": people,
            "scenes": {each.id: each for each in scenes},
            "choices": {choice.id: choice for scene in scenes for choice in scene.choices},
            "knowledge": {known.id: known for person in people.values() for known in person.knows},
            "passed_on": tuple(known for person in people.values() for known in person.knows if known.tells),
            "proposals": {offer.id: offer for person in people.values() for offer in person.offers},
            "quests": {name: self._quest(name, each) for name, each in file.quest.items()},
            "rules": {each.id: each for each in map(self._rule, count(), file.rule)},
            "endings": {each.id: each for each in self._listed(records.Ending, file.ending, ("ending",))},
            "secrets": {each.id: each for each in self._listed(records.Secret, file.secret, ("secret",))},
            "verbs": {verb: tuple(words) for verb, words in file.verbs.items()},
            "lore": self._listed(records.Lore, file.lore, ("lore",)),
            "paths": self._listed(records.Path, file.path, ("path",)),
            "details": self._forms,
            "sentences": dict(file.sentences),
            "names": self._compiler.names,
            "remembered": frozenset(self._compiler.remembered),
        }
        return self._record(records.World, file.world, ("world",), digest=digest, files=files, **built)

    def _table(self, name: str, table: TableTable) -> records.Table:
        entries = (each if isinstance(each, DrawTable) else DrawTable(text=each) for each in table.draw)
        return records.Table(self._listed(records.Entry, list(entries), ("table", name, "draw")))

    def _place(self, name: str, table: PlaceTable) -> records.Place:
        path: Path = ("place", name)
        exits = {way: self._exit(way, each, (*path, "exits", way)) for way, each in table.exits.items()}
        invent = self._invented(table.invent, kinds_of("place", indoors=table.indoors))
        return self._record(records.Place, table, path, id=name, exits=exits, invent=invent)

    def _exit(self, direction: str, table: str | ExitTable, path: Path) -> records.Exit:
        if isinstance(table, ExitTable):
            return self._record(records.Exit, table, path, direction=direction)
        self._compiler.refer(table, path, _PLACE)
        return records.Exit(direction, table)

    def _person(self, name: str, table: PersonTable) -> records.Person:
        path: Path = ("person", name)
        knows = tuple(self._knowledge(name, each, (*path, "knows", n)) for n, each in enumerate(table.knows))
        accepts = self._listed(records.Accepts, table.accepts, (*path, "accepts"))
        schedule = self._listed(records.Appointment, table.schedule, (*path, "schedule"))
        offers = tuple(
            self._record(records.Proposal, each, (*path, "offers", n), id=each.id or f"{name}.{n + 1}", person=name)
            for n, each in enumerate(table.offers)
        )
        goals = self._listed(records.Goal, [_goal(each) for each in table.goals], (*path, "goals"))
        lists = {"knows": knows, "accepts": accepts, "schedule": schedule, "offers": offers, "goals": goals}
        invent = self._invented(table.invent, kinds_of("person"))
        return self._record(records.Person, table, path, id=name, invent=invent, **lists)

    def _knowledge(self, person: str, table: KnowsTable, path: Path) -> records.Knowledge:
        tells = self._listed(records.Tells, [_tells(each) for each in table.tells], (*path, "tells"))
        return self._record(records.Knowledge, table, path, person=person, tells=tells)

    def _invented(self, asked: bool | Iterable[str], kinds: Iterable[str]) -> tuple[str, ...]:  # noqa: FBT001 - as written
        """Return those of the kinds that may be made up which an author asks for: true is all of them."""
        wanted = kinds if asked is True else asked or ()
        return tuple(kind for kind in wanted if kind in self._forms)

    def _scene(self, table: SceneTable, path: Path) -> records.Scene:
        choices = tuple(
            self._record(
                records.Choice, each, (*path, "choice", n), id=each.id or f"{table.id}.{n + 1}", scene=table.id
            )
            for n, each in enumerate(table.choice)
        )
        return self._record(records.Scene, table, path, choices=choices)

    def _quest(self, name: str, table: QuestTable) -> records.Quest:
        path: Path = ("quest", name)
        if not table.stage:
            for key in [key for key in ("goal", "done") if not getattr(table, key)]:
                self._compiler.missing(key, path)
        stages = self._listed(records.Stage, table.stage, (*path, "stage"))
        return self._record(records.Quest, table, path, id=name, stages=stages)

    def _rule(self, number: int, table: RuleTable) -> records.Rule:
        return self._record(records.Rule, table, ("rule", number), id=table.id or f"rule.{number + 1}")

    def _named(self, kind: type[Record], tables: Mapping[str, Table], section: str) -> dict[str, Record]:
        return {name: self._record(kind, table, (section, name), id=name) for name, table in tables.items()}

    def _listed(self, kind: type[Record], tables: list[Any], path: Path, **given: Any) -> tuple[Record, ...]:
        return tuple(self._record(kind, table, (*path, n), **given) for n, table in enumerate(tables))

    def _record(self, kind: type[Record], table: Table, path: Path, **given: Any) -> Record:
        """Return a record: each field from the key of its name, unless it is given or left out and has a default."""
        values, written = table.__dict__, table.model_fields_set
        owner = given.get("id") or values.get("id") or ""
        for name, make, is_needed in _shared(cast("Any", kind), type(table)):
            if (is_needed or name in written) and name not in given:
                given[name] = make(self._compiler, values[name], (*path, name), owner)
        return kind(**given)


@cache
def _shared(kind: type[Any], table: type[Table]) -> tuple[tuple[str, Make, bool], ...]:
    """Return the fields that a record shares with a table, how they are made, and whether the record has no default."""
    shapes = shapes_of(table)
    return tuple(
        (each.name, _making(shapes[each.name]), each.default is MISSING and each.default_factory is MISSING)
        for each in fields(kind)
        if each.name in shapes
    )


def _forms(language: str, own: DetailsTable) -> dict[str, Form]:
    """Return the closed forms of a world's details, its own words among them."""
    tables = {kind: getattr(own, kind) for kind in type(own).model_fields}
    words = {kind: {"how": each.how, "what": each.what} for kind, each in tables.items()}
    return forms_of(language, words, frozenset(kind for kind, each in tables.items() if each.instead))


def _goal(value: str | GoalTable) -> GoalTable:
    return value if isinstance(value, GoalTable) else GoalTable(text=value)


def _tells(value: str | TellsTable) -> TellsTable:
    return value if isinstance(value, TellsTable) else TellsTable(to=value)


def _making(shape: Shape) -> Make:
    """Return what makes a record's value of one in a table, by what it is for."""
    match shape.mark:
        case Told(remembered):
            return lambda compiler, value, path, owner: compiler.text(value, path, owner=owner if remembered else "")
        case Asks():
            return _asked
        case Matches():
            return lambda compiler, value, path, owner: compiler.patterns(value, path)
        case Does():
            return lambda compiler, value, path, owner: compiler.effects(value, path)
        case Refers() as to:
            return partial(_referred, to)
    return _as_it_is if shape.item is None else partial(_listed, _making(shape.item))


def _asked(compiler: Compiler, value: Any, path: Path, owner: str) -> Condition | None:
    if value in (None, False):
        return None
    return compiler.condition("true" if value is True else value, path)


def _referred(to: Refers, compiler: Compiler, value: str | None, path: Path, owner: str) -> str | None:
    if value is not None:
        compiler.refer(value, path, to)
    return value


def _listed(make: Make, compiler: Compiler, value: Any, path: Path, owner: str) -> Any:
    return tuple(make(compiler, each, (*path, number), owner) for number, each in enumerate(value))


def _as_it_is(compiler: Compiler, value: Any, path: Path, owner: str) -> Any:
    return tuple(value) if isinstance(value, list) else value
