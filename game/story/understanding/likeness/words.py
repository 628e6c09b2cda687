"""Words parted by spaces: those typed against those of a choice, by their stems and by what is akin.

Knows nothing of scripts without spaces.
"""

from __future__ import annotations

from functools import lru_cache

from game.rules.world import Choice
from game.story.sentences import Words
from game.story.understanding.likeness.match import Match, is_question, other_names
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import Tokens, phrases, tokens

_STEM = 4


def compare_words(scope: Scope, choice: Choice, said: Tokens) -> Match | None:
    """Return how words fit a choice, or None where they say something that it does not."""
    text = tokens(choice.text)
    typed, own = _main_words(scope, said), _main_words(scope, text)
    if not typed or not own:
        return None
    spoken = _without_frame(scope, text)
    if spoken:
        return _told(scope, choice, said, spoken) or _done(scope, choice, said, least=2)
    return _done(scope, choice, said, least=1)


def _is_bare(scope: Scope, said: Tokens, known: Tokens) -> bool:
    """Return whether a verb stands alone: "show off" is no short form of showing something."""
    loose = phrases(scope.sentences.particles["loose"])
    return not any((token,) in loose for token in said if token not in known)


def _object(scope: Scope, text: Tokens) -> Tokens:
    """Return the main words of what a choice's verb is done to: those before "in", "on", "to" and the like."""
    particles = scope.sentences.particles
    joins = phrases((*particles["put"], *particles["give"], *particles["with"], *particles["from"]))
    start = next((place for place in range(1, len(text)) if not joins.at(text, place)), 1)
    end = next((place for place in range(start, len(text)) if joins.at(text, place)), len(text))
    return _main_words(scope, text[start:end])


def _done(scope: Scope, choice: Choice, said: Tokens, *, least: int) -> Match | None:
    """Return the match where typed begins with the choice's verb, names its object, if any, and nothing else."""
    kin = scope.sentences.kin
    typed, own = _main_words(scope, said), _main_words(scope, tokens(choice.text))
    same = _stems(typed[0], own[0])
    if not same and not any(akin(kin, typed[0], each) for each in own):
        return None
    known = (*own, *(token for name in other_names(scope, choice) for token in name))
    if not all(any(akin(kin, each, other) for other in known) for each in typed):
        return None
    if len(typed) == 1 and not _is_bare(scope, said, (*typed, *tokens(choice.text))):
        return None
    held = [
        each for each in own if any(akin(kin, each, other) for other in (*typed, *_named_too(scope, choice, typed)))
    ]
    direct = _object(scope, tokens(choice.text))
    if len(held) < (least if same else 2) or (len(typed) > 1 and direct and not {*direct} & {*held}):
        return None
    exact = same and all(any(_stems(each, other) for other in known) for each in typed)
    return Match(choice, len(held) / len(own), exact)


def _named_too(scope: Scope, choice: Choice, typed: Tokens) -> Tokens:
    """Return the other names of what the choice and the words both name: who types "note" holds its "scrap"."""
    text, said = {*tokens(choice.text)}, {*typed}
    names = [[tokens(name) for name in names_now(each)] for each in scope.world.things.values()]
    both = (each for each in names if any(said >= {*name} for name in each) and any(text >= {*name} for name in each))
    return tuple(token for each in both for name in each for token in name)


def _told(scope: Scope, choice: Choice, said: Tokens, spoken: Tokens) -> Match | None:
    """Return the match with a choice that asks or says something, for words that are what it asks or says."""
    own = _main_words(scope, spoken)
    typed = _main_words(scope, _without_frame(scope, said) or said)
    asking = phrases(scope.sentences.particles["questions"])
    kin = scope.sentences.kin
    held = [each for each in own if any(akin(kin, each, other) for other in typed)]
    strange = [each for each in typed if not any(akin(kin, each, other) for other in own)]
    telling = [each for each in held if (each,) not in asking]
    framed = bool(_without_frame(scope, said)) or is_question(scope, said)
    if not telling or (strange and not is_question(scope, said)):
        return None
    if not framed and len(held) < max(2, len(own)):
        return None
    return Match(choice, len(held) / len(own), sure=not strange)


def _without_frame(scope: Scope, text: Tokens) -> Tokens:
    """Return what is asked or said by words that begin with asking or saying; nothing for others."""
    length = phrases(scope.sentences.particles["asking"]).at(text, 0)
    return text[length:] if length else ()


def _main_words(scope: Scope, said: Tokens) -> Tokens:
    light = phrases(scope.sentences.particles["light"])
    return tuple(token for token in said if (token,) not in light)


def akin(kin: Words, one: str, other: str) -> bool:
    """Return whether two words are the same in form, or mean much the same."""
    groups = _groups(tuple(kin.items()))
    return _stems(one, other) or bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


@lru_cache(maxsize=8_192)
def _stems(one: str, other: str) -> bool:
    """Return whether two words have the same stem."""
    shorter = min(len(one), len(other))
    stem = max(_STEM, shorter - 2)
    return one == other or (shorter >= _STEM and one[:stem] == other[:stem] and abs(len(one) - len(other)) < _STEM)


@lru_cache(maxsize=8)
def _groups(kin: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for name, words in kin:
        for word in words:
            groups[word] = groups.get(word, frozenset()) | {name}
    return groups
