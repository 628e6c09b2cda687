"""What a player's words mean now: the answer to a question back, a classic command, or what they most likely mean.

Knows nothing of what is done about it. A question stands until anything is typed, costs no turn and is not saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Event

from game.rules.actions import Action, Choose, Talk
from game.rules.state import State
from game.rules.world import World
from game.story.choosing.chooser import Chooser, Chosen, Nothing, Unclear
from game.story.lexicon import folded, plain
from game.story.narrator import Narrator
from game.story.offers import Offer
from game.story.parser import NotUnderstood, Parsed, Understood, parse
from game.story.prompt import can_choose
from game.story.sentences import Sentences

_AROUND_A_NUMBER = " .。)）#"


@dataclass(frozen=True, slots=True)
class Question:
    """What the player is asked: which of some offers, numbered from 1, their words mean."""

    words: str
    options: tuple[Offer, ...]


class Understanding:
    """Understands the words of one player in one world, with the narrator's model's help where that tells."""

    def __init__(self, world: World, sentences: Sentences, narrator: Narrator) -> None:
        self._world = world
        self._sentences = sentences
        self._narrator = narrator
        self._chooser = Chooser(world, sentences, narrator.model)
        self._unaided = Chooser(world, sentences, None)
        self.question: Question | None = None

    def read(self, state: State, words: str, stop: Event, *, recent: Sequence[Action] = ()) -> Parsed:
        """Return what words, already cleaned, mean in this state; where that is unclear a question stands then.

        recent are the last actions of the path, newest last.
        """
        asked, self.question = self.question, None
        if asked and (answer := self._answer(asked, words)):
            return answer
        parsed = parse(self._world, self._sentences, state, words, recent=recent)
        if isinstance(parsed, Understood) or not parsed.open or not can_choose(self._sentences.language):
            return parsed
        said = " ".join(words.split())
        chooser = self._chooser if self._may_ask_model else self._unaided
        match chooser.choose(state, said, stop):
            case Chosen(Offer(text, action)):
                return Understood(_spoken(action, said), text if isinstance(action, Choose) else said)
            case Unclear(options):
                self.question = Question(said, options)
                return NotUnderstood(self._asks(options))
            case Nothing():
                return parsed

    def rest(self, state: State, stop: Event) -> None:
        """Use the time while the player reads."""
        if self._may_ask_model:
            self._chooser.rest(state, stop)

    @property
    def _may_ask_model(self) -> bool:
        """Return whether there is a model that is ready, is trusted to choose, and that the player wants."""
        if not can_choose(self._sentences.language):
            return False
        return self._narrator.way != "authored" and "choosing" in self._narrator.trusted

    def _asks(self, options: tuple[Offer, ...]) -> str:
        numbered = [f"{number} “{each.text}”" for number, each in enumerate(options, 1)]
        return self._sentences.say("which_one", options=self._sentences.alternatives(numbered))

    def _answer(self, asked: Question, words: str) -> Parsed | None:
        """Return what words pick by a number, a text or a yes; a number that none has leaves the question standing."""
        number = folded(words).strip(_AROUND_A_NUMBER)
        if not number.isdecimal():
            return self._picked(asked, words)
        if 1 <= int(number) <= len(asked.options):
            return _meant(asked, asked.options[int(number) - 1])
        self.question = asked
        return NotUnderstood(self._sentences.say("no_such_choice", number=number, count=len(asked.options)))

    def _picked(self, asked: Question, words: str) -> Understood | None:
        if len(asked.options) == 1 and plain(words) in self._sentences.particles["yes"]:
            return _meant(asked, asked.options[0])
        named = (each for each in asked.options if plain(each.text) == plain(words))
        return next((_meant(asked, each) for each in named), None)


def _meant(asked: Question, offer: Offer) -> Understood:
    return Understood(_spoken(offer.action, asked.words), offer.text)


def _spoken(action: Action, words: str) -> Action:
    """Return an action that holds the player's words, if it is one in which something is said."""
    return replace(action, words=words) if isinstance(action, Talk) else action
