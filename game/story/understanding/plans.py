"""What several commands in a line come to together: deeds said once for two things, waits, plans that cannot begin.

Knows nothing of where one command ends and the next begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.rules.actions import Action, Choose, Drop, Examine, Handling, Take, Talk, Wait
from game.rules.apply import apply
from game.story.lexicon import plain
from game.story.offers import action_words
from game.story.understanding.choices import likely
from game.story.understanding.nouns import read_nouns
from game.story.understanding.reader import read
from game.story.understanding.readings import Problem, Reading
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases


def is_name(scope: Scope, text: str) -> bool:
    """Return whether a text is the name of something here and nothing else."""
    names = read_nouns(scope, scope.saying(text).said, scope.names)
    return len(names.nouns) == 1 and not names.left and not names.nouns[0].ranked


def whole_deeds(scope: Scope, parts: tuple[str, ...]) -> Iterator[str]:
    """Yield the parts, with the deed before in those that are only a name: "look at the clock, then the drawers"."""
    deed: Action | None = None
    for part in parts:
        said = scope.saying(part).said
        again = _same_deed(scope, deed, said) if deed else None
        reading = again or read(scope, said)
        deed = None if isinstance(reading, Problem) else reading
        yield action_words(scope.world, scope.sentences, scope.state, again) if again else part


def _same_deed(scope: Scope, deed: Action, said: Tokens) -> Action | None:
    """Return a deed done to the one thing that words are the name of, and nothing else."""
    names = read_nouns(scope, said, scope.names)
    if names.left or len(names.nouns) != 1 or names.nouns[0].ranked or len(names.nouns[0].ids) != 1:
        return None
    again = _done_to(deed, names.nouns[0].ids[0])
    return again if again is not None and scope.is_legal(again) else None


def _done_to(deed: Action, each: str) -> Action | None:
    """Return a deed on one thing, done to another; None for those that are no such deeds."""
    if isinstance(deed, Examine):
        return replace(deed, target=each)
    return replace(deed, thing=each) if isinstance(deed, Take | Drop | Handling) else None


def intended(scope: Scope, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return two parts as they are, but where the world refuses the first: then it is the second that is meant.

    Is that no command, nothing is: "nick the ferry and row home". Is it a choice, its tool need not be taken first.
    """
    if len(parts) != 2 or not _is_refused(scope, parts[0]):
        return parts
    aim = scope.saying(parts[1])
    if isinstance(likely(aim, aim.said), Choose):
        return parts[1:]
    reading = read(aim, aim.said)
    return parts if reading is not None and not isinstance(reading, Problem) else (scope.words,)


def _is_refused(scope: Scope, words: str) -> bool:
    reading = read(scope, scope.saying(words).said)
    if not isinstance(reading, Take) or not scope.is_legal(reading):
        return False
    return apply(scope.world, scope.state, reading).refusal is not None


def once(scope: Scope, parts: tuple[str, ...]) -> Iterator[str]:
    """Yield the parts, but of two in a row that both say to wait, in words of their own, only the first.

    Of a greeting and what is said after it only that is yielded: "hello, how are you keeping?" is one thing said.
    """
    readings = [read(scope, scope.saying(part).said) for part in parts]
    for place, (part, reading) in enumerate(zip(parts, readings, strict=True)):
        last, then = (readings[place - 1] if place else None), (readings[place + 1] if place + 1 < len(parts) else None)
        waits_on = isinstance(last, Wait) and isinstance(reading, Wait) and plain(part) != plain(parts[place - 1])
        if not waits_on and not _leads_up_to(scope, part, reading, then):
            yield part


def _leads_up_to(scope: Scope, part: str, reading: Reading, then: Reading) -> bool:
    """Return whether a part only greets somebody who is spoken to after it, or says as little as that does."""
    if not isinstance(reading, Talk) or not isinstance(then, Talk) or reading.topic or reading.person != then.person:
        return False
    return not then.topic or phrases(scope.sentences.particles["greetings"]).at(scope.saying(part).said, 0) > 0
