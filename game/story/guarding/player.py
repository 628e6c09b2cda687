"""The player's words, thoughts, feelings and deeds are their own: a telling has them perceive, and do what they did.

Knows nothing of what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.chinese.deeds import puppets
from game.story.guarding.feelings import is_mood, now_done_in, spoken_in
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.stems import stem
from game.story.guarding.tense import is_past
from game.story.guarding.verdict import Verdict
from game.story.guarding.yours import is_done

_YOU = re.compile(r"\byou(?:'(?:re|ve|d|ll))?(?=[\s,])")
_OBJECT_BEFORE = re.compile(
    r"\b(?:behind|beside|before|above|below|around|about|to|at|of|for|with|from|past|under|over|near|towards?|against|between"
    r"|beyond|opposite|like|round|through|upon|on|by|in|off|into|than)\s*$"
)
_UNREAL_BEFORE = re.compile(
    r"\b(?:than|as (?:[\w-]+ )?as|if|as though|before|until|when|once|whatever|however|wherever)\s*$"
)
_PERFECT = re.compile(r"(?<=['])ve\b|\s+(?:have|had|can|cannot|can't|could|couldn't|might|may|would|need)\b")
_RECALLED_BEFORE = re.compile(r"\b(?:where|since|what|when|as|that|which|whom|who|after|before)\s*$")
_MOOD = re.compile(
    r"(?:\b(?:makes|leaves|renders|finds)\s+you|\byou(?:'re| are| feel| seem| look| grow| become))\s+"
    r"((?:[\w'-]+\s+){0,2}[\w'-]+)"
    r"|^\W*(?:too\s+|half\s+|suddenly\s+|still\s+)?([\w-]+)(?:\s[^,]*)?,\s+you\b"
)
_GOES_UP_TO = re.compile(
    r"\byou\s+(?:walk|step|go|stride|stroll|hurry|cross|move|wander)\s+"
    r"(?:(?:over|up|across|round|back)\s+to|closer to|nearer to|towards?)\s+(?:the\s+|an?\s+)?"
)
_AT_ONCE = 12
_UNDER_WAY = re.compile(
    r"\byou(?:'re| are)(?: still| now)? (?:walking|going|heading|headed|travelling|on your way|making your way)\b"
)
_ARTICLE = re.compile(r"\s+(?:the\s+)?")
_NEAR = 40
_STEP = re.compile(r"\s*,?\s*([\w'-]+)")
_ALSO = re.compile(r"(?:,|\band|\bor|\bthen|\bbut)\s+(?:then\s+|do\s+not\s+|also\s+)?([\w'-]+)")
_SUBJECT_BEFORE = re.compile(
    r"(?:^|[,;:.—–\"]|\b(?:and|but|or|so|then|as|where|when|while|until|because|if|though|although|that|once|before|after"
    r"|what|than|which|whom|now|for|since|at once))\s*$"
)
_NEW_SUBJECT = re.compile(
    r"\b(?:and|but|while|as|,)\s+(?:the|a|an|his|her|its|their|your|somebody|he|she|it|they|there|one)\b"
)

_DEGREES = frozenset(
    {"so", "very", "too", "quite", "more", "not", "no", "longer", "almost", "still", "now", "rather", "a", "little"}
)
_GOING_ON = frozenset({"are", "keep", "start", "begin", "continue", "stop", "go", "find"})


def puppeted(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on words, thoughts, feelings or a deed that are given to the player."""
    if said.speaker:
        words = moment.lexicon.find("you_reported", said.folded) or now_done_in(moment, said)
        return Verdict("puppet", words) if words else None
    if not moment.lexicon.is_spaced:
        return puppets(moment, said)
    if words := moment.lexicon.find("your_heart", said.bare) or _feeling(moment, said):
        return None if words in moment.notes.text else Verdict("puppet", words)
    if words := _approach(moment, said) or _under_way(moment, said) or spoken_in(moment, said):
        return Verdict("puppet", words)
    for verb, is_sure in _verbs(moment, said):
        if not _is_theirs(moment, verb, is_sure=is_sure):
            return Verdict("puppet", verb)
    return None


def _approach(moment: Moment, said: Said) -> str:
    """Return words by which the player goes up to something: a step that they did not take, though they have moved."""
    for found in _GOES_UP_TO.finditer(said.bare):
        named = next(moment.names.find(said.bare[found.end() :]), None)
        is_place = (
            named is not None and named.start < _AT_ONCE and any(name in moment.world.places for name in named.ids)
        )
        if not is_place and found.group() not in moment.notes.text:
            return found.group()
    return ""


def _under_way(moment: Moment, said: Said) -> str:
    """Return words by which the player is on the way somewhere: whoever has gone anywhere is there."""
    going = _UNDER_WAY.search(said.bare)
    return going.group() if going and going.group() not in moment.notes.text else ""


def _feeling(moment: Moment, said: Said) -> str:
    """Return words by which the player is said to be in some mood: "you are lonely", "relieved, you"."""
    for found in _MOOD.finditer(said.bare):
        for word in (found[1] or found[2]).split():
            if is_mood(moment.lexicon, word):
                return found.group()
            if not (word.endswith("ly") or word in _DEGREES):
                break
    return ""


def _verbs(moment: Moment, said: Said) -> Iterator[tuple[str, bool]]:
    """Yield the verbs that the player is the subject of, and whether that is sure whatever the word is."""
    for you in _YOU.finditer(said.bare):
        before, after = said.bare[: you.start()], said.bare[you.end() :]
        if _OBJECT_BEFORE.search(before) or _UNREAL_BEFORE.search(before) or _PERFECT.match(said.bare, you.end()):
            continue
        is_subject = bool(_SUBJECT_BEFORE.search(before))
        is_recalled = bool(_RECALLED_BEFORE.search(before))
        verb, rest = _main_verb(moment, after)
        if not is_subject and is_past(moment.lexicon, verb):
            continue
        if is_recalled and (verb == "mean" or is_past(moment.lexicon, verb)):
            continue
        if verb in _GOING_ON and (doing := _STEP.match(rest)) and doing[1].endswith("ing"):
            verb, is_subject = (
                doing[1],
                moment.lexicon.has("deeds", stem(doing[1])) or moment.lexicon.has("moving", stem(doing[1])),
            )
        if verb and not _is_left(moment, rest):
            yield verb, is_subject
        if verb and is_subject:
            yield from ((each, False) for each in _also(moment, rest))


def _is_left(moment: Moment, rest: str) -> bool:
    """Return whether what follows a verb is the place that the player has come from: "you give the quay back"."""
    named = next(moment.names.find(rest[:_NEAR]), None) if moment.has_moved else None
    return named is not None and moment.turn.before.place in named.ids and bool(_ARTICLE.fullmatch(rest[: named.start]))


def _main_verb(moment: Moment, after: str) -> tuple[str, str]:
    """Return the first word after "you" that is no helping verb and no adverb, and what follows it."""
    while step := _STEP.match(after):
        word = step[1]
        after = after[step.end() :]
        if not (moment.lexicon.has("helping", stem(word)) or word.endswith("ly")):
            return word, after
    return "", after


def _also(moment: Moment, rest: str) -> Iterator[str]:
    """Yield the further verbs of the same subject, up to the next one."""
    new = _NEW_SUBJECT.search(rest)
    for also in _ALSO.finditer(rest[: new.start()] if new else rest):
        if moment.lexicon.has("deeds", stem(also[1])) and not also[1].endswith(("s", "ing", "ed")):
            yield also[1]


def _is_theirs(moment: Moment, verb: str, *, is_sure: bool) -> bool:
    """Return whether a verb may be the player's: perceiving, being, what they did, or what the author has them do."""
    base = stem(verb)
    if moment.lexicon.has("perceiving", base) or verb in moment.lexicon.forms("no_deed"):
        return True
    if moment.has_moved and moment.lexicon.has("moving", base):
        return True
    if is_done(moment, base):
        return True
    return not is_sure and not moment.lexicon.has("deeds", base)
