"""Commands about what is kept from the player: taking back what is told, and what is withheld.

Knows nothing of filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.session.commands.commanded import Commanded, answer
from game.session.turn_events import Answered, TurnEvent

_LIFT = "lift"


def take_back(session: Commanded, how: str) -> Iterator[TurnEvent]:
    """Take the telling of the turn back, and keep what was in it out of what follows; or let that in again."""
    if how.casefold() == _LIFT:
        yield answer(session, "lifted" if session.safety.lift() else "nothing_steered")
        return
    session.safety.steer(session.told.take_back(session.run.current()), session.world)
    yield from session.show()
    yield answer(session, "steered")


def say_safety(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Say what is kept from the player, and how often something was withheld."""
    yield Answered("\n".join(_lines(session)))


def _lines(session: Commanded) -> Iterator[str]:
    say, wishes, withheld = session.sentences.say, session.safety.wishes, session.safety.withheld
    yield say("safety_rating", rating=session.world.rating)
    if not (wishes.lines or wishes.veils):
        yield say("safety_none")
    for key, topics in (("safety_lines", wishes.lines), ("safety_veils", wishes.veils)):
        if topics:
            yield say(key, topics=session.sentences.other_or.join(topics))
    if session.safety.passages:
        yield say("safety_steered", count=session.safety.passages)
    counts = [" ".join((say(f"why_{reason}"), str(count))) for reason, count in sorted(withheld.items())]
    told = session.sentences.other_or.join(counts)
    yield say("safety_withheld", count=withheld.total(), reasons=told) if told else say("safety_unwithheld")
