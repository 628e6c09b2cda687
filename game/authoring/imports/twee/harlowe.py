"""The format Harlowe 3: a passage of its macros, hooks, links and variables, read into nodes.

Knows nothing of worlds.
"""

from __future__ import annotations

import re

from game.authoring.imports.twee.clauses import QUOTED, arguments, assigned, named, unquoted
from game.authoring.imports.twee.expressions import Not, Untranslated
from game.authoring.imports.twee.grammar import Tongue, read_expression
from game.authoring.imports.twee.links import LINK, acted, back, onward, read_link
from game.authoring.imports.twee.markup import COMMENT, TAG
from game.authoring.imports.twee.nodes import Includes, Link, Node, Sets
from game.authoring.imports.twee.notebook import Page, shown
from game.authoring.imports.twee.reader import Reader

TONGUE = Tongue(
    {"is": "==", "and": "and", "or": "or", "not": "not", "contains": "contains", "visits": "visits", "visit": "visits"},
    elides=True,
)
_TOKEN = re.compile(
    rf"""
      (?P<comment>{COMMENT})
    | {LINK}
    | \((?P<name>[A-Za-z][A-Za-z0-9_-]*+):
    | (?P<open>\[)(?P<bars>=*)
    | (?P<close>\])
    | (?P<hook>\|\w++[>)]|(?<=\])<\w++\||<\w++\|(?=\[))
    | `{{1,8}}+(?P<verbatim>[^`]++)`{{1,8}}+
    | {TAG}
    | (?<!\w)(?P<value>[$_][A-Za-z]\w*+)(?P<part>(?:'s\s+\w++)*+)
    """,
    re.VERBOSE,
)
_CALL = re.compile(rf"{QUOTED}|\\.|[()]", re.DOTALL)
_ATTACHED = re.compile(r"[ \t\n]*+(?:<\w++\|)?\[(?!\[)")
_OTHERWISE = re.compile(r"\s*+(?=\((?:else|else-?if|elseif):)", re.IGNORECASE)
_STYLES = frozenset(
    [
        "align",
        "background",
        "bg",
        "box",
        "color",
        "colour",
        "css",
        "font",
        "hook",
        "hoverstyle",
        "name",
        "size",
        "style",
        "t8n",
        "t8ndelay",
        "t8ntime",
        "textcolor",
        "textcolour",
        "textrotate",
        "textsize",
        "textstyle",
        "transition",
        "transitiondelay",
        "transitionin",
        "transitionout",
        "transitiontime",
    ]
)
_LINKS = frozenset({"link", "linkgoto", "linkreveal", "linkreplace", "linkrepeat", "linkrerun", "linkrevealgoto"})


def read_harlowe(page: Page) -> tuple[Node, ...]:
    """Return the nodes of a passage; what cannot be translated is noted."""
    return _Reader(page).nodes()


class _Reader(Reader):
    style = "harlowe"
    tongue = TONGUE
    tokens = _TOKEN

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._is_between = False
        """Whether the branches that are open wait for another, which follows at once."""

    def token(self, found: re.Match[str], offset: int) -> None:
        match found.lastgroup:
            case "link":
                self.growing.add(read_link(found["link"], self.page.line_at(offset)))
            case "name":
                self._called(found["name"], offset)
            case "bars":
                self.growing.open("hook", offset)
            case "close":
                self._closed(offset)
            case "verbatim":
                self.growing.say(found["verbatim"])
            case "tag":
                self.tag(found, offset)
            case "part":
                self.naked(found, offset)

    def _called(self, name: str, offset: int) -> None:
        end = self._end_of_call()
        if end < 0:
            self.break_off(offset)
            return
        given = self.page.text[self.at : end].strip()
        self.at = end + 1
        attached = _ATTACHED.match(self.page.text, self.at)
        plain = name.lower().replace("-", "").replace("_", "")
        if attached and plain in _HOOKED:
            self.at = attached.end()
            self._hooked(plain, given, offset)
        else:
            self._macro(plain, name, given, offset)

    def _end_of_call(self) -> int:
        """Return where the parenthesis is that closes the macro whose arguments begin here, or -1."""
        depth = 1
        for found in _CALL.finditer(self.page.text, self.at):
            depth += {"(": 1, ")": -1}.get(found.group(), 0)
            if not depth:
                return found.start()
        return -1

    def _hooked(self, name: str, given: str, offset: int) -> None:
        """Open the hook of a macro that rules what is in it."""
        match name:
            case "if":
                self.growing.open("if", offset, when=self.asked(given, offset))
            case "unless":
                self.growing.open("if", offset, when=Not(self.asked(given, offset)))
            case "else" | "elseif" if self._is_between:
                self._is_between = False
                self.growing.turn(None if name == "else" else self.asked(given, offset))
            case "else" | "elseif":
                self.page.note(offset, f"({name}:) follows no condition; what is in its brackets is always shown")
                self.growing.open("hook", offset)
            case _:
                self.growing.open("link", offset, link=self._link(given, offset))

    def _closed(self, offset: int) -> None:
        growing = self.growing
        if growing.kind == "if":
            follows = _OTHERWISE.match(self.page.text, self.at)
            self._is_between = follows is not None and self._goes_on(follows.end())
            if follows and self._is_between:
                self.at = follows.end()
            else:
                growing.close()
        elif growing.kind == "link" and growing.link is not None:
            growing.add(*acted(self.page, offset, growing.link, growing.close()))
        elif growing.kind:
            growing.add(*growing.close())
        else:
            growing.say("]")

    def _goes_on(self, at: int) -> bool:
        """Return whether the macro at an offset closes, and has a hook."""
        was, self.at = self.at, self.page.text.index(":", at) + 1
        end = self._end_of_call()
        self.at = was
        return end >= 0 and _ATTACHED.match(self.page.text, end + 1) is not None

    def _macro(self, plain: str, name: str, given: str, offset: int) -> None:  # noqa: C901 - one case each
        growing, line = self.growing, self.page.line_at(offset)
        match plain:
            case "set":
                growing.add(*self._sets(given, offset))
            case "put" | "move":
                growing.add(*self._puts(given, offset))
            case "print":
                self.shown(given, offset)
            case "goto" if (passage := unquoted(given)) is not None:
                growing.add(onward(passage, line))
            case "undo":
                growing.add(back(line))
            case "linkundo" | "linkrevealundo" if label := unquoted(given):
                growing.add(back(line, label=label))
            case "display" if (passage := unquoted(given)) is not None:
                growing.add(Includes(passage, line))
            case "linkgoto" | "linkrevealgoto" | "link" if self._link(given, offset).to:
                growing.add(self._link(given, offset))
            case _ if plain not in _STYLES:
                self.page.note(offset, f"the macro ({name}:) was left out")

    def _sets(self, given: str, offset: int) -> list[Sets]:
        return [each for part in arguments(given) if (each := assigned(self.page, offset, part, TONGUE))]

    def _puts(self, given: str, offset: int) -> list[Sets]:
        return [each for part in arguments(given) if (each := self._put(part, offset))]

    def _put(self, source: str, offset: int) -> Sets | None:
        value, _, target = source.rpartition(" into ")
        try:
            variable = named(target, TONGUE)
            return Sets(variable.name, read_expression(value, TONGUE, it=variable), self.page.line_at(offset))
        except Untranslated as error:
            self.page.note(offset, f"'{shown(source)}' was left out: {error}")
            return None

    def _link(self, given: str, offset: int) -> Link:
        """Return the link that one or two texts in quotes write: a label, and where it leads."""
        texts = [unquoted(each) or "" for each in arguments(given)]
        label, to = (*texts, "", "")[:2]
        return Link(label, to, self.page.line_at(offset), said=label)


_HOOKED = _LINKS | {"if", "unless", "else", "elseif"}
