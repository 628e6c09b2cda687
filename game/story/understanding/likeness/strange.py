"""Words that are akin, and words that a choice has not: those that only say more of it, or of how it is done.

Knows nothing of how good a match is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from game.rules.views import open_scene
from game.rules.world import Choice
from game.story.lexicon import mentions_form, plain, root, singular
from game.story.understanding.scope import Kinship, Scope, names_now
from game.story.understanding.tokens import Tokens, phrases, tokens

_STEM = 4
_MOST = 4
_DOING = "ing"
_LONG = 5


def akin(kinship: Kinship, one: str, other: str) -> bool:
    """Return whether two words are the same in form, or mean much the same."""
    return stems(one, other) or bool(kinship.get(one, frozenset()) & kinship.get(other, frozenset()))


@lru_cache(maxsize=8_192)
def stems(one: str, other: str) -> bool:
    """Return whether two words have the same stem."""
    if singular(one) == singular(other) or root(one) == root(other):
        return True
    shorter = min(len(one), len(other))
    stem = max(_STEM, shorter - 2)
    return one == other or (shorter >= _STEM and one[:stem] == other[:stem] and abs(len(one) - len(other)) < _STEM)


def is_told_of(scope: Scope, choice: Choice, word: str) -> bool:
    """Return whether a choice's scene, its own telling, or what it names tells of a word, or of a noun like it."""
    scene = open_scene(scope.world, scope.state)
    told = [choice.tell.read(scope.state), scene.text.read(scope.state) if scene else ""]
    text = {*tokens(choice.text)}
    told += [
        each.look.read(scope.state) for each in scope.near if any({*tokens(name)} <= text for name in names_now(each))
    ]
    like = (each for group in scope.sentences.alike.values() if word in group for each in group)
    return any(mentions_form(plain(" ".join(told)), each) for each in (word, *like))


def stands_aside(scope: Scope, said: Tokens, strange: Sequence[str], known: Sequence[str]) -> bool:
    """Return whether all strange words stand where they change nothing: before what the deed is done to, or well after.

    After it a joining word stands between, "a bell in the ashes": "the letter opener" is another thing than the letter.
    """
    if len(strange) > _MOST:
        return False
    places = [place for place, token in enumerate(said) if any(akin(scope.kinship, token, each) for each in known)]
    if len(places) < 2:
        return False
    return all(_is_aside(scope, said, said.index(each), places[1:]) for each in strange)


def _is_aside(scope: Scope, said: Tokens, place: int, held: Sequence[int]) -> bool:
    particles = scope.sentences.particles
    before = [each for each in held if each < place]
    between = range(before[0] + 1, place) if before else range(0)
    if any(phrases(particles["with"]).at(said, each) for each in between):
        return (said[place],) in phrases(particles["instruments"])
    if (said[place],) in scope.names:
        return False
    if not before:
        return place + 1 in held or place + 2 in held
    if any(each.endswith(_DOING) and len(each) > _LONG for each in said[place : place + 1] + said[before[0] : place]):
        return True
    joins = phrases(
        (*particles["put"], *particles["give"], *particles["from"], *particles["beside"], *particles["until"])
    )
    return any(joins.at(said, each) for each in between)
