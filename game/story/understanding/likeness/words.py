"""Words parted by spaces: those typed against those of a choice, by their stems and by what is akin.

Knows nothing of scripts without spaces.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.rules.world import Choice
from game.story.understanding.framing import tells_how
from game.story.understanding.likeness.idioms import wordings
from game.story.understanding.likeness.match import Match, is_question, other_names
from game.story.understanding.likeness.strange import akin, is_told_of, stands_aside, stems
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import Tokens, phrases, tokens


@dataclass(frozen=True, slots=True)
class Compared:
    """A choice in one of its wordings."""

    choice: Choice
    text: Tokens


def compare_words(scope: Scope, choice: Choice, said: Tokens) -> Match | None:
    """Return how words fit a choice, or None where they say something that it does not; idioms are written short."""
    texts = tuple(wordings(scope.sentences, tokens(choice.text)))
    found = [
        match
        for place, typed in enumerate(wordings(scope.sentences, said))
        for text in texts
        if (match := _compared(scope, Compared(choice, text), typed, sure=place == 0))
    ]
    return max(found, key=lambda each: (each.sure, each.share), default=None)


def _compared(scope: Scope, choice: Compared, said: Tokens, *, sure: bool) -> Match | None:
    if not _main_words(scope, said) or not _main_words(scope, choice.text):
        return None
    spoken = _without_frame(scope, choice.text)
    match = (_told(scope, choice, said, spoken) if spoken else None) or _done(
        scope, choice, said, least=2 if spoken else 1
    )
    return replace(match, sure=match.sure and sure) if match else None


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


def _done(scope: Scope, choice: Compared, said: Tokens, *, least: int) -> Match | None:
    """Return the match where typed begins with the choice's verb, names its object, if any, and nothing else."""
    kin = scope.kinship
    typed, own = _main_words(scope, said), _main_words(scope, choice.text)
    if phrases(scope.sentences.particles["oneself"]).at(said, 1) and typed[0] == said[0]:
        return None
    same = stems(typed[0], own[0])
    if not same and not any(akin(kin, typed[0], each) for each in own):
        return None
    known = (*own, *(token for name in other_names(scope, choice.choice) for token in name))
    strange = [each for each in typed if not any(akin(kin, each, other) for other in known)]
    untold = [each for each in strange if not is_told_of(scope, choice.choice, each)]
    aside = stands_aside(scope, said, strange, known)
    if untold and not stands_aside(scope, said, untold, known):
        return None
    if len(typed) == 1 and not _is_bare(scope, said, (*typed, *choice.text)):
        return None
    meant = (*typed, *_named_too(scope, choice, typed))
    held = [each for each in own if any(akin(kin, each, other) for other in meant)]
    direct = _object(scope, choice.text)
    pointed = all(akin(kin, each, own[0]) for each in typed) and _points(scope, said)
    enough = (least if same or pointed else 2) + (bool(strange) and not (aside and same))
    if len(held) < enough or (len(typed) > 1 and direct and not {*direct} & {*held}):
        return None
    exact = same and all(any(stems(each, other) for other in known) for each in typed)
    return Match(choice.choice, len(held) / len(own), exact)


def _points(scope: Scope, said: Tokens) -> bool:
    """Return whether words have a pronoun for what the deed is done to: "steady it"."""
    particles = scope.sentences.particles
    return phrases((*particles["it"], *particles["them"])).held_by(said[1:])


def _named_too(scope: Scope, choice: Compared, typed: Tokens) -> Tokens:
    """Return the other names of what the choice and the words both name: who types "note" holds its "scrap"."""
    text, said = {*choice.text}, {*typed}
    names = [[tokens(name) for name in names_now(each)] for each in scope.world.things.values()]
    both = (each for each in names if any(said >= {*name} for name in each) and any(text >= {*name} for name in each))
    return tuple(token for each in both for name in each for token in name)


def _told(scope: Scope, choice: Compared, said: Tokens, spoken: Tokens) -> Match | None:
    """Return the match with a choice that asks or says something, for words that are what it asks or says."""
    own = _main_words(scope, spoken)
    typed = _main_words(scope, _without_frame(scope, said) or said)
    asking = phrases(scope.sentences.particles["questions"])
    kin = scope.kinship
    if _asks_otherwise(scope, typed, own):
        return None
    held = [each for each in own if any(akin(kin, each, other) for other in typed)]
    strange = [each for each in typed if not any(akin(kin, each, other) for other in own)]
    telling = [each for each in held if (each,) not in asking]
    framed = bool(_without_frame(scope, said)) or is_question(scope, said)
    if not telling or (strange and not is_question(scope, said) and not stands_aside(scope, said, strange, own)):
        return None
    if not framed and len(held) < max(2, len(own)):
        return None
    return Match(choice.choice, len(held) / len(own), sure=not strange)


def _asks_otherwise(scope: Scope, typed: Tokens, own: Tokens) -> bool:
    """Return whether both ask with a word of their own, "how" and "what", so that the answers would differ."""
    asking = phrases(scope.sentences.particles["wh"])
    one, other = (next((each for each in words if (each,) in asking), "") for words in (typed, own))
    return bool(one and other and one != other)


def _without_frame(scope: Scope, text: Tokens) -> Tokens:
    """Return what is asked or said by words that begin with asking or saying; nothing for others."""
    length = phrases(scope.sentences.particles["asking"]).at(text, 0)
    return text[length:] if length else ()


def _main_words(scope: Scope, said: Tokens) -> Tokens:
    light = phrases(scope.sentences.particles["light"])
    return tuple(token for token in said if (token,) not in light and not tells_how(token))
