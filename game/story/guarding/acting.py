"""Whether somebody who is named acts there, or is only spoken of.

Knows nothing of worlds. A name acts as the subject of a verb of now, as an owner of hands or eyes that do something, or
where the verb stands before it; not where the clause denies, remembers or compares.
"""

from __future__ import annotations

import re

from game.story.guarding import unspaced
from game.story.guarding.lexicon import Lexicon
from game.story.guarding.said import Said
from game.story.guarding.verbs import is_noun_after, is_of_people, is_present

_WORD = re.compile(r"[\w'-]+")
_ARTICLES = re.compile(r"(?:\b(?:the|an?|one|two|three|old|young|little|tall|fat|thin|another|some|also|our)\s+)*$")
_OWNED = 3
_ADVERBS = re.compile(
    r"\s*(?:(?:[\w'-]+ly|too|now|still|also|just|only|even|already|then|again|alone|himself|herself|themselves"
    r"|at last|at once|in turn)(?=[\s,]))*\s*"
)
_RELATIVE = re.compile(r",?\s*who\s+(?:(?:[\w'-]+ly|now|still|also|never|always|only)\s+)?([\w'-]+)")
_APPOSITIVE = re.compile(r",\s*([^,]{1,70}),\s*(?:and\s+)?([\w'-]+)")
_PARTICIPLE = re.compile(r",\s*([\w'-]+ing)\b")
_PLACED = re.compile(r"\s+(?:in|on|at|with|behind|beside|from|under|by|of|near|across|against|opposite)\s")
_LAST_WORDS = 3
# "…, as a man leaves it": how, and not when.
_AS_ANYBODY = re.compile(r",\s+(?:just\s+)?(?:as|the way)\s+an?\s+$")
_BEYOND = 7
_THEY_ARE = re.compile(r",\s*(?:they|he|she)(?:'re|'s|\s+are|\s+is)\b")
_OWNED_ASIDE = re.compile(r"^'s?\s+[\w-]+(?=,\s+(?:he|she|they)\b)")
_IS_DOING = re.compile(r"^[^.;]*?,\s+(?:is|are)\s+\w+ing\b|^[^.;,]*\s(?:is|are)\s+\w+ing\b")


def acts(said: Said, start: int, end: int) -> bool:
    """Return whether who is named from start to end acts here and now."""
    clause_start, clause_end = said.clause_at(start)
    before, after = said.bare[clause_start:start], said.bare[end:]
    if not said.lexicon.is_spaced:
        return unspaced.acts(said.lexicon, before, said.bare[end:clause_end])
    if said.lexicon.find("hearsay", said.bare):
        return False
    if said.lexicon.find("unacted_before", " ".join(before.split()[-_LAST_WORDS:])) or _AS_ANYBODY.search(
        said.bare[:start]
    ):
        return False
    return _follows_verb(said.lexicon, before, after) or _is_subject(said.lexicon, after)


def is_pointed_at(said: Said, start: int, end: int) -> bool:
    """Return whether a speaker points at who is named from start to end, as at somebody who is here."""
    clause_start, _ = said.clause_at(start)
    before, after = said.bare[clause_start:start], said.bare[end:]
    if not said.lexicon.is_spaced:
        return unspaced.is_pointed_at(said.lexicon, before, after)
    after = _OWNED_ASIDE.sub("", after)
    return said.lexicon.ends("pointed_before", _ARTICLES.sub("", before)) or _is_seen(said.lexicon, after)


def _follows_verb(lexicon: Lexicon, before: str, after: str) -> bool:
    is_verb = lexicon.ends("comes_before", _ARTICLES.sub("", before))
    if (
        is_verb
        and after.startswith("'s ")
        and any(lexicon.find("body", word) for word in _WORD.findall(after)[1:_OWNED])
    ):
        return True
    return is_verb and not after.startswith("'") and not lexicon.begins("unacted_after", after)


def _is_seen(lexicon: Lexicon, after: str) -> bool:
    """Return whether what follows a name says that its bearer is in sight: "is behind you", "himself, just come"."""
    seen = re.sub(
        r"^(?:\s+\w+self)?(?:,\s+(?:he|she|they))?(?:'s|'re|\s+is|\s+are|\s+has)?(?:\s+(?:sat|stood|sitting|standing))?",
        "",
        after,
    )
    return lexicon.begins("pointed_after", seen)


def _is_subject(lexicon: Lexicon, after: str) -> bool:
    if after.startswith("'"):
        return _owns_what_acts(lexicon, after)
    if relative := _RELATIVE.match(after):
        return is_present(lexicon, relative[1]) or _acts_beyond(lexicon, after[relative.end() :])
    if after.startswith(","):
        return _is_subject_beyond(lexicon, after)
    skipped = _ADVERBS.match(after)
    rest = after[skipped.end() :] if skipped else after
    word = _WORD.match(rest)
    if word is None:
        return False
    if is_present(lexicon, word.group()) or word.group() in lexicon.forms("acting"):
        return not lexicon.begins("unacted_after", rest[word.end() :])
    if word.group().endswith("ing"):
        return word.group() not in lexicon.forms("no_participle")
    return _PLACED.match(after) is not None and _acts_there(lexicon, after)


def _owns_what_acts(lexicon: Lexicon, after: str) -> bool:
    """Return whether hands, eyes or the like of a name's bearer do something: "Hob's eyes open"."""
    words = _WORD.findall(re.split(r"[,;.]", after.removeprefix("'s").removeprefix("'"))[0])[:_OWNED]
    owned = next((at for at, word in enumerate(words[:-1]) if lexicon.find("body", word)), None)
    return owned is not None and words[owned + 1] not in lexicon.forms("no_owned_verb")


def _is_subject_beyond(lexicon: Lexicon, after: str) -> bool:
    """Return whether a verb comes after what is put in between commas, or a participle stands in it."""
    if _THEY_ARE.match(after):
        return True
    participle = _PARTICIPLE.match(after)
    if participle and participle[1] not in lexicon.forms("no_participle"):
        return True
    put_in = _APPOSITIVE.match(after)
    if put_in is None or put_in[1].startswith(("and ", "or ", "not ")):
        return False
    return is_present(lexicon, put_in[2])


def _acts_beyond(lexicon: Lexicon, after: str) -> bool:
    """Return whether somebody of whom a relative clause tells what they did does something now: "who drew it sits"."""
    words = _WORD.findall(re.split(r"[,;.]", after)[0])[:_BEYOND]
    at = next((at for at, word in enumerate(words) if _is_doing(lexicon, word)), None)
    if at is None or lexicon.find("denied", " ".join(words[:at])):
        return False
    return not lexicon.begins("unacted_after", " ".join(words[at + 1 :]))


def _is_at_it(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word is a participle of what people do: "watching"."""
    return word.endswith("ing") and is_of_people(lexicon, word)


def _is_doing(lexicon: Lexicon, word: str) -> bool:
    return is_present(lexicon, word) and (word in ("is", "has") or is_of_people(lexicon, word))


def _acts_there(lexicon: Lexicon, after: str) -> bool:
    """Return whether a verb or a participle comes after where somebody is: "a barman behind the counter polishes"."""
    clause, comma, rest = re.split(r"[;.]", after)[0].partition(",")
    words = _WORD.findall(clause)
    if any(word in lexicon.forms("acting") for word in words):
        return True
    pairs = zip(["", *words], words, strict=False)
    if any(
        not is_noun_after(before) and (_is_doing(lexicon, word) or _is_at_it(lexicon, word)) for before, word in pairs
    ):
        return True
    word = _WORD.match(rest.lstrip()) if comma else None
    if word is not None and word.group().endswith("ing"):
        return word.group() not in lexicon.forms("no_participle")
    if word is None or lexicon.begins("unacted_after", rest.lstrip()[word.end() :]):
        return False
    return _is_doing(lexicon, word.group()) or bool(_IS_DOING.search(rest))
