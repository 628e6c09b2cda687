"""The links of a passage as choices of a scene.

Knows nothing of texts, and of the passages that links lead to only how one comes there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from game.authoring.imports.twee.expressions import Untranslated
from game.authoring.imports.twee.links import ONWARD
from game.authoring.imports.twee.markup import plain_prose
from game.authoring.imports.twee.nodes import Link, Sets, Words
from game.authoring.imports.twee.notebook import Notebook, shown
from game.authoring.imports.twee.prose import Prose
from game.authoring.imports.twee.ruled import Ruled, always_leads, leaves
from game.authoring.imports.twee.writing import Writer, both, denied
from game.story.clean import clean

MAX_CHOICES = 20
MAX_LABEL = 80
MAX_EFFECTS = 49

_VALUE = re.compile(r"(?<!\w)[$_][A-Za-z]\w*")

Leads = Callable[[str], dict[str, Any]]
"""Returns the keys of a choice that bring the player to a passage: then, or do."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Writes the choices of passages of one style."""

    writer: Writer
    notebook: Notebook
    style: str
    leads: Leads

    def choices(self, ruled: Ruled) -> list[dict[str, Any]]:
        """Return the tables of a scene's choices, none of them twice."""
        tables: list[dict[str, Any]] = []
        for under, leaf in leaves(ruled):
            if not isinstance(leaf, Link) or not (leaf.to or leaf.tells):
                continue
            if under is None:
                self._left_out(leaf, "its condition is too long")
                continue
            table = self._choice(leaf, under) if leaf.to else self._telling(leaf, under)
            if table in tables:
                continue
            if len(tables) == MAX_CHOICES:
                self._left_out(leaf, f"a scene has at most {MAX_CHOICES} choices")
                continue
            tables.append(table)
        return tables

    def _left_out(self, link: Link, why: str) -> None:
        self.notebook.add(link.line, f"the link '{shown(link.label)}' was left out: {why}")

    def _choice(self, link: Link, under: str) -> dict[str, Any]:
        if link.label == ONWARD and not link.said:
            self.notebook.add(
                link.line, f"the story goes on to '{shown(link.to or '')}' by itself; here that is a choice"
            )
        led = self.leads(link.to or "")
        do = [*self.effects(link.do), *led.get("do", ())]
        table = {"text": self._label(link), "when": under, **led, "do": do}
        return {key: value for key, value in table.items() if value}

    def _telling(self, link: Link, under: str) -> dict[str, Any]:
        tell = Prose(self.writer, self.notebook).text((Words(link.tells),), link.line)
        table = {"text": self._label(link), "when": under, "tell": tell, "stay": True}
        return {key: value for key, value in table.items() if value}

    def effects(self, sets: tuple[Sets, ...]) -> list[str]:
        """Return the effects that set variables; what cannot be written is noted."""
        every = list(self._effects(sets))
        if len(every) > MAX_EFFECTS:
            self.notebook.add(sets[MAX_EFFECTS].line, f"more than {MAX_EFFECTS} effects; the rest was left out")
        return every[:MAX_EFFECTS]

    def _effects(self, sets: tuple[Sets, ...]) -> Iterator[str]:
        for each in sets:
            try:
                yield self.writer.effect(each)
            except Untranslated as error:
                self.notebook.add(each.line, f"what is set here was left out: {error}")

    def _label(self, link: Link) -> str:
        if any(self.writer.ids.get(found.group().lstrip("$")) for found in _VALUE.finditer(link.label)):
            self.notebook.add(link.line, f"the label '{shown(link.label)}' stays as it is: a choice shows no values")
        label = one_line(plain_prose(link.label, self.style))
        if len(label) > MAX_LABEL:
            self.notebook.add(link.line, f"the label '{shown(label)}' was cut: it has more than {MAX_LABEL} characters")
        return name_of(label, otherwise=ONWARD)


def the_end(ruled: Ruled, choices: list[dict[str, Any]]) -> str | None:
    """Return the condition on which a passage with choices has none that can be taken; "" is never, None too long."""
    if choices and (always_leads(ruled) or not all("when" in each for each in choices)):
        return ""
    conditions = [str(each["when"]) for each in choices if each.get("when", "false") != "false"]
    return both(*map(denied, conditions)) or ("true" if not conditions else None)


def one_line(text: str) -> str:
    """Return foreign text on one line, without signs that no screen shows."""
    return " ".join(clean(text).split())


def name_of(text: str, *, otherwise: str) -> str:
    """Return text as the format takes it for a name: not too long, and not all of it unseen."""
    line = one_line(text)
    if not any(each.isprintable() and not each.isspace() for each in line):
        return otherwise
    return line if len(line) <= MAX_LABEL else f"{line[: MAX_LABEL - 1].rstrip()}…"
