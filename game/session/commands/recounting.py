"""The command that tells the story so far, and the sentence that offers it where it is long.

Knows nothing of how a story is put into chapters.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.views import goal_of, open_quests
from game.session.commands.commanded import Commanded, answer
from game.session.saved import events_of
from game.session.turn_events import Answered, TurnEvent
from game.story.chronicle import chronicle_of

LONG = 20
"""Turns from which on a story is long enough to be told again."""


def story(session: Commanded, _: str) -> Iterator[TurnEvent]:
    """Tell the story so far in chapters, and what is still to do."""
    turns = map(events_of, session.run.steps())
    chapters = chronicle_of(session.world, session.sentences, turns)
    if not chapters:
        yield answer(session, "so_far_nothing")
        return
    told = [f"{each.title[:1].upper()}{each.title[1:]}\n{each.text}" for each in chapters]
    text = "\n\n".join((session.sentences.say("so_far"), *told, *_still_to_do(session)))
    yield Answered(session.safety.hidden(text))


def offer(session: Commanded) -> list[str]:
    """Return the sentence that offers the story so far, where there is enough of it."""
    return [session.sentences.say("so_far_offer")] if session.run.current().depth >= LONG else []


def _still_to_do(session: Commanded) -> Iterator[str]:
    """Yield what the open quests ask for, under a heading."""
    goals = [(quest.name, goal_of(quest, session.state)) for quest in open_quests(session.world, session.state)]
    if goals and not session.state.ending:
        lines = (session.sentences.say("quest_next", quest=name, goal=goal) for name, goal in goals)
        yield "\n".join((session.sentences.say("so_far_open"), *lines))
