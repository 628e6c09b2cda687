"""Speech is the speaker's own: narration holds no speech and nobody's thoughts, and a line is nobody else's.

Knows nothing of the player.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.chinese.speech import is_inscribed, speech_in
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verdict import Verdict
from game.story.guarding.voices import runs_of, words_of_person

_SCRIPT = re.compile(r"(?:^|[.!?。！？]\s*)([\w·’' ]{1,24})\s*[:：]\s*\S")
_SPEECH_END = re.compile(r"[,.!?…，。！？—]$")
_I_AM = re.compile(r"\b(?:i am|i'm)\s+(?:the\s+|an?\s+|old\s+)*")
_PALM = ("掌", "手", "街", "江", "湖", "圆", "核", "轴", "炉")
_AS = re.compile(r"\bas\s+(?:the\s+)?(?=\w+,?\s+i\b)")
_BEGINS = re.compile(
    r"\b(?:says?|said|asks?|asked|cries|calls|whispers|mutters|replies|answers|shouts|adds)\s*[,:]\s*\"[^\"]*$"
)
_SAYS_SO = re.compile(
    r",\s+(?:says|asks|cries|calls|whispers|mutters|murmurs|replies|answers|shouts|adds|remarks|observes|announces|declares|snaps|growls|sighs|grunts)"
    r"\s+(?:the\s+|old\s+|young\s+|an?\s+)*(?P<who>[\w'-]+)"
)
_MY = re.compile(r"\b(?:my|our)\s+([\w-]+)")
_ENOUGH = 3
_ENOUGH_UNSPACED = 4


def others_words(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on speech or thoughts in narration, and on another's words in a line."""
    return _line(moment, said) if said.speaker else _scene(moment, said)


def _scene(moment: Moment, said: Said) -> Verdict | None:
    unspaced = "" if moment.lexicon.is_spaced else speech_in(moment, said)
    spoken = unspaced or next(_quoted(moment, said), "")
    begun = _BEGINS.search(said.folded)
    begun = begun or _unquoted(moment, said)
    found = spoken or (begun.group() if begun else "") or next(_thoughts(moment, said), "")
    return Verdict("other", found) if found else None


def _unquoted(moment: Moment, said: Said) -> re.Match[str] | None:
    """Return where a scene says who speaks of words that stand in no quotation marks: ", murmurs the widow"."""
    found = _SAYS_SO.search(said.bare) if moment.lexicon.is_spaced else None
    if found is None:
        return None
    named = next(moment.names.find(said.bare[found.start("who") :]), None)
    is_person = named is not None and named.start == 0 and _is_person(moment, named.ids)
    is_somebody = found["who"] in ("he", "she") or is_person
    is_somebody = is_somebody or moment.lexicon.begins("strangers", said.bare[found.start("who") :])
    return found if is_somebody else None


def _quoted(moment: Moment, said: Said) -> Iterator[str]:
    """Yield what stands in quotes as speech: not what is written somewhere, nor a name in quotes."""
    for quoted in said.quotes:
        if not moment.lexicon.is_spaced and is_inscribed(moment, said, quoted):
            continue
        is_said = bool(moment.lexicon.is_spaced and moment.lexicon.find("speaking", said.bare))
        is_theirs = quoted.strip(" .,!?…，。！？").lower() in moment.notes.text
        if _SPEECH_END.search(quoted.strip()) and (is_said or not is_theirs):
            yield quoted


def _thoughts(moment: Moment, said: Said) -> Iterator[str]:
    """Yield the words for somebody's thoughts."""
    for found in moment.lexicon.pattern("thinking").finditer(said.bare):
        thinks_better = said.bare.startswith(" better of", found.end())
        if not thinks_better and found.group() not in moment.notes.text and _is_somebodys(moment, said, found.start()):
            yield found.group()


def _is_somebodys(moment: Moment, said: Said, place: int) -> bool:
    """Return whether somebody is spoken of before a thought, by name or pronoun: a curlew's is no matter."""
    before = said.bare[:place]
    if not moment.lexicon.is_spaced:
        return before[-1:] not in _PALM or not said.bare[place:].startswith("心")
    if moment.lexicon.find("thinker", before):
        return True
    return any(_is_person(moment, each.ids) for each in moment.names.find(before))


def _line(moment: Moment, said: Said) -> Verdict | None:
    if said.quotes and moment.lexicon.find("speaking", said.bare):
        return Verdict("other", next((each for each in said.quotes if each), ""))
    script = _SCRIPT.search(said.straight)
    if script and any(_is_person(moment, each.ids) for each in moment.names.find(script[1].lower())):
        return Verdict("other", script[1])
    if thought := moment.lexicon.find("inner", said.bare):
        return Verdict("other", thought)
    return _pretending(moment, said) or _owning(moment, said) or _borrowed(moment, said)


def _is_person(moment: Moment, ids: tuple[str, ...]) -> bool:
    return any(name in moment.world.people for name in ids)


def _pretending(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a speaker who says that they are somebody else."""
    claims = (
        (*_I_AM.finditer(said.bare), *_AS.finditer(said.bare))
        if moment.lexicon.is_spaced
        else re.finditer("我(?:就)?是", said.bare)
    )
    for claim in claims:
        named = next(moment.names.find(said.bare[claim.end() : claim.end() + 30]), None)
        if named and named.start == 0 and _is_person(moment, named.ids) and said.speaker not in named.ids:
            after = said.bare[claim.end() + named.end :]
            if not after.startswith(("'s", "的")):
                return Verdict("other", said.spelled(claim.start(), claim.end() + named.end))
    return None


def _owning(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a speaker who calls their own what belongs to another's calling: "my light"."""
    own = words_of_person(moment.world.people[said.speaker], moment.after)
    others = frozenset().union(*(moment.callings[person] for person in moment.world.people if person != said.speaker))
    for found in _MY.finditer(said.bare) if moment.lexicon.is_spaced else ():
        base = stem(found[1])
        if base in others - own and not moment.lexicon.has("grammar", base):
            return Verdict("other", found.group())
    return None


def _borrowed(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a line that is nearer to another's authored words than to the speaker's own."""
    shares = {person: _share(moment, said, moment.spoken[person]) for person in moment.world.people}
    own = shares.pop(said.speaker, 0)
    most = max(shares.values(), default=0)
    enough = _ENOUGH if moment.lexicon.is_spaced else _ENOUGH_UNSPACED
    return Verdict("other") if most >= own + enough else None


def _share(moment: Moment, said: Said, spoken: frozenset[str]) -> int:
    if moment.lexicon.is_spaced:
        words = {stem(word) for word in words_of(said.bare) if len(word) > 3}
        return len({*words, *runs_of(said.bare, moment.lexicon)} & spoken)
    return len({said.bare[at : at + 2] for at in range(len(said.bare) - 1)} & spoken)
