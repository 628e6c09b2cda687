"""What happened is told as it happened: nothing refused as done, nothing done as refused, nothing turned round.

Knows nothing of who or what is here.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict


def opposed(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a sentence that tells the turn's result as another."""
    if said.speaker:
        return None
    key = "done" if moment.is_refused else "failed"
    for clause in _clauses(said):
        words = moment.lexicon.find(key, clause)
        if words and not moment.notes.has(words) and words not in moment.notes.text and _holds(moment, clause, words):
            return Verdict("opposite", words)
    return _turned_round(moment, said)


def _clauses(said: Said) -> Iterator[str]:
    for start, end in said.clauses:
        yield said.bare[start:end]


def _holds(moment: Moment, clause: str, words: str) -> bool:
    """Return whether a clause says so of the turn: a done deed must not be denied, a failed one must be this turn's."""
    if moment.is_refused:
        before = clause[: clause.index(words)]
        return not moment.lexicon.find("denied", before) and not moment.lexicon.find("compared", before)
    return _is_about_turn(moment, clause)


def _is_about_turn(moment: Moment, clause: str) -> bool:
    """Return whether a clause speaks of what the player did or with whom: of its things, or of anybody by a pronoun."""
    if moment.lexicon.find("somebody", clause):
        return True
    if moment.lexicon.is_spaced:
        return any(moment.asked.has(word) for word in clause.split() if len(word) > 3)
    return any(moment.asked.has(clause[at : at + 2]) for at in range(len(clause) - 1) if clause[at : at + 2].isalpha())


def _turned_round(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict where the author says one of a pair of opposites of this turn, and the sentence the other."""
    find, notes = moment.lexicon.find, moment.notes.text
    for one, other in (("bright", "dim"), ("dim", "bright"), ("shut", "open"), ("open", "shut")):
        words = find(f"pair_{other}", said.bare)
        if words and find(f"pair_{one}", notes) and not find(f"pair_{other}", notes) and not find("denied", said.bare):
            return Verdict("opposite", words)
    return None
