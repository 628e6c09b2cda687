"""How commands begin: with a verb, a direction, or the first word of a choice, politeness aside.

Knows nothing of how a line is parted.
"""

from __future__ import annotations

from game.rules.actions import Go, Put, Take
from game.story.understanding.framing import stages
from game.story.understanding.going import go, place
from game.story.understanding.scope import Scope
from game.story.understanding.stating import stated
from game.story.understanding.tokens import Tokens, phrases, tokens, written_out


def is_command(scope: Scope, text: str) -> bool:
    """Return whether a text begins as a command does."""
    said = tokens(written_out(text, scope.sentences.short))
    return any(_begins(scope, stage) for stage in stages(scope.sentences, said))


def _begins(scope: Scope, said: Tokens) -> bool:
    sentences = scope.sentences
    if any(phrases(words).at(said, 0) or _has_gap(words, said) for words in sentences.verbs.values()):
        return True
    if any(phrases(words).at(said, 0) for words in sentences.directions.values()) and isinstance(go(scope, said), Go):
        return True
    if isinstance(place(scope, said), Go):
        return True
    if isinstance(stated(scope, said), Take | Put):
        return True
    return any(tokens(choice.text)[:1] == said[:1] for choice in scope.choices)


def _has_gap(words: tuple[str, ...], said: Tokens) -> bool:
    """Return whether words hold both parts of a verb around its noun."""
    return next(phrases(words).beginning(said), None) is not None
