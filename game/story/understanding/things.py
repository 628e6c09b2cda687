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
    Give,
    Handling,
    Light,
    Lock,
    Open,
    Put,
    Remove,
    Take,
    Unlock,
    Wear,
)
from game.story.lexicon import is_spaced
from game.story.understanding.describing import described, is_wondered_about
from game.story.understanding.leftout import only_one, only_putting, only_written
from game.story.understanding.nouns import Noun, NounPhrase, read_nouns
from game.story.understanding.readings import Problem, Reading, fitting, missing, not_held, not_here, what_to, which_of
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases, spelled

_LEFT_OUT = 2

Rule = Callable[[Scope, Tokens], Reading]


def _one_noun(verb: str, make: Callable[[str], Action], scope: Scope, said: Tokens) -> Reading:
    """Return the action on the one thing that is named, and on nothing else."""
    phrase = read_nouns(scope, said, scope.names)
    if not phrase.nouns:
        return _nothing(scope, verb, said, phrase, make)
    if phrase.left or len(phrase.nouns) > 1 or phrase.nouns[0].joined:
        return missing(scope, phrase.left)
    return fitting(scope, phrase.nouns[0], make) or what_to(scope, verb)


def _nothing(scope: Scope, verb: str, said: Tokens, phrase: NounPhrase, make: Callable[[str], Action]) -> Reading:
    """Return what to do where no noun is said: one is left out in Chinese, and after handling: "unlock it, open up"."""
    if phrase.left:
        return not_here(scope, said)
    handled = isinstance(scope.recent[-1] if scope.recent else None, Handling)
    spoken = is_spaced(spelled(scope.said)) and not handled
    last = () if spoken else scope.spoken_of[:_LEFT_OUT]
    found = next((make(each) for each in last if scope.is_legal(make(each))), None)
    only = only_one(scope, make) if verb in _HANDLING else None
    return found or only or what_to(scope, verb)


def _examine(scope: Scope, said: Tokens) -> Reading:
    phrase = read_nouns(scope, said, scope.names)
    if not phrase.nouns and phrase.left and not is_spaced(spelled(said)):
        phrase = read_nouns(scope, said, scope.names, scope.loose_names)
    if not phrase.nouns:
        return only_written(scope, phrase) or _nothing(scope, "examine", said, phrase, Examine)
    noun = described(scope, phrase)
    if phrase.only and (is_wondered_about(scope, said) or not phrase.nouns[0].ids):
        noun = phrase.only
    return (fitting(scope, noun, Examine) or what_to(scope, "examine")) if noun else missing(scope, phrase.left)


def _take(scope: Scope, said: Tokens) -> Reading:
    phrase = read_nouns(scope, said, scope.names)
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


def _give(scope: Scope, said: Tokens) -> Reading:
    if phrases(scope.sentences.particles["showing"]).held_by(scope.said):
        return None
    phrase = read_nouns(scope, said, scope.names)
    people = [noun for noun in phrase.nouns if _people_of(scope, noun) and noun.joined in ("", "give")]
    things = [noun for noun in phrase.nouns if noun not in people]
    if phrase.left or len(people) > 1 or len(things) > 1:
        return _not_given(scope, said, phrase, people, things)
    if not people or not things:
        return _given_halfway(scope, people, things)
    if not things[0].ids:
        return what_to(scope, "give")
    ids = _people_of(scope, people[0])
    if len(ids) > 1 and not people[0].ranked:
        return which_of(scope, ids)
    held = Noun(_carried_of(scope, things[0]), things[0].said, ranked=things[0].ranked)
    return fitting(scope, held, lambda thing: Give(thing, ids[0])) or not_held(scope, things[0])


def _people_of(scope: Scope, noun: Noun) -> tuple[str, ...]:
    return tuple(each for each in noun.ids if each in scope.world.people)


def _carried_of(scope: Scope, noun: Noun) -> tuple[str, ...]:
    carried = {each.id for each in scope.carried}
    return tuple(each for each in noun.ids if each in carried)


def _not_given(
    scope: Scope, said: Tokens, phrase: NounPhrase, people: list[Noun], things: list[Noun]
) -> Problem | None:
    halfway = bool(people) != bool(things) and phrase.left
    return not_here(scope, phrase.left) if halfway else missing(scope, phrase.left)


def _given_halfway(scope: Scope, people: list[Noun], things: list[Noun]) -> Reading:
    if people:
        return what_to(scope, "give")
    if not things or not things[0].ids:
        return what_to(scope, "give")
    held = _carried_of(scope, things[0])
    if not held:
        return not_held(scope, things[0])
    if len(scope.people) == 1 and phrases(scope.sentences.particles["yours"]).held_by(scope.said):
        return Give(held[0], scope.people[0].id)
    return Problem(scope.sentences.say("to_whom", thing=scope.world.things[held[0]].name), asks=True)


def _put(scope: Scope, said: Tokens) -> Reading:
    phrase = read_nouns(scope, said, scope.names)
    holders = phrase.joined("put")
    things = [noun for noun in phrase.nouns if noun not in holders]
    if unsaid := only_putting(scope, phrase):
        return unsaid
    if not said:
        return Problem(scope.sentences.say("what_put"), asks=True)
    if not phrase.left and len(phrase.nouns) == 1 and not is_spaced(spelled(said)):
        holders, things = phrase.nouns, _left_out(scope)
    if phrase.left or len(holders) != 1 or len(things) != 1:
        halfway = phrase.left and bool(things) != bool(holders)
        return not_here(scope, phrase.left) if halfway else missing(scope, phrase.left)
    return _put_in(scope, things[0], holders[0])


def _left_out(scope: Scope) -> list[Noun]:
    """Return what was spoken of last and is carried, where no other thing is named."""
    carried = {each.id for each in scope.carried}
    last = tuple(each for each in scope.spoken_of[:_LEFT_OUT] if each in carried)
    return [Noun(last, "", ranked=True)] if last else []


def _put_in(scope: Scope, thing: Noun, holder: Noun) -> Reading:
    pairs = [Put(one, other) for one in thing.ids for other in holder.ids]
    legal = [each for each in pairs if scope.is_legal(each)]
    if len({each.thing for each in legal}) > 1 and not thing.ranked:
        return which_of(scope, [each.thing for each in legal])
    if len({each.holder for each in legal}) > 1 and not holder.ranked:
        return which_of(scope, [each.holder for each in legal])
    itself = Put(thing.ids[0], thing.ids[0]) if thing.ids == holder.ids and thing.ids else None
    return next(iter(legal), None) or itself or _unputtable(scope, thing, holder)


def _unputtable(scope: Scope, thing: Noun, holder: Noun) -> Problem:
    """Return what is missing: the thing in hand, or something that holds others."""
    return not_held(scope, holder if _carried_of(scope, thing) else thing)


def _put_back(scope: Scope, said: Tokens) -> Reading:
    """Return the putting of a thing where it first was, if that can hold it; else its putting down, if it lay here."""
    phrase = read_nouns(scope, said, scope.names)
    if phrase.left or len(phrase.nouns) != 1:
        return missing(scope, phrase.left)
    noun = Noun(_carried_of(scope, phrase.nouns[0]), phrase.nouns[0].said, ranked=phrase.nouns[0].ranked)
    homes = [Put(each, scope.world.things[each].at) for each in noun.ids]
    home = next((each for each in homes if scope.is_legal(each)), None) if len(homes) == 1 or noun.ranked else None
    lay_here = any(scope.world.things[each].at == scope.state.place for each in noun.ids)
    if home or not noun.ids:
        return home or what_to(scope, "put")
    return fitting(scope, noun, Drop) if lay_here else None


def _handle(verb: str, make: type[Handling], scope: Scope, said: Tokens) -> Reading:
    """Return the handling of a thing, perhaps with another: with none but the key that fits it."""
    phrase = read_nouns(scope, said, scope.names)
    tools = phrase.joined("with")
    nouns = [noun for noun in phrase.nouns if noun not in tools]
    if not phrase.nouns:
        return _nothing(scope, verb, said, phrase, make)
    if phrase.left or len(nouns) != 1 or len(tools) > 1:
        return missing(scope, phrase.left)
    things = scope.world.things
    ids = tuple(each for each in nouns[0].ids if each in things and (not tools or things[each].key in tools[0].ids))
    if not ids and nouns[0].ranked and not nouns[0].ids:
        return only_one(scope, make) or what_to(scope, verb)
    if not ids:
        return None
    return fitting(scope, Noun(ids, nouns[0].said, ranked=nouns[0].ranked), make)


_HANDLING: Mapping[str, type[Handling]] = {
    each.__name__.lower(): each for each in (Open, Close, Unlock, Lock, Wear, Remove, Light, Douse)
}
RULES: Mapping[str, Rule] = {
    "examine": _examine,
    "take": _take,
    "drop": partial(_one_noun, "drop", Drop),
    "give": _give,
    "put": _put,
    "return": _put_back,
    **{verb: partial(_handle, verb, make) for verb, make in _HANDLING.items()},
}
