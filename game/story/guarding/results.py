"""What happened is told as it happened: nothing refused as done, nothing done as refused, nothing turned round.

Knows nothing of who or what is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from game.rules.events import Chosen, Dropped, Given, Handled, Taken, Talked
from game.story.guarding.changing import changes_in
from game.story.guarding.chinese.descriptions import contradicts
from game.story.guarding.chinese.outcomes import told_otherwise
from game.story.guarding.moment import Moment
from game.story.guarding.outcomes import outcomes
from game.story.guarding.polarity import opposite_of
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict

_I_DO_NOT = r"(?:i (?:will|shall|do|can|could|would)|i'm|i am) not|i (?:won't|can't|cannot|couldn't|don't)|i'll not"
_SAY = r"tell|telling|say|saying|speak|speaking|talk|talking|discuss|answer|explain|know|remember|recall"
_WILL_NOT_SAY = re.compile(
    rf"(?:\b(?:{_I_DO_NOT})|^\W*(?:don't|couldn't|can't))\s+(?:care to |wish to |like to |going to )?(?:{_SAY})"
    r"\b(?!\s+(?:you\s+)?(?:what|how|that|why|which|where|if|more|who|when)\b)"
)
_DEEDS = (Taken, Dropped, Handled, Given, Chosen)


def opposed(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a sentence that tells the turn's result as another."""
    if said.speaker:
        words = _untold(moment, said) if moment.lexicon.is_spaced else _contrary(moment, said)
    elif moment.lexicon.is_spaced:
        words = next(_told_otherwise(moment, said), "") or opposite_of(moment, said)
    else:
        words = next(told_otherwise(moment, said), "") or _contrary(moment, said)
    return Verdict("opposite", words) if words else None


def _contrary(moment: Moment, said: Said) -> str:
    """Return the words of a Chinese sentence that are the contrary of the author's, or nothing."""
    return contradicts(moment, said) or opposite_of(moment, said)


def _untold(moment: Moment, said: Said) -> str:
    """Return words by which a speaker will not tell what they do tell in this turn."""
    is_told = any(isinstance(event, Talked) and event.topic and event.person == said.speaker for event in moment.events)
    said_no = _WILL_NOT_SAY.search(said.bare) if moment.lexicon.is_spaced else None
    words = moment.lexicon.find("unsaying", said.bare) or (said_no.group() if said_no else "")
    is_theirs = bool(moment.lexicon.find("unsaying", moment.notes.text) or _WILL_NOT_SAY.search(moment.notes.text))
    return words if is_told and not is_theirs and words not in moment.notes.text else ""


def _told_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield words by which a refused deed is done, or a done one fails, and which are not the author's."""
    if moment.lexicon.is_spaced:
        yield from outcomes(moment, said)
        return
    is_about = _has_object(moment, said.bare)  # its clauses leave that out
    for start, end in said.clauses:
        clause = said.bare[start:end]
        yield from _done(moment, clause) if moment.is_refused else _failed(moment, clause, is_about=is_about)


def _done(moment: Moment, clause: str) -> Iterator[str]:
    words = moment.lexicon.find("done", clause)
    if words and words not in moment.notes.text and _is_so(moment, clause, words):
        yield words
    yield from changes_in(moment, clause)


def _failed(moment: Moment, clause: str, *, is_about: bool) -> Iterator[str]:
    lists: list[tuple[str, Callable[[Moment, str], bool]]] = []
    if any(isinstance(event, _DEEDS) for event in moment.events):
        lists += [("failed", _has_somebody), ("unchanged", _has_object)]
    if moment.has_moved:
        lists.append(("stopped", _has_you))
    if lists and (is_about or _has_somebody(moment, clause)):
        yield from changes_in(moment, clause)
    for key, is_meant in lists:
        words = moment.lexicon.find(key, clause)
        if words and words not in moment.notes.text and (is_about or is_meant(moment, clause)):
            yield words


def _is_so(moment: Moment, clause: str, words: str) -> bool:
    """Return whether a clause says words, and neither denies nor compares them."""
    before, after = clause.split(words, 1)
    find = moment.lexicon.find
    return not (find("denied", before) or find("compared", before) or find("denied_after", after))


def _has_somebody(moment: Moment, clause: str) -> bool:
    """Return whether a clause speaks of anybody or anything by name or pronoun, or of what the player wanted."""
    named = any(True for _ in moment.names.find(clause))
    return named or bool(moment.lexicon.find("somebody", clause)) or _has_object(moment, clause)


def _has_you(moment: Moment, clause: str) -> bool:
    """Return whether a clause speaks of the player, or of what they wanted."""
    return "你" in clause or _has_object(moment, clause)


def _has_object(moment: Moment, clause: str) -> bool:
    """Return whether a clause speaks of what the player wanted."""
    pairs = (clause[at : at + 2] for at in range(len(clause) - 1))
    return any(moment.asked.has(pair) for pair in pairs if pair.isalpha())
