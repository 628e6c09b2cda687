"""Putting things in or on others, back where they were, or up where such things go.

Knows nothing of which words mean it.
"""

from __future__ import annotations

from game.rules.actions import Drop, Put
from game.story.lexicon import is_spaced
from game.story.understanding.nouns import Noun, read_nouns
from game.story.understanding.readings import (
    Problem,
    Reading,
    carried_of,
    fitting,
    missing,
    not_held,
    not_here,
    what_to,
    which_of,
)
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, spelled

_LEFT_OUT = 2


def put(scope: Scope, said: Tokens) -> Reading:
    """Return the putting of a thing in hand in or on another, or what lacks for it."""
    phrase = read_nouns(scope, said, scope.names)
    holders = phrase.joined("put")
    things = [noun for noun in phrase.nouns if noun not in holders]
    if not said:
        return Problem(scope.sentences.say("what_put"), asks=True)
    if not phrase.left and len(phrase.nouns) == 1 and not is_spaced(spelled(said)):
        holders, things = phrase.nouns, _left_out(scope)
    if phrase.left or len(holders) != 1 or len(things) != 1:
        halfway = phrase.left and bool(things) != bool(holders)
        return not_here(scope, phrase.left) if halfway else missing(scope, phrase.left)
    thing = _only_carried(scope) if things[0].ranked and not things[0].ids else things[0]
    return _put_in(scope, thing, holders[0]) if thing.ids else None


def _only_carried(scope: Scope) -> Noun:
    """Return a noun for the only thing in hand: "it", where nothing has been spoken of."""
    ids = tuple(each.id for each in scope.carried)
    return Noun(ids if len(ids) == 1 else (), "")


def hang(scope: Scope, said: Tokens) -> Reading:
    """Return the putting of a thing where such things go: what holds it is left out where only one thing can."""
    phrase = read_nouns(scope, said, scope.names)
    if phrase.left or len(phrase.nouns) != 1 or phrase.nouns[0].joined:
        return put(scope, said) if said else None
    held = carried_of(scope, phrase.nouns[0])
    places = [Put(each, other.id) for each in held[:1] for other in scope.near if scope.is_legal(Put(each, other.id))]
    return places[0] if len(places) == 1 else None


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
    return not_held(scope, holder if carried_of(scope, thing) else thing)


def put_back(scope: Scope, said: Tokens) -> Reading:
    """Return the putting of a thing where it first was, if that can hold it; else its putting down, if it lay here."""
    phrase = read_nouns(scope, said, scope.names)
    if phrase.left or len(phrase.nouns) != 1:
        return missing(scope, phrase.left)
    noun = Noun(carried_of(scope, phrase.nouns[0]), phrase.nouns[0].said, ranked=phrase.nouns[0].ranked)
    homes = [Put(each, scope.world.things[each].at) for each in noun.ids]
    home = next((each for each in homes if scope.is_legal(each)), None) if len(homes) == 1 or noun.ranked else None
    lay_here = any(scope.world.things[each].at == scope.state.place for each in noun.ids)
    if home or not noun.ids:
        return home or what_to(scope, "put")
    return fitting(scope, noun, Drop) if lay_here else None
