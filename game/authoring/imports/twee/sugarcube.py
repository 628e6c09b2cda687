"""The format SugarCube 2: a passage of its macros, links and naked variables, read into nodes.

Knows nothing of worlds.
"""

from __future__ import annotations

import re
from functools import reduce

from game.authoring.imports.twee.clauses import QUOTED, assigned, divided, understood, unquoted
from game.authoring.imports.twee.expressions import FALSE, Binary, Expression, Literal
from game.authoring.imports.twee.grammar import Tongue
from game.authoring.imports.twee.links import LINK, acted, back, onward, read_link
from game.authoring.imports.twee.markup import COMMENT, TAG
from game.authoring.imports.twee.nodes import Includes, Link, Node, Sets, silenced
from game.authoring.imports.twee.notebook import Page, shown
from game.authoring.imports.twee.reader import Reader

OPERATORS = {"is": "==", "eq": "==", "isnot": "!=", "neq": "!=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
OPERATORS |= {word: word for word in ("and", "or", "not")}
TONGUE = Tongue(OPERATORS)

_TOKEN = re.compile(
    rf"""
      (?P<comment>{COMMENT})
    | <<(?P<name>/?[A-Za-z][\w-]*+|=|-)(?P<given>(?:{QUOTED}|[^<>]|>(?!>)|<(?!<))*+)>>
    | (?P<broken><<(?=[/A-Za-z=-]))
    | \[img\[[^\]\n]*+\](?P<image>)
    | {LINK}
    | {TAG}
    | {{{{{{(?P<verbatim>(?:[^{{}}]|{{(?!{{{{)|}}(?!}}}}))*+)}}}}}}
    | \$(?P<money>\$)
    | (?<!\w)(?P<value>[$_][A-Za-z]\w*+)(?P<part>(?:\.[A-Za-z_]\w*+|\[[^\]\n]*+\])*+)
    """,
    re.VERBOSE,
)
_RAW = frozenset({"script", "style", "for", "widget", "createplaylist", "done"})
_LINKS = frozenset({"link", "button", "click", "linkreplace", "linkappend", "linkprepend"})
_SILENT = frozenset({"silently", "silent"})
_QUIET = frozenset({"nobr", "capture", "type", "append", "replace", "prepend"})


def read_sugarcube(page: Page) -> tuple[Node, ...]:
    """Return the nodes of a passage; what cannot be translated is noted."""
    return _Reader(page).nodes()


class _Reader(Reader):
    style = "sugarcube"
    tongue = TONGUE
    tokens = _TOKEN

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._subjects: list[Expression] = []

    def token(self, found: re.Match[str], offset: int) -> None:  # noqa: C901 - one case for each token
        match found.lastgroup:
            case "given":
                self._macro(found["name"], found["given"].strip(), offset)
            case "broken":
                self.break_off(offset)
            case "link":
                self.growing.add(self._link(found["link"], offset))
            case "image":
                self.page.note(offset, "a picture was left out")
            case "tag":
                self.tag(found, offset)
                if found["tag"] in _RAW and not found.group().startswith("</"):
                    self._skip(f"</{found['tag']}>")
            case "verbatim":
                self.growing.say(found["verbatim"])
            case "money":
                self.growing.say("$")
            case "part":
                self.naked(found, offset)

    def _link(self, inside: str, offset: int) -> Link:
        inside, _, setter = inside.partition("][")
        return read_link(inside, self.page.line_at(offset), do=tuple(self._sets(setter, offset)))

    def _sets(self, source: str, offset: int) -> list[Sets]:
        given = [part for _, part in divided(source, ",;") if part.strip()]
        return [each for part in given if (each := assigned(self.page, offset, part, TONGUE))]

    def _skip(self, end: str) -> None:
        """Leave out what stands before an end, or all there is."""
        at = self.page.text.find(end, self.at)
        self.at = len(self.page.text) if at < 0 else at + len(end)

    def _macro(self, name: str, given: str, offset: int) -> None:  # noqa: C901, PLR0912 - one case for each macro
        growing, page, line = self.growing, self.page, self.page.line_at(offset)
        match name:
            case "set" | "run" | "unset" if name == "set" or re.match(r"\$\w+\s*[-+*/%]?=(?!=)", given):
                growing.add(*self._sets(given, offset))
            case "if":
                growing.open("if", offset, when=self.asked(given, offset))
            case "elseif" | "else" | "case" | "default":
                self._turned(name, given, offset)
            case "switch":
                self._subjects.append(understood(page, offset, given, TONGUE) or FALSE)
                growing.open("if", offset, when=FALSE)
            case "print" | "=" | "-":
                self.shown(given, offset)
            case "goto":
                self._way(given, offset)
            case "return" | "back":
                growing.add(self._back(given, line))
            case "include" | "display" if (passage := unquoted(given)) is not None:
                growing.add(Includes(passage, line))
            case _ if name in _LINKS:
                growing.open("link", offset, link=self._acting(given, offset))
            case _ if name in _SILENT:
                growing.open("silent", offset)
            case _ if name.startswith("/"):
                self._closed(name[1:], offset)
            case _ if name not in _QUIET:
                page.note(offset, f"the macro <<{name}>> was left out")
                if name in _RAW:
                    self._skip(f"<</{name}>>")

    def _turned(self, name: str, given: str, offset: int) -> None:
        if self.growing.kind != "if":
            self.page.note(offset, f"the macro <<{name}>> stands under no condition, and was left out")
        elif name == "elseif" or given.startswith("if "):
            self.growing.turn(self.asked(given.removeprefix("if "), offset))
        elif name == "case" and self._subjects:
            self.growing.turn(self._case(given, offset))
        else:
            self.growing.turn(None)

    def _case(self, given: str, offset: int) -> Expression:
        """Return what asks whether the subject of the switch is one of the values."""
        values = [
            Literal(text) if (text := unquoted(each)) is not None else self.asked(each, offset)
            for each in re.findall(rf"{QUOTED}|[^\s,]+", given)
        ]
        tests: list[Expression] = [Binary("==", self._subjects[-1], value) for value in values]
        return reduce(lambda one, other: Binary("or", one, other), tests) if tests else FALSE

    def _way(self, given: str, offset: int) -> None:
        link = self._acting(given, offset)
        if not link.label:
            self.page.note(offset, f"<<goto {shown(given)}>> was left out: where it leads is not written there")
            return
        self.growing.add(onward(link.to or link.label, link.line))

    def _back(self, given: str, line: int) -> Link:
        label = unquoted(given)
        return back(line, label=label) if label else back(line)

    def _acting(self, given: str, offset: int) -> Link:
        """Return the link that a macro's arguments write: in brackets, or one or two texts in quotes."""
        line = self.page.line_at(offset)
        if found := re.match(LINK, given):
            return self._link(found["link"], offset)
        label, *rest = [unquoted(each) or "" for each in re.findall(QUOTED, given)] or [""]
        return Link(label, rest[0] if rest else "", line, said=label)

    def _closed(self, name: str, offset: int) -> None:
        growing = self.growing
        if name in ("if", "switch") and growing.kind == "if":
            growing.close()
            if name == "switch" and self._subjects:
                self._subjects.pop()
        elif name in _LINKS and growing.kind == "link" and growing.link is not None:
            growing.add(*acted(self.page, offset, growing.link, growing.close()))
        elif name in _SILENT and growing.kind == "silent":
            growing.add(*silenced(growing.close()))
