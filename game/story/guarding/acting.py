"""Whether somebody who is named acts there, or is only spoken of.

Knows nothing of worlds. A name acts as the subject of a verb of now, as an owner of hands or eyes that do something, or
where the verb stands before it; not where the clause denies, remembers or compares.
"""

from __future__ import annotations

import re

from game.story.guarding.said import Said

_BODY = (
    r"eyes?|hands?|head|face|voice|lips|mouth|fingers?|thumb|shoulders?|shadow|arms?|gaze|footsteps|boots|breath"
    r"|back|smile|laugh|laughter|cough"
)
_OWNING = re.compile(rf"'s?\s+(?:[\w-]+\s+)?(?:{_BODY})\s+([\w'-]+)")
_ADVERB = re.compile(
    r"\s*(?:(?:[\w'-]+ly|too|now|still|also|just|only|even|already|then|again|alone|himself|herself|themselves"
    r"|at last|at once|in turn)(?=[\s,]))*\s*"
)
_WORD = re.compile(r"[\w'-]+")
_RELATIVE = re.compile(r",?\s*who\s+(?:[\w'-]+ly\s+|now\s+|still\s+|also\s+)?([\w'-]+)")
_APPOSITIVE = re.compile(r",\s*([^,]{1,70}),\s*(?:and\s+)?([\w'-]+)")
_PREPOSITIONAL = re.compile(
    r"\s+(?:in|on|at|with|behind|beside|from|under|by|of|near|across|against|opposite)\s[^,;.]*?\b([\w'-]+s)\b"
)
_PARTICIPIAL = re.compile(r"\s+(?:in|on|at|with|behind|beside|from|under|by)\s[^,;.]{1,40},\s+(?!noth|someth|everyth)[\w'-]+ing\b")
_BEFORE = re.compile(
    r"\b(?:is|are|stands?|sits?|comes?|waits?|lies|lie|kneels?|appears?|emerges?|leans?|walks?|steps?|goes|crouch(?:es)?"
    r"|rises?|arrives?|enters?|hurries|stoops|looms|squats?|perches|lounges|sleeps|watches)\s+"
    r"(?:(?:the|an?|one|two|three|old|young|little|tall|fat|thin|another|some|also)\s+)*$"
)
_DENIED = re.compile(
    r"\b(?:no|not|nobody|no one|neither|nor|without|never|nothing|hardly|as if|as though|like|would|could|might|unless"
    r"|than|if|there was|were)\s+(?:[\w'-]+\s+){0,2}$"
)
_GONE = re.compile(
    r"\s+(?:not|nowhere|never|gone|elsewhere|away|absent|dead|no longer|said|called|told|known|remembered|buried|named"
    r"|written|cut)\b"
)
_NO_VERB = frozenset(
    """across towards toward's always perhaps besides this his its hers ours yours theirs as was us yes less unless
    upwards downwards sometimes afterwards backwards forwards onwards inwards outwards thus plus sidelong else's ones""".split()
)
_NO_PARTICIPLE = frozenset("nothing something anything everything morning evening king during string thing".split())
_UNSPACED_DENIED = re.compile(
    r"没|無|无|不见|不是|除了|像|仿佛|好像|似乎|当年|从前|曾|要是|如果|给|对|向|问|为|替|关于|叫|属于|写着|刻着|提到|说起|说的|少了|归|由|替|等着"
)
_UNSPACED_GONE = re.compile(
    r"^(?:[^，。]{0,6}(?:不在|没来|没有来|没回|该|当年|曾|从前|那一夜|那时|原来|走了|留下|已经走|的名字|死|生前)|钟|铺|屋|家)"
)
_UNSPACED_OWNS = re.compile(r"^\w{0,2}的")
_UNSPACED_BODY = re.compile(
    r"^的(?:手|眼|脸|影子|声音|头|目光|嘴|肩|脚步|身影|笑声|手指|拐杖|手杖|背影|咳)(?!的)"
)
_POINTED_BEFORE = re.compile(r"\b(?:here|there)(?:'s|\s+is|\s+comes|\s+goes|\s+stands)\s+(?:the\s+|old\s+|our\s+)?$")
_POINTED_AFTER = re.compile(
    r"(?:\s+\w+self)?(?:'s|\s+is|\s+has)?\s+(?:just\s+(?:come|now)|behind you|over there|right (?:here|there|behind)|here now"
    r"|there now|standing|sitting|coming|waiting (?:here|there|outside)|in the doorway|at the door|looking at you)"
)
_UNSPACED_POINTED = re.compile(r"刚进|进来了|来了|就在你|在你背后|在你身后|站在|正在|那不是|你看|坐在|刚到|在门口")


def acts(said: Said, start: int, end: int) -> bool:
    """Return whether who is named from start to end acts here and now."""
    clause_start, clause_end = said.clause_at(start)
    before, after = said.bare[clause_start:start], said.bare[end:]
    if not said.lexicon.is_spaced:
        return _acts_unspaced(before, after, said.bare[end:clause_end])
    if _DENIED.search(before):
        return False
    return _follows_verb(before, after) or _is_subject(after)


def is_pointed_at(said: Said, start: int, end: int) -> bool:
    """Return whether a speaker points at who is named from start to end, as at somebody who is here."""
    clause_start, _ = said.clause_at(start)
    before, after = said.bare[clause_start:start], said.bare[end:]
    if not said.lexicon.is_spaced:
        return bool(_UNSPACED_POINTED.search(before) or _UNSPACED_POINTED.search(after[:12]))
    return bool(_POINTED_BEFORE.search(before) or _POINTED_AFTER.match(after))


def is_present(word: str) -> bool:
    """Return whether an English word can be a verb of somebody else's, now: "leans", "is", "has"."""
    return word in ("is", "has") or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s")) and word not in _NO_VERB
    )


def _follows_verb(before: str, after: str) -> bool:
    return bool(_BEFORE.search(before)) and not after.startswith("'") and not _GONE.match(after)


def _is_subject(after: str) -> bool:
    if after.startswith("'"):
        return bool((owning := _OWNING.match(after)) and owning[1] not in ("and", "or", "on", "in", "of", "were", "was"))
    if relative := _RELATIVE.match(after):
        return is_present(relative[1])
    if after.startswith(","):
        return _is_subject_beyond(after)
    skipped = _ADVERB.match(after)
    rest = after[skipped.end() :] if skipped else after
    word = _WORD.match(rest)
    if word is None:
        return False
    if is_present(word.group()):
        return not _GONE.match(rest[word.end() :])
    if word.group().endswith("ing"):
        return word.group() not in _NO_PARTICIPLE
    prepositional = _PREPOSITIONAL.match(after)
    if prepositional and is_present(prepositional[1]) and prepositional[1] in _DEEDS:
        return True
    return bool(_PARTICIPIAL.match(after))


def _is_subject_beyond(after: str) -> bool:
    """Return whether a verb comes after what is put in between commas, or a participle stands in it."""
    put_in = _APPOSITIVE.match(after)
    participle = re.match(r",\s*([\w'-]+ing)\b", after)
    if participle and participle[1] not in _NO_PARTICIPLE:
        return True
    return bool(put_in and is_present(put_in[2]) and not put_in[1].startswith(("and ", "or ", "not ")))


def _acts_unspaced(before: str, after: str, rest: str) -> bool:
    if _UNSPACED_DENIED.search(before) or _UNSPACED_GONE.search(rest):
        return False
    return not _UNSPACED_OWNS.match(after) or bool(_UNSPACED_BODY.match(after))


_DEEDS = frozenset(
    """is has stands sits leans waits watches polishes wipes looks turns walks comes goes steps crosses smiles nods lifts
    holds takes puts gives says calls sings laughs runs moves kneels rises opens closes pours draws reaches raises lowers
    stares bows waves sleeps works sweeps counts reads writes plays whistles hums beckons slides carries sets""".split()
)
