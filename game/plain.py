"""The same session as lines of text: for pipes, tests and screen readers. No boxes, no colours, newest text only.

Knows nothing of rules or of models: it prints what a session yields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from game.errors import GameError
from game.session.session import Session
from game.session.turn_events import Answered, Committed, Left, Offered, TurnEvent
from game.story.passages import Grew, Opened, Passage, spoken


def play_plain(session: Session, lines: Iterable[str], out: TextIO, *, echo: bool) -> None:
    """Play until the lines end or the player quits. echo prints each line read, where no terminal has shown it."""
    printer = _Printer(session, out)
    printer.print_all(session.begin())
    for line in lines:
        if echo:
            printer.line(f"> {line.strip()}")
        if printer.print_all(_submitted(session, line)):
            return


def _submitted(session: Session, line: str) -> Iterator[TurnEvent]:
    """Yield a line's events; an error is a sentence like any other, and the run goes on."""
    try:
        yield from session.submit(line)
    except GameError as error:
        yield Answered(str(error))


class _Printer:
    """Prints events as they come, a blank line between passages."""

    def __init__(self, session: Session, out: TextIO) -> None:
        self._session = session
        self._out = out

    def print_all(self, events: Iterator[TurnEvent]) -> bool:
        """Print until the events end; return whether the player wants to leave."""
        for event in events:
            if isinstance(event, Left):
                return True
            self._print(event)
        self.line("")
        return False

    def line(self, text: str) -> None:
        """Print one line at once."""
        print(text, file=self._out, flush=True)

    def _print(self, event: TurnEvent) -> None:
        match event:
            case Opened(passage):
                self._write("\n" + self._passage(passage))
            case Grew(text):
                self._write(text)
            case Answered(text):
                self.line("\n\n" + text)
            case Offered(choices):
                numbered = (f"{number}. {choice}" for number, choice in enumerate(choices, 1))
                self.line("\n\n" + "\n".join(numbered) if choices else "")
            case Committed():
                return

    def _passage(self, passage: Passage) -> str:
        heading = f"\n# {passage.title}\n\n" if passage.title else "\n"
        if passage.kind == "line":
            name = self._session.world.people[passage.speaker].name
            return heading + spoken(self._session.sentences, name, passage.text)
        return heading + passage.text

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
