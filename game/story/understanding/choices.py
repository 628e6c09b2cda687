"""A scene's choices, found by their main words: in any order, by words that mean much the same, and in part.

Knows nothing of the classic commands, nor how one script's words are compared, which is likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.rules.actions import Choose
from game.story.lexicon import is_spaced
from game.story.understanding.framing import stages
from game.story.understanding.likeness.characters import compare_characters
from game.story.understanding.likeness.match import Match
from game.story.understanding.likeness.words import compare_words
from game.story.understanding.readings import Reading, which
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens


def surely(scope: Scope, said: Tokens) -> Reading:
    """Return the choice whose own words these are, if not all of them; the question which, or nothing."""
    return _one_of(scope, (match for match in _matches(scope, said) if match.sure))


def likely(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that the words could mean, said otherwise; the question which, or nothing."""
    return _one_of(scope, _matches(scope, said))


def wholly(scope: Scope, said: Tokens) -> Reading:
    """Return the only choice all of whose main words are said, whatever is said besides; or nothing."""
    whole = [match for match in _matches(scope, said) if match.share == 1]
    return Choose(whole[0].choice.id) if len(whole) == 1 else None


def _one_of(scope: Scope, matches: Iterable[Match]) -> Reading:
    found = tuple(matches)
    whole = [match for match in found if match.share == 1]
    best = whole if len(whole) == 1 else found
    if len(best) > 1:
        return which(scope, [match.choice.text for match in best])
    return Choose(best[0].choice.id) if best else None


def _matches(scope: Scope, said: Tokens) -> Iterator[Match]:
    """Yield how the words fit each choice that they fit at all, politeness aside."""
    for choice in scope.choices:
        compare = compare_words if is_spaced(choice.text) else compare_characters
        found = [match for stage in stages(scope.sentences, said) if (match := compare(scope, choice, stage))]
        if found:
            yield max(found, key=lambda match: (match.sure, match.share))
