"""The schema's tables turned into the rules' records: expressions compiled, names checked, findings located.

Knows nothing of files or of TOML.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from game.loader import schema
from game.loader.diagnostics import Diagnostics
from game.loader.identify import identify
from game.loader.merge import Merged
from game.loader.positions import Path, offset_in_text
from game.rules import world as records
from game.rules.effects import Effect, compile_effect
from game.rules.expressions import Condition, compile_condition
from game.rules.names import CONSTANTS, ExpressionError, Names

Built = TypeVar("Built")


class Builder:
    """Builds one world. Everything wrong is reported; what is built in spite of it is never used."""

    def __init__(self, file: schema.WorldFile, merged: Merged, report: Diagnostics) -> None:
        self._file = file
        self._merged = merged
        self._report = report
        self._names, self._written = identify(file, merged, report)

    def build(self, digest: str) -> records.World:
        """Return the world; digest names the text it was read from."""
        file = self._file
        self._name(file.world.start, ("world", "start"), "place")
        people = {name: self._person(name, each) for name, each in file.person.items()}
        scenes = [self._scene(each, ("scene", n)) for n, each in enumerate(file.scene)]
        return records.World(
            id=file.world.id,
            title=file.world.title,
            language=file.world.language,
            rating=file.world.rating,
            start=file.world.start,
            digest=digest,
            author=file.world.author,
            about=file.world.about,
            opening=self._text(file.world.opening, ("world", "opening")),
            voice=records.Voice(file.world.voice.style, tuple(file.world.voice.avoid)),
            facts=dict(file.facts),
            places={name: self._place(name, each) for name, each in file.place.items()},
            things={name: self._thing(name, each) for name, each in file.thing.items()},
            people=people,
            scenes={each.id: each for each in scenes},
            choices={choice.id: choice for scene in scenes for choice in scene.choices},
            knowledge={known.id: known for person in people.values() for known in person.knows},
            quests={name: self._quest(name, each) for name, each in file.quest.items()},
            endings={each.id: self._ending(each, ("ending", n)) for n, each in enumerate(file.ending)},
            lore=tuple(records.Lore(each.text, self._when(each.when, ("lore", n))) for n, each in enumerate(file.lore)),
            paths=tuple(self._path(each, ("path", n)) for n, each in enumerate(file.path)),
            sentences=dict(file.sentences),
            names=self._names,
        )

    def _place(self, name: str, table: schema.PlaceTable) -> records.Place:
        path: Path = ("place", name)
        return records.Place(
            id=name,
            name=table.name,
            look=self._text(table.look, (*path, "look")),
            aliases=tuple(table.aliases),
            mood=table.mood,
            indoors=table.indoors,
            exits={way: self._exit(way, each, (*path, "exits", way)) for way, each in table.exits.items()},
        )

    def _exit(self, direction: str, table: str | schema.ExitTable, path: Path) -> records.Exit:
        if isinstance(table, str):
            self._name(table, path, "place")
            return records.Exit(direction, table)
        self._name(table.to, (*path, "to"), "place")
        return records.Exit(
            direction=direction,
            to=table.to,
            when=self._when(table.when, path),
            refuse=self._text(table.refuse, (*path, "refuse")),
            hidden=table.hidden,
            name=table.name,
            tell=self._text(table.tell, (*path, "tell")),
        )

    def _thing(self, name: str, table: schema.ThingTable) -> records.Thing:
        path: Path = ("thing", name)
        if table.at not in CONSTANTS:
            self._name(table.at, (*path, "at"), "place", "person")
        return records.Thing(
            id=name,
            name=table.name,
            at=table.at,
            aliases=tuple(table.aliases),
            look=self._text(table.look, (*path, "look")),
            here=self._text(table.here, (*path, "here")),
            portable=table.portable,
            refuse=self._text(table.refuse, (*path, "refuse")),
            when=self._when(table.when, path),
            take=self._text(table.take, (*path, "take")),
            drop=self._text(table.drop, (*path, "drop")),
        )

    def _person(self, name: str, table: schema.PersonTable) -> records.Person:
        path: Path = ("person", name)
        if table.at != "nowhere":
            self._name(table.at, (*path, "at"), "place")
        return records.Person(
            id=name,
            name=table.name,
            at=table.at,
            aliases=tuple(table.aliases),
            about=table.about,
            voice=table.voice,
            trust=table.trust,
            mood=table.mood,
            look=self._text(table.look, (*path, "look")),
            here=self._text(table.here, (*path, "here")),
            says=tuple(self._text(each, (*path, "says", n)) for n, each in enumerate(table.says)),
            knows=tuple(self._knowledge(name, each, (*path, "knows", n)) for n, each in enumerate(table.knows)),
            accepts=tuple(self._accepts(each, (*path, "accepts", n)) for n, each in enumerate(table.accepts)),
        )

    def _knowledge(self, person: str, table: schema.KnowsTable, path: Path) -> records.Knowledge:
        return records.Knowledge(
            id=table.id,
            person=person,
            topic=table.topic,
            text=table.text,
            say=self._text(table.say, (*path, "say")),
            when=self._when(table.when, path),
            keys=tuple(table.keys),
            do=self._effects(table.do, path),
        )

    def _accepts(self, table: schema.AcceptsTable, path: Path) -> records.Accepts:
        self._name(table.thing, (*path, "thing"), "thing")
        tell = self._text(table.tell, (*path, "tell"))
        return records.Accepts(table.thing, self._when(table.when, path), tell, self._effects(table.do, path))

    def _scene(self, table: schema.SceneTable, path: Path) -> records.Scene:
        return records.Scene(
            id=table.id,
            text=self._text(table.text, (*path, "text")),
            when=self._when(table.when, path),
            priority=table.priority,
            once=table.once,
            hold=table.hold,
            do=self._effects(table.do, path),
            choices=tuple(self._choice(table.id, n, each, path) for n, each in enumerate(table.choice)),
        )

    def _choice(self, scene: str, number: int, table: schema.ChoiceTable, path: Path) -> records.Choice:
        path = (*path, "choice", number)
        if table.then:
            self._name(table.then, (*path, "then"), "scene")
        return records.Choice(
            id=table.id or f"{scene}.{number + 1}",
            scene=scene,
            text=table.text,
            when=self._when(table.when, path),
            tags=tuple(table.tags),
            do=self._effects(table.do, path),
            tell=self._text(table.tell, (*path, "tell")),
            then=table.then,
            stay=table.stay,
        )

    def _quest(self, name: str, table: schema.QuestTable) -> records.Quest:
        path: Path = ("quest", name)
        return records.Quest(
            id=name,
            name=table.name,
            goal=self._text(table.goal, (*path, "goal")),
            done=self._condition(table.done, (*path, "done")),
            when=self._when(table.when, path),
            begun=self._text(table.begun, (*path, "begun")),
            finished=self._text(table.finished, (*path, "finished")),
        )

    def _ending(self, table: schema.EndingTable, path: Path) -> records.Ending:
        when = self._condition(table.when, (*path, "when"))
        return records.Ending(table.id, table.title, when, self._text(table.text, (*path, "text")))

    def _path(self, table: schema.PathTable, path: Path) -> records.Path:
        expect = tuple(self._condition(each, (*path, "expect", n)) for n, each in enumerate(table.expect))
        return records.Path(table.name, tuple(table.choose), expect)

    def _text(self, text: schema.Text | schema.VariantTable | None, path: Path) -> records.Text:
        if text is None:
            return records.NO_TEXT
        if isinstance(text, schema.VariantTable):
            return records.Text((records.Variant(text.text.strip(), self._when(text.when, path)),))
        if isinstance(text, str):
            return records.Text((records.Variant(text.strip()),))
        return records.Text(tuple(self._variant(each, (*path, n)) for n, each in enumerate(text)))

    def _variant(self, table: str | schema.VariantTable, path: Path) -> records.Variant:
        if isinstance(table, str):
            return records.Variant(table.strip())
        return records.Variant(table.text.strip(), self._when(table.when, path))

    def _when(self, source: str | None, path: Path) -> Condition | None:
        return None if source is None else self._condition(source, (*path, "when"))

    def _condition(self, source: str, path: Path) -> Condition:
        return self._compiled(compile_condition, source, path, "W010") or Condition(source, lambda state, draws: False)

    def _effects(self, sources: Sequence[str], path: Path) -> tuple[Effect, ...]:
        built = (self._compiled(compile_effect, each, (*path, "do", n), "W011") for n, each in enumerate(sources))
        return tuple(each for each in built if each is not None)

    def _compiled(self, compiler: Callable[[str, Names], Built], source: str, path: Path, code: str) -> Built | None:
        try:
            return compiler(source, self._names)
        except ExpressionError as error:
            where, position = self._merged.locate(path)
            offset = offset_in_text(where.text, position.value, error.column)
            end = offset_in_text(where.text, position.value, error.column + error.length)
            hint = self._hint(error.unknown, error.candidates)
            code = "W012" if error.unknown else code
            self._report.error(code, str(error), where, offset, length=end - offset, hint=hint)
            return None

    def _name(self, name: str, path: Path, *kinds: str) -> None:
        if self._names.kinds.get(name) in kinds:
            return
        source, position = self._merged.locate(path)
        message = f"there is no {' or '.join(kinds)} '{name}'"
        hint = self._hint(name, self._names.of_kind(*kinds))
        offset = offset_in_text(source.text, position.value, 0)
        self._report.error("W012", message, source, offset, length=len(name), hint=hint)

    def _hint(self, name: str, candidates: Sequence[str]) -> str:
        near = self._report.nearest(name, candidates)
        if near is None:
            return ""
        if near not in self._written:
            return f"did you mean '{near}'?"
        return f"did you mean '{near}' ({self._merged.where(self._written[near])})?"
