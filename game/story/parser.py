"""Words to one legal action, or a sentence that says why not; nothing here spends a turn.

Knows nothing of models. In this order: a number, the exact words of an offer, a word that is a command by itself, a
scene's choice by its main words, verb and nouns, a near miss of an offer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from game.rules.actions import Action, Choose, Go, Look, Wait
from game.rules.apply import is_legal
from game.rules.state import State
from game.rules.views import open_scene
from game.rules.world import World
from game.story.grammar import read_command
from game.story.lexicon import folded, plain
from game.story.offers import Offer, offers
from game.story.sentences import Sentences, echoed

MAX_CHARACTERS = 2_000
_NEAR = 88.0
_CLEAR = 6.0


@dataclass(frozen=True, slots=True)
class Understood:
    """The words mean this action; shown are the words to remember the turn by."""

    action: Action
    shown: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The words mean nothing that can be done; sentence says so, in the world's language.

    open says that a model may be asked what they mean.
    """

    sentence: str
    open: bool = False


Parsed = Understood | NotUnderstood


def parse(world: World, sentences: Sentences, state: State, words: str) -> Parsed:
    """Return what words, already cleaned, mean in this state."""
    words = " ".join(words.split())
    if len(words) > MAX_CHARACTERS:
        return NotUnderstood(sentences.say("too_long", count=len(words), most=MAX_CHARACTERS))
    if state.ending:
        return NotUnderstood(sentences.say("story_over"))
    offered = offers(world, sentences, state)
    if not words:
        return NotUnderstood(sentences.say("say_something", example=example(offered)))
    if number := re.fullmatch(r"([0-9]{1,6})[.。]?", folded(words)):
        return _numbered(sentences, offered, int(number[1]))
    return _worded(world, sentences, state, offered, words)


def example(offered: tuple[Offer, ...]) -> str:
    """Return words that would be understood, as an example."""
    return offered[-1].text if offered else "/help"


def _numbered(sentences: Sentences, offered: tuple[Offer, ...], number: int) -> Parsed:
    if not 1 <= number <= len(offered):
        return NotUnderstood(sentences.say("no_such_choice", number=number, count=len(offered)))
    offer = offered[number - 1]
    return Understood(offer.action, offer.text)


def _worded(world: World, sentences: Sentences, state: State, offered: tuple[Offer, ...], words: str) -> Parsed:
    reading = read_command(world, sentences, state, words)
    offer = _exact(offered, words)
    if not offer and not isinstance(reading, Look | Wait | Go):  # "Look" is no short form of "Look away".
        offer = _by_main_words(sentences, offered, words)
    if offer:
        return Understood(offer.action, offer.text)
    if reading is not None and not isinstance(reading, str):
        if is_legal(world, state, reading):
            return Understood(reading, words)
        return NotUnderstood(_impossible(world, sentences, state, reading))
    if near := _nearest(offered, words):
        return Understood(near.action, near.text)
    said = sentences.say("not_understood", words=echoed(words), example=example(offered))
    return NotUnderstood(reading or said, open=not reading)


def _impossible(world: World, sentences: Sentences, state: State, action: Action) -> str:
    """Return what says that an action is understood, and cannot be done now."""
    scene = open_scene(world, state)
    if (scene is not None and scene.hold) or not hasattr(action, "thing"):
        return sentences.say("holding")
    verb = sentences.verbs[type(action).__name__.lower()][0]
    return sentences.say("no_use", verb=verb, thing=world.things[action.thing].name)


def _exact(offered: tuple[Offer, ...], words: str) -> Offer | None:
    return next((each for each in offered if _spelled(each.text) == _spelled(words)), None)


def _spelled(text: str) -> str:
    """Return text plain, or with its punctuation where it has nothing else."""
    return plain(text) or folded(text)


def _by_main_words(sentences: Sentences, offered: tuple[Offer, ...], words: str) -> Offer | None:
    """Return the one scene's choice that begins with the same word and holds all the others."""
    ignored = {*sentences.particles["articles"], *sentences.particles["give"]}
    typed = [word for word in plain(words).split() if word not in ignored]
    found = [
        each
        for each in offered
        if isinstance(each.action, Choose) and typed and plain(each.text).split()[:1] == typed[:1]
        if set(typed) <= set(plain(each.text).split())
    ]
    return found[0] if len(found) == 1 else None


def _nearest(offered: tuple[Offer, ...], words: str) -> Offer | None:
    """Return the offer that words nearly spell, with the same first word; None when two come close."""
    typed = _spelled(words)
    texts = [_spelled(each.text) for each in offered]
    found = process.extract(typed, texts, scorer=fuzz.ratio, limit=2, score_cutoff=_NEAR)
    if not found or (len(found) > 1 and found[0][1] - found[1][1] < _CLEAR):
        return None
    return offered[found[0][2]] if fuzz.ratio(typed.split(" ")[0], found[0][0].split(" ")[0]) >= 60 else None
