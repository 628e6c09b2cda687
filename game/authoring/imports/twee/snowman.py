"""The format Snowman: a passage of links and a little script between signs, read into nodes.

Knows nothing of worlds, and of script only conditions and assignments.
"""

from __future__ import annotations

import re

from game.authoring.imports.twee.clauses import QUOTED, assigned
from game.authoring.imports.twee.expressions import Expression, Variable
from game.authoring.imports.twee.grammar import Tongue
from game.authoring.imports.twee.links import LINK, read_link
from game.authoring.imports.twee.markup import COMMENT, TAG
from game.authoring.imports.twee.nodes import Node
from game.authoring.imports.twee.notebook import Page, shown
from game.authoring.imports.twee.reader import Reader

_STATE = re.compile(r"(?:window\.)?(?:story\.state|state|s)\.([A-Za-z_]\w*)")
_TOKEN = re.compile(
    rf"""
      (?P<comment>{COMMENT})
    | <%=?(?P<end>(?:[^%]|%(?!>))*+)%>
    | (?P<broken><%)
    | {LINK}
    | {TAG}
    """,
    re.VERBOSE,
)
_SIGN = re.compile(rf"{QUOTED}|(?P<comment>//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))|[(){{}};\n]|.", re.DOTALL)
_IF = re.compile(r"(?P<otherwise>else\b\s*+)?(?:if\s*+\((?P<when>.*)\))?\s*", re.DOTALL)


def _variable(word: str) -> Expression | None:
    found = _STATE.fullmatch(word)
    return Variable(found[1]) if found else None


TONGUE = Tongue(variable=_variable)


def read_snowman(page: Page) -> tuple[Node, ...]:
    """Return the nodes of a passage; what cannot be translated is noted."""
    return _Reader(page).nodes()


class _Reader(Reader):
    style = "markdown"
    tongue = TONGUE
    tokens = _TOKEN

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._is_between = False
        """Whether a branch ended, and what comes next says whether another follows it."""

    def end(self) -> None:
        self._end_branch()

    def prose(self, text: str) -> None:
        if text.strip():
            self._end_branch()
        if not self._is_between:
            super().prose(text)

    def token(self, found: re.Match[str], offset: int) -> None:
        match found.lastgroup:
            case "end" if found.group().startswith("<%="):
                self._end_branch()
                self.shown(found["end"], offset)
            case "end":
                self._script(found["end"], found.start("end"))
            case "broken":
                self.break_off(offset)
            case "link":
                self._end_branch()
                self.growing.add(read_link(found["link"], self.page.line_at(offset)))
            case "tag":
                self.tag(found, offset)

    def _script(self, script: str, offset: int) -> None:
        """Follow a script statement by statement: each ends at a brace, a semicolon or the end of its line."""
        depth = start = 0
        for found in _SIGN.finditer(script):
            sign = found.group()
            depth = max(0, depth + {"(": 1, ")": -1}.get(sign, 0))
            if depth == 0 and sign in "{};\n":
                self._statement(script[start : found.start()].strip(), sign, offset + start)
                start = found.end()
            elif found["comment"]:
                start = found.end() if not script[start : found.start()].strip() else start
        self._statement(script[start:].strip(), ";", offset + start)

    def _statement(self, statement: str, end: str, offset: int) -> None:
        if end == "{":
            self._opened(statement, offset)
        elif statement:
            self._end_branch()
            sets = assigned(self.page, offset, statement, TONGUE)
            self.growing.add(*(() if sets is None else (sets,)))
        if end == "}":
            self._end_branch()
            self._is_between = self.growing.kind == "if"
            if self.growing.kind == "block":
                self.growing.add(*self.growing.close())

    def _opened(self, statement: str, offset: int) -> None:
        found = _IF.fullmatch(statement)
        when = self.asked(found["when"], offset) if found and found["when"] else None
        if found and found["otherwise"] and self._is_between:
            self._is_between = False
            self.growing.turn(when)
            return
        self._end_branch()
        if when is not None:
            self.growing.open("if", offset, when=when)
            return
        self.page.note(offset, f"the script '{shown(statement)}' was left out, but not what it rules")
        self.growing.open("block", offset)

    def _end_branch(self) -> None:
        if self._is_between:
            self._is_between = False
            self.growing.close()
