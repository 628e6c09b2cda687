"""How a turn was told: what the model was told of it, what it said, what was held back, and whose words are shown.

Knows nothing of screens. What is not revealed yet is hidden from players, though the run's file holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.session.commands.commanded import Commanded
from game.session.saved import passages_of, replies_of
from game.story.clean import clean, clean_line
from game.story.gating.account import Account, Heard
from game.story.gating.counts import counts_of
from game.story.guard import vocabulary_of
from game.story.lexicon import mentions_form, plain
from game.story.model import Done
from game.story.passages import Passage
from game.story.prompt import TOUCH
from game.story.reading import count_words
from game.story.rewording.asking import RETELLING

_PERSON = "person:"
_ASKED = {TOUCH: "why_asked_touch", RETELLING: "why_asked_retelling"}


@dataclass(frozen=True, slots=True)
class Section:
    """A title, and the lines under it."""

    title: str
    lines: tuple[str, ...]


def insight_of(session: Commanded, turn_id: int | None = None) -> tuple[Section, ...]:
    """Return how a turn was told, by the telling that is chosen; None is the one in which the player stands.

    Raises SaveError.
    """
    here = session.run.current() if turn_id is None else session.run.turn(turn_id)
    telling = session.run.chosen_telling(here.id)
    replies = replies_of(telling)
    reader = _Reader(session)
    whose = reader.whose(passages_of(telling))
    is_asked = any(each.account for each in replies)
    lines = whose if is_asked else (*whose, session.sentences.say("why_unasked"))
    title = session.sentences.say("why_turn", number=here.depth)
    return (Section(title, lines), *(reader.told(replies) if is_asked else ()))


class _Reader:
    """Puts accounts into a session's words."""

    def __init__(self, session: Commanded) -> None:
        self._session = session
        self._say = session.sentences.say
        self._closed = vocabulary_of(session.world, session.state).closed

    def whose(self, passages: Sequence[Passage]) -> tuple[str, ...]:
        """Return a line on how much of what is shown is the author's, where anything is."""
        all_words = count_words(each.text for each in passages)
        authors = count_words(each.text for each in passages if each.source == "author")
        return (self._say("why_share", share=round(100 * authors / all_words)),) if all_words else ()

    def told(self, replies: Sequence[Done]) -> Iterator[Section]:
        """Yield what was asked and said, job by job, then what was held back in all."""
        for done in replies:
            account = done.account
            if account and not account.number:
                yield Section(self._asked(done.slot), tuple(clean(account.asked).strip().splitlines()))
            if account:
                title = self._say("why_again") if account.number else self._say("why_said")
                yield Section(title, tuple(self._said(account)))
        yield Section(self._say("why_repairs"), tuple(self._repairs(replies)))

    def _asked(self, slot: str) -> str:
        if slot.startswith(_PERSON):
            return self._say("why_asked_person", person=clean_line(self._name_of(slot.removeprefix(_PERSON))))
        return self._say(_ASKED.get(slot, "why_asked"))

    def _name_of(self, person: str) -> str:
        known = self._session.world.people.get(person)
        return known.name if known else person

    def _said(self, account: Account) -> Iterator[str]:
        if not account.heard:
            yield self._say("why_silent")
        for heard in account.heard:
            yield clean_line(heard.sentence) if not heard.fate else self._withheld(heard)

    def _withheld(self, heard: Heard) -> str:
        reason = self._say(f"why_{heard.fate}")
        if not heard.sentence:
            return self._say("why_withheld", sentence=self._say("why_unkept"), reason=reason)
        if self._is_hidden(heard):
            return self._say("why_withheld", sentence=self._say("why_hidden"), reason=reason)
        words = {"sentence": clean_line(heard.sentence), "reason": reason, "words": clean_line(heard.words)}
        return self._say("why_offends" if heard.words else "why_withheld", **words)

    def _is_hidden(self, heard: Heard) -> bool:
        """Return whether a sentence that was not shown would tell a player what is not revealed yet."""
        phrase = plain(heard.sentence)
        is_closed = heard.fate == "secret" or any(mentions_form(phrase, key) for key in self._closed)
        return is_closed and not self._session.is_author

    def _repairs(self, replies: Sequence[Done]) -> Iterator[str]:
        counts = counts_of(replies)
        for reason, count in counts.withheld.most_common():
            yield self._say("why_count", reason=self._say(f"why_{reason}"), count=count)
        if not counts.withheld:
            yield self._say("why_none")
        if counts.retries:
            cost = {"tokens": round(counts.tokens), "seconds": f"{counts.seconds:.1f}"}
            yield self._say("why_retries", count=counts.retries, **cost)
        if counts.given_up:
            yield self._say("why_given_up")
