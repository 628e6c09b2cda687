"""What the readers of all formats have in common: they go through a passage token by token, with prose in between.

Knows nothing of what a format's tokens are.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import replace
from typing import ClassVar

from game.authoring.imports.twee.clauses import asked, understood
from game.authoring.imports.twee.expressions import Expression, Literal, Variable, as_test
from game.authoring.imports.twee.grammar import Tongue
from game.authoring.imports.twee.growing import Growing
from game.authoring.imports.twee.markup import plain_prose, plain_tag, without_marks
from game.authoring.imports.twee.nodes import Node, Shown
from game.authoring.imports.twee.notebook import Page, shown


class Reader(ABC):
    """Reads one passage. at is where in its text the next token is looked for."""

    style: ClassVar[str]
    tongue: ClassVar[Tongue]
    tokens: ClassVar[re.Pattern[str]]

    def __init__(self, page: Page) -> None:
        self.page = replace(page, text=without_marks(page.text, self.style))
        self.growing = Growing(self.page)
        self.at = 0

    def nodes(self) -> tuple[Node, ...]:
        """Return the nodes of the passage; what cannot be translated is noted."""
        text = self.page.text
        while found := self.tokens.search(text, self.at):
            self.prose(text[self.at : found.start()])
            self.at = found.end()
            self.token(found, found.start())
        self.prose(text[self.at :])
        self.end()
        return self.growing.finished()

    @abstractmethod
    def token(self, found: re.Match[str], offset: int) -> None:
        """Add what a token means."""

    def end(self) -> None:  # noqa: B027 - most formats have nothing to end
        """End what ends with the passage."""

    def prose(self, text: str) -> None:
        """Add words, without what styles them."""
        self.growing.say(plain_prose(text, self.style))

    def tag(self, found: re.Match[str], offset: int) -> None:
        """Add what a tag of HTML reads as; note one that is more than styling."""
        plain = plain_tag(found["tag"])
        if plain is None:
            self.page.note(offset, f"the HTML '{shown(found.group())}' was left out")
        self.growing.say(plain or "")

    def naked(self, found: re.Match[str], offset: int) -> None:
        """Add the value of a variable that stands in prose; note one that is part of something larger."""
        if found["part"]:
            self.page.note(offset, f"'{shown(found.group())}' was left out: a world has only simple variables")
            return
        value = Variable(found["value"].removeprefix("$"))
        self.growing.add(Shown(value, self.page.line_at(offset), found.group()))

    def shown(self, source: str, offset: int, *, written: str = "") -> None:
        """Add the value of an expression; written is what stands for it where nothing sets its variables."""
        value = understood(self.page, offset, source.strip(), self.tongue)
        if isinstance(value, Literal):
            self.growing.say(str(value.value))
        elif value is not None:
            self.growing.add(Shown(value, self.page.line_at(offset), written))

    def asked(self, source: str, offset: int) -> Expression:
        """Return a condition; one that cannot be translated never holds, and is noted."""
        return as_test(asked(self.page, offset, source, self.tongue))

    def break_off(self, offset: int) -> None:
        """Take the rest of the passage as it is: a macro begins at an offset that does not end."""
        self.page.note(offset, "a macro begins here that does not end; what follows it was left as it is")
        self.growing.say(self.page.text[offset:])
        self.at = len(self.page.text)
