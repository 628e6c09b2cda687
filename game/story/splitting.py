"""Several commands in one line: where one ends and the next begins, and one command about several things.

Knows nothing of turns. Every part is read when its time has come, in the state that those before it led to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from game.rules.actions import Action, Talk
from game.rules.state import State
from game.rules.world import World
from game.story.lexicon import is_spaced, plain
from game.story.sentences import Sentences, echoed
from game.story.understanding.asides import without_asides
from game.story.understanding.beginnings import is_command
from game.story.understanding.calling import addressed
from game.story.understanding.framing import is_negated, is_weighed
from game.story.understanding.plans import intended, is_name, once, whole_deeds
from game.story.understanding.reader import read
from game.story.understanding.readings import Problem
from game.story.understanding.row import in_a_row
from game.story.understanding.scope import Scope
from game.story.understanding.several import one_by_one
from game.story.understanding.tokens import MOST_TOKENS, phrases, tokens, written_out

_ENDS = r"[.;!?。；！？…]+\s+|[。；！？]+|\s*[,，、]\s*"
_QUOTES = "\"'“「"
_MOST = 20


class Line:
    """What a player typed in one line; rest are the commands that are still to be done."""

    def __init__(self, words: str) -> None:
        """Begin with all of it. So many commands at most are found in one line, whatever it holds."""
        self.rest = [words]
        self._is_one = True

    def next(self, world: World, sentences: Sentences, state: State, *, recent: Sequence[Action] = ()) -> str:
        """Take the next command off the rest, which is parted as it reads in this state."""
        first, *more = split(world, sentences, state, self.rest.pop(0), recent=recent)
        while more:
            self.rest = [*more, *self.rest][:_MOST]
            self._is_one = False
            first, *more = split(world, sentences, state, first, recent=recent)
        return first

    def stopped(self, sentences: Sentences, command: str, why: str) -> str:
        """Return why it ends at a command that is not understood, and at which one where there are several."""
        if self._is_one:
            return why
        return sentences.say("stopped_at", words=echoed(command)) + sentences.space + why

    def left(self, sentences: Sentences) -> str:
        """Return what is left undone after a command that was refused, or that ended the story."""
        return sentences.say("left_undone", words=echoed(sentences.other_or.join(self.rest)))


def split(
    world: World, sentences: Sentences, state: State, words: str, *, recent: Sequence[Action] = ()
) -> tuple[str, ...]:
    """Return the commands of a line in the order in which they are to be done: the line itself where it is one."""
    scope = Scope(world, sentences, state, words=" ".join(words.split()), recent=recent)
    meant = without_asides(scope)
    if meant != scope.words:
        return split(world, sentences, state, meant, recent=recent)
    if _is_whole(scope):
        return (words,)
    parts = intended(scope, tuple(whole_deeds(scope, tuple(once(scope, tuple(_parted(scope)))))))
    if len(parts) > 1 or plain(parts[0]) == plain(scope.words):
        return parts if len(parts) > 1 else one_by_one(scope) or in_a_row(scope) or (words,)
    return split(world, sentences, state, parts[0], recent=recent)


def _is_whole(scope: Scope) -> bool:
    """Return whether a line is not to be parted: speech, the words of an offer, or what is not to be done."""
    if (
        _is_over(scope)
        or len(scope.said) > MOST_TOKENS
        or scope.words[:1] in _QUOTES
        or is_negated(scope.sentences, scope.said)
        or is_weighed(scope.sentences, scope.said)
    ):
        return True
    if any(plain(offer.text) == plain(scope.words) for offer in scope.offered):
        return True
    return addressed(scope, scope.said) is not None or _is_one_deed(scope)


def _is_one_deed(scope: Scope) -> bool:
    """Return whether words parted by spaces are one deed as they stand: "turn round and go back"."""
    if not is_spaced(scope.words):
        return False
    reading = read(scope, scope.said)
    return not isinstance(reading, Problem | Talk | None) and scope.is_legal(reading)


def _is_over(scope: Scope) -> bool:
    """Return whether the story has ended."""
    return bool(scope.state.ending)


def _parted(scope: Scope) -> Iterator[str]:
    """Yield the parts: one begins where a command does, and what stands before it holds one too."""
    words, parts = scope.words, list[str]()
    start = end = 0
    last_first = False
    for joint, begin, finish in _pieces(scope.sentences, words):
        held, part = words[start:end], words[begin:finish]
        after = joint in scope.sentences.particles["afterwards"]
        ends = is_command(scope, held) or _is_remark(scope, held) or (after and is_name(scope, held))
        if held and ends and (after or is_command(scope, part)):
            if is_command(scope, held) or not _is_remark(scope, held):
                parts.append(held)
                last_first = joint in scope.sentences.particles["but_first"]
            start = begin
        end = finish
    parts.append(words[start:end].strip())
    yield from reversed(parts) if last_first and len(parts) == 2 else parts


def _pieces(sentences: Sentences, words: str) -> Iterator[tuple[str, int, int]]:
    """Yield where each piece between two joints begins and ends, and the joint before it."""
    place, joint = 0, ""
    for found in _joints((*sentences.particles["but_first"], *sentences.particles["then"])).finditer(words):
        if words[place : found.start()].strip():
            yield joint, place, found.start()
            joint = ""
        joint = plain(found.group()) or joint
        place = found.end()
    if words[place:].strip():
        yield joint, place, len(words)


@lru_cache(maxsize=8)
def _joints(words: tuple[str, ...]) -> re.Pattern[str]:
    spoken = "|".join(rf"\b{re.escape(word)}\b" if is_spaced(word) else re.escape(word) for word in words)
    return re.compile(rf"{_ENDS}|\s*(?:{spoken})\s*", re.IGNORECASE)


def _is_remark(scope: Scope, text: str) -> bool:
    """Return whether a text only says how things are, so that nothing of what follows hangs on it."""
    said = tokens(written_out(text, scope.sentences.short))
    particles = scope.sentences.particles
    return bool(phrases(particles["remarks"]).at(said, 0)) and not phrases(particles["doubting"]).at(said, 0)
