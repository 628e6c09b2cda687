"""A scene's choice by its gist: the one whose words explain most of what is said, and whose deed it is.

Knows nothing of commands, which are read first.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.actions import Choose
from game.rules.world import Choice
from game.story.lexicon import is_spaced
from game.story.understanding.framing import is_negated
from game.story.understanding.gist.gathering import is_beyond, kinds, parts, senses_of
from game.story.understanding.gist.senses import Part, Senses
from game.story.understanding.gist.weighing import Weight, is_deed, is_noun, share, weigh
from game.story.understanding.readings import Reading, which
from game.story.understanding.scope import Scope
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Tokens, phrases, spelled, tokens

_LEAST, _LEAST_EXPLAINED, _LEAST_HELD = 0.75, 0.35, 0.25
_WELL_EXPLAINED, _HELD_UNFRAMED, _LEAD, _LITTLE = 0.65, 0.5, 0.25, 0.3


def choice_by_gist(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that words without spaces come to, the question which of two, or nothing."""
    return _best(scope, said, scope.choices)


def spoken_choice(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that what is said to somebody comes to, of those that are to say or ask something."""
    speaking = kinds(scope, "speaking")
    texts = [(choice, parts(scope, tokens(choice.text))[:1]) for choice in scope.choices]
    return _best(scope, said, [choice for choice, first in texts if any(part.senses & speaking for part in first)])


def undone_choice(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that words which deny something come to, of those that deny something themselves."""
    return _best(scope, said, [each for each in scope.choices if is_negated(scope.sentences, tokens(each.text))])


def _best(scope: Scope, said: Tokens, choices: Sequence[Choice]) -> Reading:
    if not said or is_spaced(spelled(said)) or not choices:
        return None
    typed = parts(scope, said)
    found = [(choice, weight) for choice in choices if (weight := _weight(scope, typed, choice))]
    found.sort(key=lambda each: -each[1].both)
    if not found:
        return None
    (best, most), *others = found
    if not others or most.both - others[0][1].both >= _LEAD:
        return Choose(best.id)
    near = [choice for choice, weight in found if most.both - weight.both < _LEAD]
    ordered = [choice for choice in near if _is_in_order(typed, parts(scope, tokens(choice.text)))]
    return Choose(ordered[0].id) if len(ordered) == 1 else which(scope, [choice.text for choice in near])


def _is_in_order(typed: tuple[Part, ...], own: tuple[Part, ...]) -> bool:
    """Return whether what is named both in words and in a text comes in the same order."""
    nouns = [part for part in own if is_noun(part)]
    places = [place for part in nouns for place, said in enumerate(typed) if is_noun(said) and said.said == part.said]
    return places == sorted(places) and len(places) > 1


def _weight(scope: Scope, typed: tuple[Part, ...], choice: Choice) -> Weight | None:
    """Return how words fit a choice, or None where they fit too little or are another deed."""
    own = _own(scope, choice, senses_of(typed))
    speaking = kinds(scope, "speaking")
    if own and own[0].senses & speaking and len(own) > 1:
        return _spoken_weight(scope, typed, own[1:])
    if is_beyond(scope, typed, senses_of(own)):
        return None
    weight = _weighed(scope, typed, own)
    same = senses_of(typed) & senses_of(own)
    return weight if _is_enough(weight) and _deeds(same) and not _is_other(weight, typed, own) else None


def _spoken_weight(scope: Scope, typed: tuple[Part, ...], own: tuple[Part, ...]) -> Weight | None:
    """Return how words fit what a choice says or asks, or None: words that are no speech must hold more of it."""
    speaking, wondering = kinds(scope, "speaking"), kinds(scope, "wonders")
    weight = _weighed(scope, typed, own, but=speaking)
    if not _is_enough(weight):
        return None
    if senses_of(typed) & speaking or asks(scope, scope.said):
        same = any(share(part, typed) > _LITTLE for part in own if not part.senses & wondering)
        return weight if same else None
    deeds = _deeds(senses_of(typed) & senses_of(own) - wondering)
    return weight if deeds and weight.held >= _HELD_UNFRAMED else None


def _own(scope: Scope, choice: Choice, said: Senses) -> tuple[Part, ...]:
    """Return the parts of a choice's words but for who is here, and for slight ones that are not said."""
    here = {each.id for each in scope.people}
    slight = phrases(scope.sentences.particles["slight"])
    own = parts(scope, tokens(choice.text))
    return (
        tuple(part for part in own if not part.senses & here and (part.said not in slight or part.senses & said)) or own
    )


def _is_other(weight: Weight, typed: tuple[Part, ...], own: tuple[Part, ...]) -> bool:
    """Return whether only the deed is the same, and is done to something else."""
    if weight.explained >= _WELL_EXPLAINED:
        return False
    held = [part for part in own if share(part, typed) > _LITTLE]
    return len(held) < min(2, len(own)) and not any(map(is_noun, held))


def _weighed(scope: Scope, typed: tuple[Part, ...], own: tuple[Part, ...], but: Senses = frozenset()) -> Weight:
    """Return the weight of words, but for those of some senses, and for slight ones that the choice lacks."""
    slight, senses = phrases(scope.sentences.particles["slight"]), senses_of(own)
    counted = [
        part
        for part in typed
        if not (part.senses and part.senses <= but) and (part.senses & senses or part.said not in slight)
    ]
    return weigh(counted, own, known=frozenset(each.id for each in scope.people))


def _deeds(senses: Senses) -> Senses:
    return frozenset(filter(is_deed, senses))


def _is_enough(weight: Weight) -> bool:
    return weight.explained >= _LEAST_EXPLAINED and weight.held >= _LEAST_HELD and weight.both >= _LEAST
