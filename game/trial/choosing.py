"""The trial of choosing: what is made of a player's words that the classic commands do not understand.

Knows nothing of how many there are. What it weighs with, and how sure it is to be, is as in play.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event

from game.rules.actions import Action, Talk
from game.story.choosing.chooser import Chooser, Chosen, Nothing, Unclear
from game.story.model import LanguageModel
from game.trial.cases import Cases, Wording
from game.trial.ground import Ground
from game.trial.shares import Tally, Try, tally_of


def tries(cases: Cases, model: LanguageModel | None) -> list[Try]:
    """Return what is to be tried; without a model the words alone decide. None of it raises ModelError."""
    chooser = Chooser(cases.ground.world, cases.ground.sentences, model)
    return [partial(_tried, cases.ground, chooser, wording) for wording in cases.wordings]


def _tried(ground: Ground, chooser: Chooser, wording: Wording) -> Tally:
    """Return how some words are heard: rightly, or as what was not meant.

    To be asked about a few commands that hold what is meant is right as well; and where nothing is meant, nothing.
    """
    state = ground.after(wording.after)
    meant = _unspoken(ground.action(state, wording.means)) if wording.means else None
    match chooser.choose(state, wording.words, Event()):
        case Chosen(offer):
            is_right = _unspoken(offer.action) == meant
            return tally_of({"right": [is_right], "wrong": [not is_right]})
        case Unclear(options):
            return tally_of({"right": [meant in [_unspoken(each.action) for each in options]], "wrong": [False]})
        case Nothing():
            return tally_of({"right": [meant is None], "wrong": [False]})


def _unspoken(action: Action) -> Action:
    """Return an action without what is said in it."""
    return replace(action, words="") if isinstance(action, Talk) else action
