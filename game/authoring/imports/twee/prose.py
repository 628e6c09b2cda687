"""The text of a passage as a world tells it: words, values and pieces within braces, in as many wordings as it takes.

Knows nothing of links but what stands of them in the text, and nothing of what happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from game.authoring.imports.twee.expressions import Untranslated
from game.authoring.imports.twee.linked import without_link_lines
from game.authoring.imports.twee.nodes import Shown, Words
from game.authoring.imports.twee.notebook import Notebook
from game.authoring.imports.twee.pieces import Piece, joined
from game.authoring.imports.twee.ruled import Case, Cases, Leaf, Ruled
from game.authoring.imports.twee.writing import Writer, both
from game.story.clean import clean

MAX_TEXT = 20_000
MAX_WORDINGS = 12

_SPECIAL = re.compile(r"[{}|]")
_INSTEAD = str.maketrans("{}|", "()/")
_TRAILING = re.compile(r"[ \t]+(?=\n)")
_BLANKS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class _Wording:
    """What is told when a condition holds; None is one that is too long to be written."""

    when: str | None
    told: Ruled


@dataclass(frozen=True, slots=True)
class Prose:
    """Writes the texts of passages."""

    writer: Writer
    notebook: Notebook

    def text(self, ruled: Ruled, line: int) -> str | list[Any]:
        """Return a text, or a list of wordings and when each fits, as the format has them; line is the passage's."""
        wordings = self._wordings(without_link_lines(ruled), line)
        told = [(each.when, self._told(each.told, line)) for each in wordings]
        if len(told) == 1:
            return told[0][1]
        return [{"when": when, "text": text} if when else text for when, text in told]

    def _wordings(self, ruled: Ruled, line: int) -> list[_Wording]:
        """Return the wordings of which the first that fits is told: one for each branch that no piece can hold."""
        done: list[_Wording] = []
        waiting = [_Wording("", ruled)]
        while waiting:
            first, *waiting = waiting
            at = next(
                (n for n, each in enumerate(first.told) if isinstance(each, Cases) and _is_rich(each.cases)), None
            )
            if at is None:
                done.append(first)
                continue
            waiting = [*_branched(first, at), *waiting]
            if len(done) + len(waiting) > MAX_WORDINGS or any(each.when is None for each in waiting):
                return [_Wording("", self._plainer(ruled, line))]
        return done

    def _plainer(self, ruled: Ruled, line: int) -> Ruled:
        self.notebook.add(line, "values that are shown only under conditions were left out: there are too many")
        return tuple(_plain(each) if isinstance(each, Cases) else each for each in ruled)

    def _told(self, ruled: Ruled, line: int) -> str:
        text = ""
        pieces = list(self._pieces(ruled))
        for number, piece in enumerate(pieces):
            longer = joined(text, piece, pieces[number + 1].words if number + 1 < len(pieces) else "")
            if len(longer) > MAX_TEXT:
                self.notebook.add(line, f"the text is longer than {MAX_TEXT} characters, and was cut")
                text = text if piece.is_made else longer[: MAX_TEXT - 1].rstrip("{}")
                break
            text = longer
        return _BLANKS.sub("\n\n", _TRAILING.sub("", text)).strip()

    def _pieces(self, ruled: Ruled, under: str = "") -> Iterator[Piece]:
        for each in ruled:
            match each:
                case Words(text):
                    yield Piece(clean(text), under)
                case Shown() if not under:
                    yield Piece(self._shown(each), is_made=True)
                case Cases():
                    yield from self._choosing(each, under)

    def _choosing(self, cases: Cases, under: str) -> Iterator[Piece]:
        match cases.cases:
            case (Case(own, _, one), Case("", _, other)) if own and not under:
                so, otherwise = _words(one), _words(other)
                if so is not None and otherwise is not None:
                    yield Piece(so, own, otherwise)
                    return
        for case in cases.cases:
            condition = both(under, case.taken)
            if condition is None:
                self.notebook.add(cases.line, "a condition is too long, and what stands under it was left out")
            else:
                yield from self._pieces(case.told, condition)

    def _shown(self, node: Shown) -> str:
        try:
            value = self.writer.value(node.value)
        except Untranslated as error:
            self.notebook.add(node.line, f"a value was left out: {error}")
            return ""
        return f"{{{value.source}: true | false}}" if value.type is bool else f"{{{value.source}}}"


def _is_rich(cases: tuple[Case, ...]) -> bool:
    """Return whether no piece within braces can hold what is told in any of the cases."""
    for each in (each for case in cases for each in case.told):
        match each:
            case Shown():
                return True
            case Words(text) if _SPECIAL.search(text):
                return True
            case Cases(inner) if _is_rich(inner):
                return True
    return False


def _branched(wording: _Wording, at: int) -> Iterator[_Wording]:
    """Yield a wording for each case of what stands at a place in it, and one for none of them."""
    before, cases, after = wording.told[:at], wording.told[at], wording.told[at + 1 :]
    if not isinstance(cases, Cases):
        return
    for case in cases.cases:
        yield _Wording(both(wording.when, case.own), (*before, *case.told, *after))
    if not any(case.own == "" for case in cases.cases):
        yield _Wording(wording.when, (*before, *after))


def _plain(cases: Cases) -> Cases:
    """Return cases without values, and with other signs for those that have a meaning within braces."""
    return replace(cases, cases=tuple(replace(case, told=tuple(_all_plain(case.told))) for case in cases.cases))


def _all_plain(told: Ruled) -> Iterator[Leaf | Cases]:
    for each in told:
        match each:
            case Words(text):
                yield Words(text.translate(_INSTEAD))
            case Cases():
                yield _plain(each)


def _words(told: Ruled) -> str | None:
    """Return what is told where that is nothing but words."""
    if any(isinstance(each, Cases | Shown) for each in told):
        return None
    return clean("".join(each.text for each in told if isinstance(each, Words)))
