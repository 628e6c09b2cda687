"""The same session as lines of text: for pipes, tests and screen readers. No boxes, no colours, newest text only.

Knows nothing of rules or of models: it prints what a session yields.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from typing import TextIO

from game.errors import GameError
from game.session.session import Session
from game.session.turn_events import Answered, Left, Offered, Reread, TurnEvent
from game.story.clean import clean
from game.story.passages import Grew, Opened, heading_of, words_of


def play_plain(session: Session, lines: Iterable[str], out: TextIO, *, echo: bool) -> None:
    """Play until the lines end or the player quits. echo prints each line read, where no terminal has shown it.

    A world that is being edited is read again as soon as a line has come: it was edited while the line was awaited.
    """
    printer = _Printer(session, out)
    printer.print_all(session.begin())
    for line in lines:
        printer.print_all(_told(session.reread()))
        if echo:
            printer.block(f"> {session.safety.heard(clean(line).strip())}\n")
        if printer.print_all(_told(session.submit(line))):
            return


def _told(events: Iterable[TurnEvent]) -> Generator[TurnEvent]:
    """Yield events; an error among them is a sentence like any other, and the run goes on."""
    try:
        yield from events
    except GameError as error:
        yield Answered(str(error))


class _Printer:
    """Prints events as they come, a blank line between any two blocks of text."""

    def __init__(self, session: Session, out: TextIO) -> None:
        self._session = session
        self._out = out
        self._is_first = True
        self._is_open = False

    def print_all(self, events: Generator[TurnEvent]) -> bool:
        """Print until the events end; return whether the player wants to leave."""
        with closing(events):  # a reader who has gone away leaves no telling half open
            for event in events:
                if isinstance(event, Left):
                    return True
                self._print(event)
        self._end_line()
        return False

    def block(self, text: str) -> None:
        """Begin a block: a blank line, then text, whose last line stays open for more."""
        self._end_line()
        self._write(text if self._is_first else f"\n{text}")
        self._is_first = False

    def _print(self, event: TurnEvent) -> None:
        match event:
            case Opened(passage):
                if passage.title:
                    self.block(f"# {heading_of(passage)}")
                self.block(words_of(passage, self._session.sentences, self._session.name_of))
            case Grew(text):
                self._write(text)
            case Answered(text) | Reread(text):
                self.block(text)
            case Offered(choices, talking) if choices:
                said = (self._session.sentences.say("in_talk", person=talking),) if talking else ()
                lines = (f"{number}. {choice}" for number, choice in enumerate(choices, 1))
                self.block("\n".join((*lines, *said)))

    def _end_line(self) -> None:
        if self._is_open:
            self._write("\n")

    def _write(self, text: str) -> None:
        self._is_open = not text.endswith("\n")
        self._out.write(text)
        self._out.flush()
