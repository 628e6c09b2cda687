"""What stands of links in a text: lines that are nothing but links are choices alone, others keep the links' words.

Knows nothing of what a link does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.authoring.imports.twee.nodes import Link, Shown, Words
from game.authoring.imports.twee.ruled import Cases, Leaf, Ruled


@dataclass(slots=True)
class _Line:
    """One line of a text: whether it has links, and whether it has anything else that is read."""

    has_links: bool = False
    has_words: bool = False

    @property
    def is_left_out(self) -> bool:
        return self.has_links and not self.has_words


def without_link_lines(ruled: Ruled) -> Ruled:
    """Return what is told, without lines of nothing but links, and with words in the place of other links."""
    lines = [_Line()]
    for leaf in _leaves(ruled):
        match leaf:
            case Words(text):
                for number, part in enumerate(text.split("\n")):
                    lines += [_Line()] if number else []
                    lines[-1].has_words |= any(each.isalnum() for each in part)
            case Shown():
                lines[-1].has_words = True
            case Link():
                lines[-1].has_links = True
    return _Linked(lines).told(ruled)


def _leaves(ruled: Ruled) -> Iterator[Leaf]:
    for each in ruled:
        if isinstance(each, Cases):
            for case in each.cases:
                yield from _leaves(case.told)
        else:
            yield each


class _Linked:
    """Goes through the lines a second time, in the same order."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines
        self._at = 0

    def told(self, ruled: Ruled) -> Ruled:
        return tuple(self._one(each) for each in ruled)

    def _one(self, each: Leaf | Cases) -> Leaf | Cases:
        match each:
            case Cases(cases):
                return replace(each, cases=tuple(replace(case, told=self.told(case.told)) for case in cases))
            case Words(text):
                return Words("\n".join(self._parts(text)))
            case Link(said=said):
                return Words("" if self._lines[self._at].is_left_out else said)
        return each

    def _parts(self, text: str) -> Iterator[str]:
        for number, part in enumerate(text.split("\n")):
            self._at += 1 if number else 0
            yield "" if self._lines[self._at].is_left_out else part
