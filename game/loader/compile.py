"""What authors write within values, compiled: conditions, effects, texts and references, each fault located.

Knows nothing of the format's tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from game.loader.diagnostics import Diagnostics
from game.loader.merge import Merged
from game.loader.positions import Path, offset_in_text
from game.loader.schema.kinds import Refers, VariantTable
from game.rules.actions import VERB_NAMES
from game.rules.effects import Effect, compile_effect
from game.rules.expressions import Condition, compile_condition
from game.rules.names import ExpressionError, Names
from game.rules.texts import NO_TEXT, Text, Variant, compile_variant, remembers
from game.rules.world import TAGGED, Pattern

ANY = "any"
"""Stands for every action in a rule."""

Compiled = TypeVar("Compiled")


class Compiler:
    """Compiles the values of one world. remembered grows with each text that wants its first telling kept."""

    def __init__(self, names: Names, written: Mapping[str, Path], merged: Merged, report: Diagnostics) -> None:
        self.names = names
        self.remembered: set[str] = set()
        self._conditions: dict[str, Condition] = {}
        self._effects: dict[str, Effect] = {}
        self._written = written
        self._merged = merged
        self._report = report

    def condition(self, source: str, path: Path) -> Condition:
        """Return the condition; a wrong one is reported, and never holds."""
        known = self._conditions.get(source)
        if known is not None:
            return known
        compiled = self._compiled(lambda: compile_condition(source, self.names), path, "W010")
        if compiled is None:
            return Condition(source, lambda state, draws: False)
        self._conditions[source] = compiled
        return compiled

    def effects(self, sources: Sequence[str], path: Path) -> tuple[Effect, ...]:
        """Return the effects but the wrong ones, which are reported."""
        built = (self._effect(each, (*path, number)) for number, each in enumerate(sources))
        return tuple(each for each in built if each is not None)

    def text(self, value: Any, path: Path, *, owner: str = "") -> Text:
        """Return the text that a string, a variant or a list of both says. owner may remember its first telling."""
        if value is None:
            return NO_TEXT
        if isinstance(value, list):
            return Text(tuple(self._variant(each, (*path, n), owner) for n, each in enumerate(value)))
        return Text((self._variant(value, path, owner),))

    def patterns(self, value: str | Sequence[str], path: Path) -> tuple[Pattern, ...]:
        """Return the patterns of a rule; a verb or a name that there is not is reported."""
        if isinstance(value, str):
            return (self._pattern(value, path),)
        return tuple(self._pattern(each, (*path, number)) for number, each in enumerate(value))

    def missing(self, key: str, path: Path) -> None:
        """Report a key that is needed here."""
        source, position = self._merged.locate(path)
        length, hint = len(str(path[-1])), f"add {key} = …"
        self._report.error("W003", f"'{key}' is missing", source, position.key, length=length, hint=hint)

    def refer(self, name: str, path: Path, to: Refers) -> None:
        """Report a name that is not the id of anything it may refer to."""
        if self.names.kinds.get(name) in to.kinds or name in to.constants:
            return
        self._misnamed(f"there is no {_either(to.kinds)} '{name}'", name, path, self.names.of_kind(*to.kinds))

    def _pattern(self, source: str, path: Path) -> Pattern:
        verb, *named = source.split() or [""]
        if verb == ANY and not named:
            return ()
        if verb not in VERB_NAMES:
            self._misnamed(f"there is no verb '{verb}'", verb, path, (*VERB_NAMES, ANY))
        for name in named if verb != "go" else ():
            if name.startswith(TAGGED):
                self._check_tag(name.removeprefix(TAGGED), verb, path)
            elif name not in self.names.kinds:
                self._misnamed(f"there is nothing with the id '{name}'", name, path, self.names.kinds)
        return (verb, *named)

    def _check_tag(self, tag: str, verb: str, path: Path) -> None:
        if verb != "choose":
            self._misnamed(f"only choices have tags, so this names nothing to {verb}", tag, path, ())
        elif tag not in self.names.tags:
            self._misnamed(f"no choice has the tag '{tag}'", tag, path, sorted(self.names.tags))

    def _misnamed(self, message: str, name: str, path: Path, candidates: Iterable[str]) -> None:
        source, position = self._merged.locate(path)
        offset = offset_in_text(source.text, position.value, 0)
        self._report.error("W012", message, source, offset, length=len(name), hint=self._hint(name, candidates))

    def _effect(self, source: str, path: Path) -> Effect | None:
        known = self._effects.get(source)
        if known is None:
            known = self._compiled(lambda: compile_effect(source, self.names), path, "W011")
        if known is not None:
            self._effects[source] = known
        return known

    def _variant(self, value: str | VariantTable, path: Path, owner: str) -> Variant:
        if isinstance(value, str):
            return self._wording(value, path, None, owner)
        when = None if value.when is None else self.condition(value.when, (*path, "when"))
        return self._wording(value.text, (*path, "text"), when, owner)

    def _wording(self, text: str, path: Path, when: Condition | None, owner: str) -> Variant:
        if not text:
            return _SILENT if when is None else Variant("", when)
        if owner and remembers(text):
            self.remembered.add(owner)
        led = len(text) - len(text.lstrip())
        compiled = self._compiled(
            lambda: compile_variant(text.strip(), self.names, when=when, owner=owner), path, "W013", led=led
        )
        return compiled or Variant(text.strip(), when)

    def _compiled(self, compiling: Callable[[], Compiled], path: Path, code: str, *, led: int = 0) -> Compiled | None:
        """Return what compiling returns; report what it raises, led characters further on in the value at path."""
        try:
            return compiling()
        except ExpressionError as error:
            source, position = self._merged.locate(path)
            offset = offset_in_text(source.text, position.value, led + error.column)
            end = offset_in_text(source.text, position.value, led + error.column + error.length)
            hint = self._hint(error.unknown, error.candidates)
            code = "W012" if error.unknown else code
            self._report.error(code, str(error), source, offset, length=end - offset, hint=hint)
            return None

    def _hint(self, name: str, candidates: Iterable[str]) -> str:
        if self._report.is_full:
            return ""  # nobody would see it, and there may be very many names
        known = tuple(candidates)
        near = self._report.nearest(name, known)
        if near is None:
            return _listed(known)
        if near not in self._written:
            return f"did you mean '{near}'?"
        return f"did you mean '{near}' ({self._merged.where(self._written[near])})?"


_SILENT = Variant("")
_FEW = 4


def _listed(candidates: Sequence[str]) -> str:
    """Return a hint of what there is, where it is little."""
    shown = " or ".join(f"'{each}'" for each in candidates)
    return f"there is {shown}" if 0 < len(candidates) <= _FEW else ""


def _either(kinds: Sequence[str]) -> str:
    *others, last = kinds
    return f"{', '.join(others)} or {last}" if others else last
