"""Commands that move about the tree of turns: undo, redo, jumps to any turn, bookmarks, the tree itself.

Knows nothing of how turns are told.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.session.bookmarking import LONGEST_NAME, OF_THE_RUN, bookmark_turn, forget_bookmark
from game.session.commands.commanded import Commanded, answer
from game.session.timeline import Node, timeline_of, turn_of_path
from game.session.turn_events import Answered, TurnEvent
from game.story.sentences import echoed

_MOST_LINES = 40


def undo(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Take the last turn back."""
    undone = session.at.undo()
    if undone is None:
        yield answer(session, "nothing_to_undo")
        return
    yield from session.show()
    yield answer(session, "undone", words=echoed(undone.words))


def redo(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Do again what was taken back, along the branch used last."""
    redone = session.at.redo()
    if redone is None:
        yield answer(session, "nothing_to_redo")
        return
    yield from session.show()
    yield answer(session, "redone", words=echoed(redone.words))


def jump(session: Commanded, where: str) -> Iterator[TurnEvent]:
    """Stand at another turn: a number on this path, @number in the whole run, or the name of a bookmark."""
    found = _turn_named(session, where)
    if found is None:
        yield answer(session, "no_such_turn", where=where[:LONGEST_NAME]) if where else answer(session, "jump_where")
        return
    session.at.jump(found)
    yield from session.show()
    here = session.run.current()
    yield answer(session, "jumped", number=here.depth, words=_said(session, here.words))


def timeline(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """List the turns of every branch; of a long run those around the current one."""
    nodes = timeline_of(session.run)
    here = next(number for number, node in enumerate(nodes) if node.is_current)
    first = max(0, min(here - _MOST_LINES // 2, len(nodes) - _MOST_LINES))
    shown = nodes[first : first + _MOST_LINES]
    lines = [_line(session, node) for node in shown]
    if len(shown) < len(nodes):
        lines.append(session.sentences.say("more_turns", shown=len(shown), count=len(nodes)))
    yield Answered("\n".join(lines))


def bookmark(session: Commanded, words: str) -> Iterator[TurnEvent]:
    """Give the current turn a name and, after a colon, a note."""
    yield Answered(bookmark_turn(session.run, session.sentences, session.run.current().id, words))


def bookmarks(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """List the bookmarks."""
    lines = [f"{each.name}  @{each.turn}  {each.note}".rstrip() for each in session.run.kept.bookmarks()]
    yield Answered("\n".join(lines) or session.sentences.say("no_bookmarks"))


def forget(session: Commanded, name: str) -> Iterator[TurnEvent]:
    """Take a bookmark out; its turn stays."""
    if not name:
        yield answer(session, "forget_how")
        return
    yield Answered(forget_bookmark(session.run, session.sentences, name))


def _turn_named(session: Commanded, where: str) -> int | None:
    """Return the id of a turn, or None if there is none of that number or name."""
    number = where.lstrip(OF_THE_RUN)
    if number.isdecimal() and len(number) < 10:
        if where == number:
            return turn_of_path(session.run, int(number))
        return next((step.id for step in session.run.tree() if step.id == int(number)), None)
    return next((each.turn for each in session.run.kept.bookmarks() if each.name.casefold() == where.casefold()), None)


def _line(session: Commanded, node: Node) -> str:
    mark = "*" if node.is_current else "|" if node.is_on_path else " "
    named = "".join(f"  [{name}]" for name in node.bookmarks)
    return f"{mark} {'  ' * min(node.lane, 10)}@{node.id}  {node.depth}. {_said(session, node.words)}{named}"


def _said(session: Commanded, words: str) -> str:
    """Return what was said for a turn, shortened; the opening has a name of its own."""
    return echoed(words) if words else session.sentences.say("the_opening")
