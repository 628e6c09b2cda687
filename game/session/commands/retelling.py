"""Commands about how a turn is told: another telling, moving among them, rewriting one, rating one, why it is so.

Knows nothing of moves from turn to turn.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.session.commands.commanded import Commanded, answer
from game.session.insight import insight_of
from game.session.turn_events import Answered, Rewound, TurnEvent

_LONGEST = 8_000
_RATINGS = {"good": 1, "bad": -1, "none": 0}


def retry(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Have the turn told another way."""
    way = session.narrator.way
    if way == "authored":
        yield answer(session, "no_retelling")
        return
    saved = session.run.current()
    before = session.run.chosen_telling(saved.id)
    yield Rewound(saved.depth)
    yield from session.told.retell(saved, way=way)
    yield session.offered()
    after = session.run.chosen_telling(saved.id)
    if before and after and before.text == after.text:
        yield answer(session, "same_again")


def earlier(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Show the telling before the one that is shown, and choose it."""
    yield from _step(session, -1)


def later(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Show the telling after the one that is shown, and choose it."""
    yield from _step(session, 1)


def edit(session: Commanded, text: str) -> Iterator[TurnEvent]:
    """Let the player's own words tell the turn; the other tellings are kept."""
    if not text or len(text) > _LONGEST:
        yield answer(session, "edit_how", most=_LONGEST)
        return
    session.told.rewrite(session.run.current(), text)
    yield from session.show()
    yield answer(session, "edited")


def rate(session: Commanded, rating: str) -> Iterator[TurnEvent]:
    """Keep what the player thinks of the telling that is shown."""
    chosen = session.run.chosen_telling(session.run.current().id)
    if chosen is None or rating not in _RATINGS:
        yield answer(session, "rate_how", ratings=session.sentences.alternatives(tuple(_RATINGS)))
        return
    session.run.kept.rate(chosen, _RATINGS[rating])
    yield answer(session, "rated")


def why(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Answer with what the model was told of the turn, what it said, and what became of that."""
    sections = insight_of(session)
    yield Answered("\n\n".join("\n".join((each.title, *each.lines)) for each in sections))


def _step(session: Commanded, step: int) -> Iterator[TurnEvent]:
    turn = session.run.current().id
    tellings, chosen = session.run.tellings(turn), session.run.chosen_telling(turn)
    number = (chosen.alternative if chosen else 0) + step
    if not 1 <= number <= len(tellings):
        yield answer(session, "no_other_telling", count=len(tellings))
        return
    session.told.choose(tellings[number - 1])
    yield from session.show()
    yield answer(session, "telling_of", number=number, count=len(tellings))
