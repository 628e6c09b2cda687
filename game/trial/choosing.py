"""The trial of choosing: what is made of a player's words that the classic commands do not understand.

Knows nothing of how many there are. What it weighs with, and how sure it is to be, is as in play.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event

from game.rules.actions import Action, Talk
from game.story.choosing.chooser import Choice, Chooser, Chosen, Nothing, Unclear
from game.story.model import LanguageModel
from game.trial.cases import Cases, Wording
from game.trial.ground import Ground
from game.trial.shares import Tally, Try, tally_of


def tries(cases: Cases, model: LanguageModel) -> list[Try]:
    """Return what is to be tried. None of it raises ModelError."""
    world, sentences = cases.ground.world, cases.ground.sentences
    aided, alone = Chooser(world, sentences, model), Chooser(world, sentences, None)
    return [partial(_tried, cases.ground, aided, alone, wording) for wording in cases.wordings]


def _tried(ground: Ground, aided: Chooser, alone: Chooser, wording: Wording) -> Tally:
    """Return whether a model has something done that was not meant, and whether it loses what is right without it."""
    state = ground.after(wording.after)
    meant = _unspoken(ground.action(state, wording.means)) if wording.means else None
    choice, before = (each.choose(state, wording.words, Event()) for each in (aided, alone))
    is_right = is_understood(choice, meant)
    return tally_of(
        {
            "wrong": [isinstance(choice, Chosen) and not is_right],
            "lost": [is_understood(before, meant) and not is_right],
        }
    )


def is_understood(choice: Choice, meant: Action | None) -> bool:
    """Return whether a choice is what was meant: that, a question back that holds it, or nothing where nothing was."""
    match choice:
        case Chosen(offer):
            return _unspoken(offer.action) == meant
        case Unclear(options):
            return meant in [_unspoken(each.action) for each in options]
        case Nothing():
            return meant is None


def _unspoken(action: Action) -> Action:
    """Return an action without what is said in it."""
    return replace(action, words="") if isinstance(action, Talk) else action
