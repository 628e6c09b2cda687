"""The trial of telling a scene from notes: does what is told contradict the turn, and how much of the notes is told.

Knows nothing of how many there are. It is told by the game's own narrator, and judged afterwards.
"""

from __future__ import annotations

from functools import partial
from threading import Event

from game.story.gating.judge import Lenient
from game.story.gating.remainder import Measure
from game.story.guarding.guard import Guard
from game.story.model import Done, LanguageModel
from game.story.narrator import Narrator
from game.story.prose import sentences_in
from game.story.recollections import beats_of_turn
from game.story.tellers.modelled import NOTED
from game.story.turn import Turn
from game.trial.cases import Cases, Deed
from game.trial.ground import Ground
from game.trial.judging import is_any_false
from game.trial.shares import Tally, Try, tally_of


def tries(cases: Cases, model: LanguageModel) -> list[Try]:
    """Return what is to be tried."""
    return [partial(_tried, cases.ground, deed, model) for deed in cases.deeds]


def _tried(ground: Ground, deed: Deed, model: LanguageModel) -> Tally:
    turn = ground.turn(deed.after, deed.words)
    told = raw_sentences(ground, turn, model)
    measure = Measure.of(ground.world, ground.sentences)
    text = ground.sentences.space.join(told)
    return tally_of(
        {
            "false": [is_any_false(told, Guard(ground.world, ground.sentences, turn).scene)],
            "told": [measure.is_told(each, text) for each in notes_of(ground, turn)],
        }
    )


def raw_sentences(ground: Ground, turn: Turn, model: LanguageModel) -> list[str]:
    """Return what a model writes of a turn, in whole sentences, while nobody judges it; nothing where it fails."""
    narrator = Narrator(ground.world, ground.sentences, model, asked="model", judges=Lenient)
    pieces = narrator.tell(turn, Event(), way="model")
    accounts = (piece.account for piece in pieces if isinstance(piece, Done) and piece.account)
    return [each.sentence for account in accounts for each in account.heard if not each.fate]


def notes_of(ground: Ground, turn: Turn) -> list[str]:
    """Return the sentences of what a model is to tell of a turn."""
    beats = beats_of_turn(ground.world, ground.sentences, turn)
    return [sentence for beat in beats if beat.kind in NOTED for sentence in sentences_in(beat.text)]
