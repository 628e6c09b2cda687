"""Commands about the moment: the place, the choices, what is carried, a hint.

Knows nothing of other turns.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.sight import carried
from game.rules.views import hints_of, open_quests, stage_of
from game.session.commands.commanded import Commanded, answer
from game.session.turn_events import Answered, TurnEvent
from game.story.beats import place_beat
from game.story.passages import Opened, authored, gather


def look(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Show the place again."""
    state = session.state
    seen = gather(authored(place_beat(session.world, session.sentences, state, state.place)))
    yield from map(Opened, session.told.cleared(seen))


def choices(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Offer the choices again."""
    yield session.offered()


def inventory(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Answer with what is carried."""
    names = [session.safety.hidden(thing.name) for thing in carried(session.world, session.state)]
    held = session.sentences.other_or.join(names)
    yield answer(session, "carrying", things=held) if names else answer(session, "carrying_nothing")


def hint(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Answer with the next rung of each open quest's ladder of hints; the last one stays."""
    lines = []
    for quest in open_quests(session.world, session.state):
        if ladder := hints_of(quest, session.state):
            rung = (quest.id, stage_of(quest, session.state))
            given = ladder[min(session.hinted[rung], len(ladder) - 1)]
            session.hinted[rung] += 1
            lines.append(session.sentences.say("hint", quest=quest.name, hint=given))
    yield Answered(session.safety.hidden("\n".join(lines)) or session.sentences.say("no_hints"))
