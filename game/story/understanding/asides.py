"""What is said beside a command in the same line, and is none: remarks, denials of something else, stage whispers.

Knows nothing of what the command is. Words are only left out where what remains begins as a command or a question does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.rules.sight import talking_to
from game.story.lexicon import is_spaced, plain
from game.story.understanding.beginnings import is_command
from game.story.understanding.calling import addressed
from game.story.understanding.framing import is_negated, is_weighed
from game.story.understanding.nouns import read_nouns
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Tokens, phrases, tokens, written_out

_WHISPERED = re.compile(r"\([^()]*\)|\*[^*]*\*|\[[^\[\]]*\]")
_CLAUSES = re.compile(
    r"([,;:.!?…]+\s+|\s+[-–—]+\s+|—|\s+(?:so|but)\s+(?=(?:i|i'll|we|let|let's|don't|please|first|now)\b))",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(it|them|that one|this one)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:the )?other(?: one| ones)?(?=$|[^\w\s]|\s+(?:instead|please|now|then|too|and)\b)", re.IGNORECASE
)


def without_asides(scope: Scope) -> str:
    """Return the words of a line that are meant, or all of them where it is no command with something said beside."""
    words = " ".join(_WHISPERED.sub(" ", scope.words).split()) or scope.words
    if not is_spaced(words) or talking_to(scope.world, scope.state):
        return words
    heard = scope if words == scope.words else scope.saying(words)
    if addressed(heard, heard.said) is not None:
        return words
    clauses = [each.strip() for each in _CLAUSES.split(words)[::2] if plain(each)]
    beside = [each for place, each in enumerate(clauses) if _is_beside(heard, each, clauses[place + 1 :])]
    meant = [each for each in clauses if each not in beside] or _denials(heard, beside)
    if all(_hails(heard, each) for each in meant) or any(_is_open(heard, each) for each in meant):
        return _with_other(heard, words, ())
    begging = phrases(scope.sentences.particles["begging"])
    said = [each for each in clauses if each in meant or _said(heard, each) in begging]
    kept = ", ".join(said) if len(meant) < len(clauses) else words
    return _with_other(heard, _with_name(heard, kept, beside), beside)


def _said(scope: Scope, text: str) -> Tokens:
    return tokens(written_out(text, scope.sentences.short))


def _denials(scope: Scope, beside: list[str]) -> list[str]:
    """Return what is not done, where nothing else is meant: a choice may be to leave something undone."""
    found = [each for each in beside if is_negated(scope.sentences, _said(scope, each))]
    return found if len(found) == 1 else []


def _is_beside(scope: Scope, text: str, following: list[str]) -> bool:
    """Return whether a clause is a remark, says what is not to be done, or stands before what the player will do."""
    said, particles = _said(scope, text), scope.sentences.particles
    if said in phrases((*particles["calling"], *particles["undenied"])):
        return True
    if is_negated(scope.sentences, said):
        return not is_weighed(scope.sentences, said)
    if phrases(particles["doubting"]).at(said, 0):
        return False
    if phrases(particles["remarks"]).at(said, 0) or said in phrases(particles["lead"]):
        return not is_command(scope, text)
    if asks(scope, said) or is_command(scope, text) or is_weighed(scope.sentences, said):
        return False
    intending = phrases(particles["intending"])
    return phrases(particles["stating"]).at(said, 0) > 0 or any(
        intending.at(_said(scope, each), 0) for each in following
    )


def _hails(scope: Scope, text: str) -> bool:
    """Return whether a clause only wants to be listened to: "look", "wait"."""
    return _said(scope, text) in phrases(scope.sentences.particles["hailing"])


def _is_open(scope: Scope, text: str) -> bool:
    """Return whether a clause is neither a command nor a question, so that nothing may be left out beside it."""
    said = _said(scope, text)
    if is_weighed(scope.sentences, said):
        return True
    if is_negated(scope.sentences, said):
        return False
    return not (is_command(scope, text) or asks(scope, said))


def _with_name(scope: Scope, text: str, beside: list[str]) -> str:
    """Return a command with the name of what a remark beside it is about in the place of "it"."""
    things = [each for remark in beside for each in _named(scope, remark)][:1]
    return _IT.sub(scope.named(things[0]), text, count=1) if things else text


def _named(scope: Scope, text: str) -> Iterator[str]:
    """Yield the things that a clause names, each by a name of its own."""
    for noun in read_nouns(scope, _said(scope, text), scope.names).nouns:
        if len(noun.ids) == 1 and not noun.ranked:
            yield noun.ids[0]


def _with_other(scope: Scope, text: str, beside: tuple[str, ...] | list[str]) -> str:
    """Return a command with the name of the only other of two things alike in the place of "the other one"."""
    if not _OTHER.search(text):
        return text
    named = [each for clause in beside for each in _named(scope, clause)]
    ones = [each for each in (*named, *scope.spoken_of) if each in scope.world.things][:1]
    others = [each for one in ones for each in _alike(scope, one)]
    return _OTHER.sub(scope.named(others[0]), text, count=1) if len(others) == 1 else text


def _alike(scope: Scope, one: str) -> list[str]:
    """Return what is here and has a name in common with a thing."""
    names = {*names_now(scope.world.things[one])}
    return [each.id for each in (*scope.here, *scope.carried) if each.id != one and names & {*names_now(each)}]
