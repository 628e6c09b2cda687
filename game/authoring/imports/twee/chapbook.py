"""The format Chapbook: a passage of variables, modifiers, inserts and links, read into nodes.

Knows nothing of worlds.
"""

from __future__ import annotations

import re

from game.authoring.imports.twee.clauses import assigned, divided, unquoted
from game.authoring.imports.twee.expressions import Expression, Literal, Not, Roll, Variable, Visits
from game.authoring.imports.twee.grammar import Tongue
from game.authoring.imports.twee.links import BACK, LINK, back, read_link
from game.authoring.imports.twee.markup import COMMENT, TAG
from game.authoring.imports.twee.nodes import Branch, If, Includes, Link, Node
from game.authoring.imports.twee.notebook import Page, shown
from game.authoring.imports.twee.reader import Reader

_DIE = re.compile(r"random\.(?:d|coinFlip)(\d*)")
_UNKNOWN = re.compile(r"(?:config|engine|browser|now|random|story|sound|passage)\b")
_VARS_END = re.compile(r"^--[ \t]*$", re.MULTILINE)
_VAR = re.compile(r"[ \t]*(?P<name>[A-Za-z_$][\w.]*+)[ \t]*(?:\((?P<when>.*)\))?[ \t]*:(?P<value>.*)")
_TOKEN = re.compile(
    rf"""
      (?P<comment>{COMMENT})
    | {LINK}
    | ^\[(?P<modifier>[^\[\]\n]{{1,400}}+)\][ \t]*(?:\n|\Z)
    | \{{(?P<insert>[^{{}}\n]{{1,400}}+)\}}
    | {TAG}
    """,
    re.VERBOSE | re.MULTILINE,
)
_MODIFIER = re.compile(r"(?P<name>if|unless|ifalways|ifnever|else|cont(?:inued?|'d)?)\b(?P<given>.*)", re.IGNORECASE)
_REMARK = re.compile(r"(?:note\b|n\.b\.|fixme\b|todo\b|css\b|javascript\b)", re.IGNORECASE)
_STYLE = re.compile(r"(?:align|append)\b", re.IGNORECASE)
_CODE = re.compile(r"(?:css|javascript)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>[A-Za-z][A-Za-z ]*?)[ ]*(?P<given>[:,].*)?")


def _variable(word: str) -> Expression | None:
    if word == "passage.visits":
        return Visits()
    if die := _DIE.fullmatch(word):
        return Roll(Literal(1), Literal(int(die[1][:6] or 2)))
    return None if _UNKNOWN.match(word) or "." in word else Variable(word)


TONGUE = Tongue(variable=_variable)


def read_chapbook(page: Page) -> tuple[Node, ...]:
    """Return the nodes of a passage; what cannot be translated is noted."""
    return _Reader(page).nodes()


class _Reader(Reader):
    style = "markdown"
    tongue = TONGUE
    tokens = _TOKEN

    def nodes(self) -> tuple[Node, ...]:
        self.at = self._variables()
        return super().nodes()

    def end(self) -> None:
        self._end_modifier()

    def token(self, found: re.Match[str], offset: int) -> None:
        match found.lastgroup:
            case "link":
                self.growing.add(read_link(found["link"], self.page.line_at(offset)))
            case "modifier":
                for _, each in divided(found["modifier"], ";"):
                    self._modified(each.strip(), offset)
            case "insert":
                self._inserted(found["insert"].strip(), offset)
            case "tag":
                self.tag(found, offset)

    def _variables(self) -> int:
        """Add what is set ahead of the text, if anything is; return where the text begins."""
        end = _VARS_END.search(self.page.text)
        if end is None:
            return 0
        for offset, line in divided(self.page.text[: end.start()], "\n"):
            if line.strip():
                self._set(line, offset)
        return end.end()

    def _set(self, line: str, offset: int) -> None:
        found = _VAR.fullmatch(line)
        if found is None or _UNKNOWN.match(found["name"]):
            self.page.note(offset, f"'{shown(line)}' was left out: it sets no variable of the story's own")
            return
        sets = assigned(self.page, offset, f"{found['name']}={found['value']}", TONGUE)
        if sets is None:
            return
        if found["when"]:
            when = self.asked(found["when"], offset)
            self.growing.add(If((Branch(when, (sets,)),), sets.line))
        else:
            self.growing.add(sets)

    def _modified(self, modifier: str, offset: int) -> None:
        """Begin what a modifier rules; the one before it ends there."""
        found = _MODIFIER.fullmatch(modifier)
        name = found["name"].lower() if found else ""
        if name == "else" and self.growing.kind == "if":
            self.growing.turn(None)
            return
        self._end_modifier()
        if found and name in ("if", "unless", "ifalways", "ifnever"):
            self.growing.open("if", offset, when=self._test(name, found["given"], offset))
        elif _REMARK.match(modifier):
            self.growing.open("left out", offset)
            if _CODE.match(modifier):
                self.page.note(offset, f"what stands under [{shown(modifier)}] was left out")
        elif not found and not _STYLE.match(modifier):
            self.page.note(offset, f"the modifier [{shown(modifier)}] was left out")

    def _test(self, name: str, given: str, offset: int) -> Expression:
        if name in ("ifalways", "ifnever"):
            return Literal(name == "ifalways")
        test = self.asked(given, offset)
        return test if name == "if" else Not(test)

    def _end_modifier(self) -> None:
        if self.growing.kind:
            self.growing.close()

    def _inserted(self, insert: str, offset: int) -> None:
        line = self.page.line_at(offset)
        found = _NAMED.fullmatch(insert)
        name, given = (found["name"].lower(), found["given"] or "") if found else ("", "")
        texts = [text for _, part in divided(given, ",:") if (text := unquoted(part)) is not None]
        match name:
            case "embed passage" | "embed passage named" if texts:
                self.growing.add(Includes(texts[0], line))
            case "back link":
                self.growing.add(back(line, label=texts[0] if texts else BACK))
            case "link to" if texts:
                self.growing.add(Link(texts[-1], texts[0], line, said=texts[-1]))
            case _ if " " in name or given:
                self.page.note(offset, f"the insert {{{shown(insert)}}} was left out")
            case _:
                self.shown(insert, offset, written=f"{{{insert}}}")
