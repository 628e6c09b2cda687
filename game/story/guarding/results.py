"""What happened is told as it happened: nothing refused as done, nothing done as refused, nothing turned round.

Knows nothing of who or what is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from game.rules.events import Chosen, Dropped, Given, Handled, Taken
from game.story.guarding.changing import changes_in
from game.story.guarding.chinese.descriptions import contradicts
from game.story.guarding.chinese.outcomes import told_otherwise
from game.story.guarding.moment import Moment
from game.story.guarding.polarity import opposite_of
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verdict import Verdict

_DEEDS = (Taken, Dropped, Handled, Given, Chosen)
_YOU_DO = re.compile(r"\byou\s+(?:[\w'-]+ly\s+|at once\s+|then\s+)?([\w'-]+)")


def opposed(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a sentence that tells the turn's result as another."""
    if said.speaker:
        return None if moment.lexicon.is_spaced else _line(moment, said)
    if moment.lexicon.is_spaced:
        words = next(_told_otherwise(moment, said), "") or opposite_of(moment, said)
    else:
        words = next(told_otherwise(moment, said), "") or contradicts(moment, said) or opposite_of(moment, said)
    return Verdict("opposite", words) if words else None


def _line(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a line that says the contrary of the author's."""
    words = contradicts(moment, said) or opposite_of(moment, said)
    return Verdict("opposite", words) if words else None


def _told_otherwise(moment: Moment, said: Said) -> Iterator[str]:
    """Yield words by which a refused deed is done, or a done one fails, and which are not the author's."""
    for start, end in said.clauses:
        clause = said.bare[start:end]
        is_about = not moment.lexicon.is_spaced and _has_object(moment, said.bare)  # its clauses leave that out
        yield from _done(moment, clause) if moment.is_refused else _failed(moment, clause, is_about=is_about)


def _done(moment: Moment, clause: str) -> Iterator[str]:
    words = moment.lexicon.find("done", clause)
    if words and words not in moment.notes.text and _is_so(moment, clause, words) and _is_tried(moment, clause, words):
        yield words
    if not moment.lexicon.is_spaced:
        yield from changes_in(moment, clause)
    if words := _deed_in(moment, clause):
        yield words


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


def _is_tried(moment: Moment, clause: str, words: str) -> bool:
    """Return whether a clause in which something is done speaks of you, or of what the player tried."""
    if not moment.lexicon.is_spaced or "you" in words or moment.lexicon.find("somebody", clause):
        return True
    return bool(re.search(r"\byour\b", clause)) or _has_somebody(moment, clause)


def _has_somebody(moment: Moment, clause: str) -> bool:
    """Return whether a clause speaks of anybody or anything by name or pronoun, or of what the player wanted."""
    named = any(True for _ in moment.names.find(clause))
    return named or bool(moment.lexicon.find("somebody", clause)) or _has_object(moment, clause)


def _has_you(moment: Moment, clause: str) -> bool:
    """Return whether a clause speaks of the player, or of what they wanted."""
    return bool(re.search(r"\byour?\b|你", clause)) or _has_object(moment, clause)


def _has_object(moment: Moment, clause: str) -> bool:
    """Return whether a clause speaks of what the player wanted."""
    if moment.lexicon.is_spaced:
        return any(moment.asked.has(word) for word in words_of(clause) if not moment.lexicon.has("grammar", stem(word)))
    pairs = (clause[at : at + 2] for at in range(len(clause) - 1))
    return any(moment.asked.has(pair) for pair in pairs if pair.isalpha())


def _deed_in(moment: Moment, clause: str) -> str:
    """Return the refused deed where a clause has the player do it: "you take" after "take the hook"."""
    if not moment.lexicon.is_spaced:
        return ""
    done = _YOU_DO.search(clause)
    if done is None or moment.lexicon.find("denied", clause) or moment.lexicon.find("compared", clause):
        return ""
    is_asked = moment.asked.has(done[1]) and moment.lexicon.has("deeds", stem(done[1]))
    return done.group() if is_asked and not moment.notes.has(done[1]) else ""
