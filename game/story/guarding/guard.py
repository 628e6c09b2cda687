"""The guard: one sentence of a telling against a committed turn, rule by rule, before anybody sees it.

Knows nothing of models, nor of what is done about a sentence that is held back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.rules.world import World
from game.story.guarding.exits import unmade
from game.story.guarding.inventions import invented
from game.story.guarding.language import foreign
from game.story.guarding.loops import looping
from game.story.guarding.moment import Moment
from game.story.guarding.others import others_words
from game.story.guarding.people import absent
from game.story.guarding.player import puppeted
from game.story.guarding.results import opposed
from game.story.guarding.said import Said
from game.story.guarding.scaffold import leaked
from game.story.guarding.secrets import betrayed
from game.story.guarding.stock import banned
from game.story.guarding.things import misplaced
from game.story.guarding.unheard import unheard
from game.story.guarding.verdict import Verdict
from game.story.guarding.voice import misvoiced
from game.story.sentences import Sentences
from game.story.turn import Turn

Rule = Callable[[Moment, Said], Verdict | None]

RULES: tuple[Rule, ...] = (
    leaked,
    foreign,
    looping,
    banned,
    betrayed,
    others_words,
    misvoiced,
    absent,
    misplaced,
    unheard,
    invented,
    unmade,
    opposed,
    puppeted,
)
"""In the order in which they are asked: what is cheap and sure first."""


class Guard:
    """Judges the sentences of one turn's telling. The turn is committed: what happened has happened."""

    def __init__(self, world: World, sentences: Sentences, turn: Turn) -> None:
        self._moment = Moment(world, sentences, turn)

    def scene(self, sentence: str, shown: Sequence[str] = ()) -> Verdict | None:
        """Return why a sentence of narration is held back, or nothing. shown are this telling's sentences so far."""
        return self._judged(sentence, "", shown)

    def line(self, sentence: str, speaker: str, shown: Sequence[str] = ()) -> Verdict | None:
        """Return why a sentence that a person speaks, given by id, is held back, or nothing."""
        return self._judged(sentence, speaker, shown)

    def _judged(self, sentence: str, speaker: str, shown: Sequence[str]) -> Verdict | None:
        said = Said(sentence, self._moment.lexicon, shown, speaker)
        rules = (looping,) if self._is_authored(said) else RULES
        return next((verdict for rule in rules if (verdict := rule(self._moment, said))), None)

    def _is_authored(self, said: Said) -> bool:
        """Return whether a sentence is the author's own for this turn, word for word: it is true whatever it says."""
        spelled = (said.folded.strip(), said.text.strip().lower())
        return any(text and text in self._moment.notes.text for text in spelled)
