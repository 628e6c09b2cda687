"""Where one command ends and the next begins in a line without spaces, whose parts need not begin with a verb.

Knows nothing of how a line is taken apart.
"""

from __future__ import annotations

from game.rules.actions import Choose, Examine, Go, Talk
from game.story.understanding.clauses import only_moves
from game.story.understanding.framing import stages
from game.story.understanding.gist.reader import choice_by_gist
from game.story.understanding.reader import read
from game.story.understanding.readings import Problem
from game.story.understanding.row import in_a_row
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases, tokens, written_out


def is_followed(scope: Scope, held: str, joint: str, part: str) -> bool:
    """Return whether what is held of a line is a command by itself, and what follows it is none of its own words."""
    if is_interjection(scope, part, joint) or _adds_nothing(scope, held, joint, part):
        return False
    return not _is_half(scope, held) and _comes_to_something(scope, held)


def says_next(scope: Scope, held: str, joint: str) -> bool:
    """Return whether a joint says by itself that another command follows: 然后, or 再 where 先 stands before."""
    particles = scope.sentences.particles
    if joint not in particles["then"]:
        return False
    return joint not in particles["following"] or phrases(particles["firstly"]).at(tokens(held), 0) > 0


def is_interjection(scope: Scope, text: str, joint: str) -> bool:
    """Return whether a text only bids somebody wait or take something, with no more than a pause beside it."""
    return not joint and tokens(text) in phrases(scope.sentences.particles["interjections"])


def comes_to_deed(scope: Scope, said: Tokens) -> bool:
    """Return whether words are a deed that can be done now, by a command or by a choice."""
    return is_deed(scope, said) or isinstance(choice_by_gist(scope, said), Choose)


def is_deed(scope: Scope, said: Tokens) -> bool:
    """Return whether words command a deed that can be done now."""
    reading = read(scope, said)
    return not isinstance(reading, Problem | Talk | None) and scope.is_legal(reading)


def _comes_to_something(scope: Scope, text: str) -> bool:
    """Return whether a text is a deed, a choice or speech, or is refused; what is not understood is a remark."""
    said = tokens(written_out(text, scope.sentences.short))
    reading = read(scope, said)
    if isinstance(choice_by_gist(scope, said), Choose):
        return True
    if isinstance(reading, Problem):
        return reading.asks or not reading.open
    return reading is not None or bool(in_a_row(_of(scope, text)))


def _is_half(scope: Scope, text: str) -> bool:
    """Return whether a text only names what something is to be done with, as 把 and a noun do."""
    said = tokens(text)
    return phrases(scope.sentences.particles["fronting"]).at(said, 0) > 0 and not comes_to_deed(scope, said)


def _of(scope: Scope, text: str) -> Scope:
    return Scope(scope.world, scope.sentences, scope.state, words=text, recent=scope.recent)


def _adds_nothing(scope: Scope, held: str, joint: str, part: str) -> bool:
    """Return whether a part only looks at what was just named, asks after it, or goes in where that is."""
    if joint in scope.sentences.particles["then"]:
        return False
    verbs = scope.sentences.verbs
    before, said = tokens(held), tokens(written_out(part, scope.sentences.short))
    if only_moves(scope, said):
        return not phrases(verbs["go"]).at(before, 0) and isinstance(read(scope, before), Go)
    looking = phrases((*verbs["examine"], *verbs["look"]))
    if not any(stage in looking for stage in stages(scope.sentences, said)):
        return False
    if phrases(scope.sentences.particles["questions"]).held_by(said):
        return not is_deed(scope, before)
    return isinstance(read(scope, before), Examine | Talk) or not comes_to_deed(scope, before)
