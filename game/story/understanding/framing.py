"""What is said around a command and changes nothing of it, and what says that it is no command at all.

Knows nothing of verbs or of the world.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.sentences import Sentences
from game.story.understanding.tokens import Phrases, Tokens, phrases

_MOST = 8
_GOING_ON = "ing"
_SHORTEST = 2
_MANNER = "ly"
_LONG = 5


def stages(sentences: Sentences, said: Tokens) -> Iterator[Tokens]:
    """Yield words as they are, and with ever more taken off of what is polite, careful or said in passing."""
    tail = phrases(sentences.particles["tail"])
    because = phrases(sentences.particles["because"])
    yield said
    why = next((place for place in range(1, len(said)) if because.at(said, place)), len(said))
    if why < len(said):
        said = said[:why]
        yield said
    for each in _led(sentences, said):
        said = each
        yield said
    while (length := tail.at_end(said)) and length < len(said):
        said = said[:-length]
        yield said
    if plainer := tuple(each for place, each in enumerate(said) if not place or not tells_how(each)):
        yield plainer


def tells_how(word: str) -> bool:
    """Return whether an English word says how a thing is done: "perfectly"."""
    return word.endswith(_MANNER) and len(word) > _LONG


def _led(sentences: Sentences, said: Tokens) -> Iterator[Tokens]:
    """Yield words with more and more taken off their beginning, and their first as it is in a command."""
    lead = phrases(sentences.particles["lead"])
    for _ in range(_MOST):
        length = lead.at(said, 0)
        if not length or length == len(said):
            break
        said = said[length:]
        yield said
    if said and (verb := _commanding(sentences, said[0])):
        yield (verb, *said[1:])


def _commanding(sentences: Sentences, word: str) -> str:
    """Return the verb that a word ending in -ing is a form of: "looking", "taking", "putting"; or nothing."""
    stem = word.removesuffix(_GOING_ON)
    if stem == word or len(stem) < _SHORTEST:
        return ""
    forms = (stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem)
    verbs = [phrases(words) for words in sentences.verbs.values()]
    return next((form for form in forms if any(verb.begins_with(form) for verb in verbs)), "")


def is_negated(sentences: Sentences, said: Tokens) -> bool:
    """Return whether words say that something is not to be done."""
    asking = {place for place in range(1, len(said) - 1) if said[place - 1] == said[place + 1]}  # 是不是 only asks
    meant = tuple(token for place, token in enumerate(said) if place not in asking)
    because = phrases(sentences.particles["because"])
    why = next((place for place in range(1, len(meant)) if because.at(meant, place)), len(meant))
    return phrases(sentences.particles["negations"]).held_by(_denied(sentences, meant)[:why])


def _denied(sentences: Sentences, said: Tokens) -> Tokens:
    """Return words without what only sounds like a denial: "why don't I take it"."""
    undenied = phrases(sentences.particles["undenied"])
    left: list[str] = []
    place = 0
    while place < len(said):
        length = undenied.at(said, place)
        left += [] if length else said[place : place + 1]
        place += length or 1
    return tuple(left)


def is_weighed(sentences: Sentences, said: Tokens) -> bool:
    """Return whether words only weigh a deed: "should I take it?"."""
    conditions = phrases(sentences.particles["conditions"])
    return phrases(sentences.particles["weighing"]).at(said, 0) > 0 or _is_supposed(sentences, said, conditions)


def _is_supposed(sentences: Sentences, said: Tokens, conditions: Phrases) -> bool:
    """Return whether words hang on a condition, "I'd take it if it was mine"; to see if something is so is no such."""
    finding = phrases((*sentences.particles["finding"], *sentences.verbs["ask"]))
    tail = phrases((*sentences.particles["tail"], *sentences.particles["lead"]))
    places = (place for place in range(1, len(said)) if conditions.at(said, place) and not tail.at(said, place))
    return any(not finding.at_end(said[:place]) and not tail.at_end(said[:place]) for place in places)
