"""What is said around a command and changes nothing of it, and what says that it is no command at all.

Knows nothing of verbs or of the world.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.sentences import Sentences
from game.story.understanding.tokens import BROKEN, Phrases, Tokens, phrases

_MOST = 8
_ASKING = ("?", "？")


def stages(sentences: Sentences, said: Tokens) -> Iterator[Tokens]:
    """Yield words as they are, and with ever more taken off of what is polite, careful or said in passing."""
    lead, tail = phrases(sentences.particles["lead"]), phrases(sentences.particles["tail"])
    because = phrases(sentences.particles["because"])
    yield said
    why = next((place for place in range(1, len(said)) if because.at(said, place)), len(said))
    if why < len(said):
        said = said[:why]
        yield said
    for _ in range(_MOST):
        length = lead.at(said, 0)
        if not length:
            break
        said = said[length:]
        if said:
            yield said
    while (length := tail.at_end(said)) and length < len(said):
        said = said[:-length]
        yield said


def is_negated(sentences: Sentences, said: Tokens) -> bool:
    """Return whether words say that something is not to be done."""
    particles = sentences.particles
    asking = {place for place in range(1, len(said) - 1) if said[place - 1] == said[place + 1]}  # 是不是 only asks
    meant = _untagged(sentences, tuple(token for place, token in enumerate(said) if place not in asking))
    return phrases(particles["negations"]).held_by(_without(meant, phrases(particles["harmless"])))


def is_tagged(sentences: Sentences, words: str, said: Tokens) -> bool:
    """Return whether words end as a question does: with its mark, or with what asks whether, 钟响了没有."""
    return words.endswith(_ASKING) or _untagged(sentences, said) != said


def without_harmless(sentences: Sentences, said: Tokens) -> Tokens:
    """Return words without those that only look as if they asked something: 这么."""
    return _without(said, phrases(sentences.particles["unasking"]))


def _untagged(sentences: Sentences, said: Tokens) -> Tokens:
    length = phrases(sentences.particles["tags"]).at_end(said)
    return said[:-length] if length and len(said) > length + 2 else said


def _without(said: Tokens, known: Phrases) -> Tokens:
    """Return words with a cut where each of some phrases stood."""
    left: Tokens = ()
    place = 0
    while place < len(said):
        length = known.at(said, place)
        left = (*left, BROKEN if length else said[place])
        place += length or 1
    return left


def is_weighed(sentences: Sentences, said: Tokens) -> bool:
    """Return whether words only weigh a deed: "should I take it?"."""
    particles = sentences.particles
    return phrases(particles["weighing"]).at(said, 0) > 0 or phrases(particles["elsewhen"]).held_by(said)
