"""One command about several things: "take all", "put the pear and the letter in the basket"; one command for each.

Knows nothing of other ways to say several things in a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.rules.actions import Action, Drop, Examine, Give, Put, Take, Wear
from game.story.offers import action_words
from game.story.understanding.framing import stages
from game.story.understanding.nouns import NounPhrase, read_nouns
from game.story.understanding.pieces import BUT
from game.story.understanding.reader import verbs_in
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases

Make = Callable[[str, NounPhrase], Action | None]


def one_by_one(scope: Scope) -> tuple[str, ...]:
    """Return a command for each thing that one is about, if it is about all things or more than one; else nothing."""
    for stage in stages(scope.sentences, scope.said):
        if each := tuple(_each(scope, "take", stage)) if _counts(scope, stage) else ():
            return each
        for verb, rest in verbs_in(scope, stage):
            if verb == "wear" and (thing := _lying(scope, rest)):
                return (action_words(scope.world, scope.sentences, scope.state, Take(thing)), scope.words)
            if verb in _MAKING and (each := tuple(_each(scope, verb, rest))):
                return each
    return ()


def _counts(scope: Scope, said: Tokens) -> bool:
    """Return whether words begin with "all" or "both" and name things that are wanted: "both jars, please"."""
    return phrases(scope.sentences.particles["all"]).at(said, 0) > 0 and bool(
        read_nouns(scope, said, scope.names).nouns
    )


def _lying(scope: Scope, rest: Tokens) -> str:
    """Return the one thing that is to be worn and lies here still: it is taken first."""
    phrase = read_nouns(scope, rest, scope.names)
    noun = phrase.only
    if noun is None or phrase.unknown or any(scope.is_legal(Wear(each)) for each in noun.ids):
        return ""
    things = [each for each in noun.ids if each in scope.world.things and scope.world.things[each].worn is not None]
    free = [each for each in things if scope.is_legal(Take(each)) and scope.world.things[each].portable]
    return free[0] if len(free) == 1 else ""


def _each(scope: Scope, verb: str, rest: Tokens) -> Iterator[str]:
    phrase = read_nouns(scope, rest, scope.names)
    if phrase.unknown or not (phrase.all or phrase.joined("and")):
        return
    if phrase.all and verb == "examine":
        return
    actions = [_MAKING[verb](each, phrase) for each in _meant(scope, verb, phrase)]
    legal = [each for each in actions if each is not None and scope.is_legal(each)]
    if len(legal) == len(actions):
        yield from (action_words(scope.world, scope.sentences, scope.state, each) for each in legal)


def _meant(scope: Scope, verb: str, phrase: NounPhrase) -> Iterator[str]:
    """Yield the things that are meant: all that the verb is for, but those that are excepted; or the named ones."""
    spared = {each for noun in phrase.joined(BUT) for each in noun.ids}
    named = [noun for noun in phrase.nouns if noun.joined in ("", "and") and noun.ids]
    if phrase.all and not named:
        yield from (each for each in _all_for(scope, verb, phrase) if each not in spared)
        return
    for noun in named:
        among = [each.id for each in scope.near if each.id in noun.ids]
        yield from among if phrase.all else among[:1]


def _all_for(scope: Scope, verb: str, phrase: NounPhrase) -> Iterator[str]:
    """Yield all things that can be taken up from here, or, for other verbs, put out of hand."""
    places = {each for noun in phrase.joined("from") for each in noun.ids}
    if verb != "take":
        into = {each for noun in phrase.joined("put") for each in noun.ids}
        yield from (
            each.id for each in scope.carried if each.id not in into and not scope.state.is_now("worn", each.id)
        )
        return
    for each in scope.here:
        within = {*scope.state.holders(each.id)}
        held = any(holder.id in within for holder in scope.carried)
        if each.portable and (within & places if places else not held):
            yield each.id


def _holder(phrase: NounPhrase) -> str:
    return next((each for noun in phrase.joined("put") for each in noun.ids), "")


def _receiver(phrase: NounPhrase) -> str:
    return next((each for noun in phrase.joined("give") for each in noun.ids), "")


_MAKING: Mapping[str, Make] = {
    "examine": lambda each, phrase: Examine(each),
    "take": lambda each, phrase: Take(each),
    "drop": lambda each, phrase: Drop(each),
    "put": lambda each, phrase: Put(each, _holder(phrase)),
    "give": lambda each, phrase: Give(each, _receiver(phrase)),
}
