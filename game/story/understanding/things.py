"""Verbs of things and of people who are given some: what follows the verb, read into an action or a problem.

Knows nothing of ways, of speech, or of which words mean which verb.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from game.rules.actions import (
    Action,
    Close,
    Douse,
    Drop,
    Examine,
    Handling,
    Light,
    Lock,
    Open,
    Remove,
    Take,
    Unlock,
    Wear,
)
from game.story.lexicon import is_spaced
from game.story.understanding.describing import described, is_wondered_about, only_described, told
from game.story.understanding.giving import bring, give
from game.story.understanding.leftout import only_one, only_written
from game.story.understanding.nouns import Noun, NounPhrase, read_nouns
from game.story.understanding.putting import hang, put, put_back
from game.story.understanding.readings import Problem, Reading, fitting, missing, not_here, what_to
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases, spelled
from game.story.understanding.using import use

_LEFT_OUT = 2

Rule = Callable[[Scope, Tokens], Reading]


def _one_noun(verb: str, make: Callable[[str], Action], scope: Scope, said: Tokens) -> Reading:
    """Return the action on the one thing that is named, and on nothing else."""
    phrase = told(scope, read_nouns(scope, said, scope.names))
    if not phrase.nouns:
        return _nothing(scope, verb, said, phrase, make)
    if phrase.left or len(phrase.nouns) > 1 or phrase.nouns[0].joined:
        return missing(scope, phrase.left)
    return fitting(scope, phrase.nouns[0], make) or _only(scope, make) or what_to(scope, verb)


def _nothing(scope: Scope, verb: str, said: Tokens, phrase: NounPhrase, make: Callable[[str], Action]) -> Reading:
    """Return what to do where no noun is said: one is left out in Chinese, and after handling: "unlock it, open up".

    Words that are no name may be in the description of the only thing that can be meant; and only one may fit at all.
    """
    if phrase.left:
        part = only_described(scope, phrase.left, make) if _shows_parts(phrase, make) else ""
        return make(part) if part else not_here(scope, said)
    handled = isinstance(scope.recent[-1] if scope.recent else None, Handling)
    spoken = is_spaced(spelled(scope.said)) and not handled
    last = () if spoken else scope.spoken_of[:_LEFT_OUT]
    left_out = next((make(each) for each in last if scope.is_legal(make(each))), None)
    unsaid = only_one(scope, make) if verb in _HANDLING else None
    return left_out or unsaid or (None if said else _only(scope, make)) or what_to(scope, verb)


def _shows_parts(phrase: NounPhrase, make: Callable[[str], Action]) -> bool:
    """Return whether a deed on part of a thing is one on the whole: a lamp is lit at its wick, but not taken by it."""
    return make in (Examine, Light, Douse, Open, Close, Unlock, Lock) and not phrase.all


def _only(scope: Scope, make: Callable[[str], Action]) -> Action | None:
    """Return the deed on the only thing that it can be done to; nothing is taken or looked at that nobody named."""
    if make in (Take, Examine) or not is_spaced(spelled(scope.said)):
        return None
    possible = [make(each.id) for each in scope.near if scope.is_legal(make(each.id))]
    return possible[0] if len(possible) == 1 else None


def _examine(scope: Scope, said: Tokens) -> Reading:
    phrase = read_nouns(scope, said, scope.names)
    if not phrase.nouns and phrase.left and not is_spaced(spelled(said)):
        phrase = read_nouns(scope, said, scope.names, scope.loose_names)
    if not phrase.nouns:
        return only_written(scope, phrase) or _nothing(scope, "examine", said, phrase, Examine)
    noun = described(scope, phrase)
    if phrase.only and (is_wondered_about(scope, said) or not phrase.nouns[0].ids):
        noun = phrase.only
    noun = noun or _with_part(scope, phrase)
    return (fitting(scope, noun, Examine) or what_to(scope, "examine")) if noun else missing(scope, phrase.left)


def _with_part(scope: Scope, phrase: NounPhrase) -> Noun | None:
    """Return the thing that something unknown is on or in, or that a question is about: "the date on the cask"."""
    noun = phrase.nouns[0] if len(phrase.nouns) == 1 else None
    if noun is None or len(noun.ids) != 1 or not is_spaced(noun.said):
        return None
    if not noun.joined and phrase.unknown in scope.absent:
        return None
    return (
        noun
        if noun.joined in ("put", "from") or phrases(scope.sentences.particles["wondering"]).at(scope.said, 1)
        else None
    )


def _take(scope: Scope, said: Tokens) -> Reading:
    phrase = told(scope, read_nouns(scope, said, scope.names))
    sources = phrase.joined("from", "put")
    nouns = [noun for noun in phrase.nouns if noun not in sources]
    if not phrase.nouns:
        return _nothing(scope, "take", said, phrase, Take)
    if not nouns and phrase.joined("from") and not phrase.left:
        nouns, sources = _taken_off(scope, sources[0]), ()
    if phrase.left or len(nouns) != 1 or len(sources) > 1:
        return missing(scope, phrase.left)
    noun = _taken_from(scope, nouns[0], sources[0]) if sources else nouns[0]
    return _taking(scope, noun) if noun.ids or noun.ranked else not_here(scope, said)


def _taken_off(scope: Scope, source: Noun) -> list[Noun]:
    """Return what is in something that is all that is named; or itself, where it can be taken: "take off the cloak"."""
    within = tuple(each.id for each in scope.here if scope.state.holder(each.id) in source.ids)
    free = tuple(each for each in source.ids if each in scope.world.things and scope.world.things[each].portable)
    return [Noun(within or free, source.said)] if within or free else []


def _taken_from(scope: Scope, noun: Noun, source: Noun) -> Noun:
    """Return a noun for those of its things that are in or on, or that lie beside, what it is taken from."""
    where = scope.state.holders
    holders = {each for each in source.ids if each in scope.world.things and scope.world.things[each].holds}
    fixed = [each for each in source.ids if each in scope.world.things and each not in holders]
    lying = {scope.state.place} if fixed else set()
    ids = tuple(each for each in noun.ids if each in scope.world.things and {*where(each)} & (holders or lying))
    return Noun(ids, noun.said, ranked=noun.ranked and bool(ids))


def _taking(scope: Scope, noun: Noun) -> Reading:
    """Return the taking of what is not carried yet; of two that could be meant, the one that can be carried."""
    free = [each for each in noun.ids if scope.is_legal(Take(each))]
    light = [each for each in free if scope.world.things[each].portable]
    if not light and phrases(scope.sentences.particles["stealing"]).held_by(scope.said):
        return None
    if len(light) == 1 and len(free) > 1:
        return Take(light[0])
    held = next((each.id for each in scope.carried if each.id in noun.ids), "")
    if held and not free:
        return Problem(scope.sentences.say("already_carried", thing=scope.world.things[held].name))
    return fitting(scope, noun, Take) or what_to(scope, "take")


def _handle(verb: str, make: type[Handling], scope: Scope, said: Tokens) -> Reading:
    """Return the handling of a thing, perhaps with another: with none but the key that fits it."""
    phrase = told(scope, read_nouns(scope, said, scope.names))
    tools = phrase.joined("with")
    nouns = [noun for noun in phrase.nouns if noun not in tools]
    if not phrase.nouns:
        return _nothing(scope, verb, said, phrase, make)
    if tools and not nouns and not phrase.left:
        return use(scope, said)
    if phrase.left or len(nouns) != 1 or len(tools) > 1:
        return missing(scope, phrase.left)
    things = scope.world.things
    ids = tuple(each for each in nouns[0].ids if each in things and (not tools or things[each].key in tools[0].ids))
    if not ids and nouns[0].ranked and not nouns[0].ids:
        return only_one(scope, make) or _only(scope, make) or what_to(scope, verb)
    if not ids:
        return None
    if make is Open and tools and (turned := [each for each in ids if scope.is_legal(Unlock(each))]):
        return Unlock(turned[0])
    return fitting(scope, Noun(ids, nouns[0].said, ranked=nouns[0].ranked), make)


_HANDLING: Mapping[str, type[Handling]] = {
    each.__name__.lower(): each for each in (Open, Close, Unlock, Lock, Wear, Remove, Light, Douse)
}
RULES: Mapping[str, Rule] = {
    "examine": _examine,
    "take": _take,
    "drop": partial(_one_noun, "drop", Drop),
    "give": give,
    "bring": bring,
    "put": put,
    "hang": hang,
    "return": put_back,
    **{verb: partial(_handle, verb, make) for verb, make in _HANDLING.items()},
}
