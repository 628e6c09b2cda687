"""What comes of a deed is not denied: that a thing comes, gives or opens, that somebody takes, answers or drinks.

Knows nothing of deeds. What was denied once, or will be until something happens, or to some degree, is no matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.rules.events import Chosen, Examined, Looked
from game.story.guarding.denials import of_nobody
from game.story.guarding.moment import Moment
from game.story.guarding.stems import stem, words_of
from game.story.guarding.told import Told

_NOT_AGAIN = re.compile(r"(?:\bnot|n't|\bnever|\bnor)\b.*\b(?:again|any more|anymore)\b|\bdid(?: not|n't)\b")
_TO_A_DEGREE = re.compile(
    r"\b(?:any (?:deeper|farther|further|lower|higher|closer|nearer|more)|much|at once|at first|twice|straight)\b"
)
_WITHOUT = re.compile(r"\bwithout (?!having)\w+ing\b")
_TOO = re.compile(r"\btoo\s+[\w-]+\s+to\s+(?:be\s+)?([\w'-]+)")
_UNTIL = re.compile(r"\W*(?:until|till|before|at first)\b")
_HAS_NOT = re.compile(r"\bha(?:s|ve)(?: not|n't)\b")
_WILL_NOT = re.compile(r"\b(?:will not|won't|cannot|can't|can not|do(?:es)?(?: not|n't) (?:want|care|like) to)\b")
_YOU_CANNOT = re.compile(r"\byou (?:cannot|can't|could not|are unable to|fail to)\b")
_NEGATION = re.compile(
    r"\b(?:do|does|is|are|has|have)?\s*(?:not|never|hardly|scarcely|barely|no longer)\b|n't\b|\b(?:fails?|refuses?)\b"
)
_OWN_BODY = re.compile(r"\b(?:his|her|their|its)\s+(?:eyes?|heads?|hands?|face|gaze|voice)\b")


def denied_results(moment: Moment, told: Told) -> Iterator[str]:
    """Yield the stems of what a clause denies, and would have come of what was done."""
    if _is_no_matter(moment, told):
        return
    yield from (found[1] for found in _TOO.finditer(told.text) if _is_the_deed(moment, stem(found[1])))
    by_nobody = frozenset(map(stem, of_nobody(told.text, moment.lexicon)))
    for base in told.denied - moment.attempt.denied:
        if _is_of_nobody(moment, told, base) if base in by_nobody else _is_denied(moment, told, base):
            yield base


def _is_the_deed(moment: Moment, base: str) -> bool:
    """Return whether a verb is what the player wanted, or what lets it be done."""
    return base in moment.asked.stems or moment.lexicon.has("handling", base)


def _is_no_matter(moment: Moment, told: Told) -> bool:
    is_supposed = any(moment.lexicon.find(key, told.text) for key in ("yet", "hypothetical"))
    is_partly = any(each.search(told.text) for each in (_NOT_AGAIN, _TO_A_DEGREE, _WITHOUT))
    return is_supposed or is_partly or bool(_UNTIL.match(told.after))


def _is_of_nobody(moment: Moment, told: Told, base: str) -> bool:
    """Return whether nobody does what somebody is to do, or nothing happens to what was tried."""
    is_meant = told.is_about or moment.lexicon.has("accepting", base)
    return is_meant and not _OWN_BODY.search(told.text)


def _is_denied(moment: Moment, told: Told, base: str) -> bool:
    is_of_it = told.is_about or not {"it", "them"}.isdisjoint(told.words)
    if is_of_it and _YOU_CANNOT.search(told.text):
        return True
    if not (is_of_it or _has_changed(moment)):
        return False
    is_willed = _WILL_NOT.search(told.text) is not None
    if _HAS_NOT.search(told.text) and not told.is_about:
        return False
    if not (is_willed or told.goes_on or _is_of_subject(moment, told)):
        return False
    is_sure = is_willed or told.is_about
    return moment.lexicon.has("yielding", base) or (is_sure and moment.lexicon.has("following", base))


def _has_changed(moment: Moment) -> bool:
    """Return whether the player did more than look."""
    return not all(isinstance(event, Examined | Looked) for event in moment.events)


def _is_concerned(moment: Moment, subject: str) -> bool:
    """Return whether a subject names what was dealt with, or whom, or in a scene of the author's anybody."""
    if any(isinstance(event, Chosen) for event in moment.events):
        return any(True for _ in moment.names.find(subject))
    dealt = moment.attempt.things | {getattr(event, "person", "") for event in moment.events}
    return any(dealt.intersection(each.ids) for each in moment.names.find(subject))


def _is_of_subject(moment: Moment, told: Told) -> bool:
    """Return whether what does not do something is what was tried, somebody, or "it"."""
    subject = _NEGATION.split(told.text, maxsplit=1)[0]
    words = words_of(subject)
    is_pronoun = bool(moment.lexicon.find("somebody", subject)) or not words
    return is_pronoun or any(stem(word) in moment.attempt.words for word in words) or _is_concerned(moment, subject)
