"""Asks a model which detail fits a place or a person, and proposes the one that what is told of it makes likelier most.

The model writes nothing. It weighs a few details, all in their closed form and worded by rule, as it weighs what a
player's words mean: by how much likelier each is for this place than for none. So what comes of it is always legal, and
no grammar has to be compiled in a native library. Knows nothing of runs, or of what becomes of a proposal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from threading import Event

from game.errors import ModelError
from game.rules.actions import Invent
from game.rules.inventing import details_of, kinds_open, words_of
from game.rules.state import State
from game.rules.world import World
from game.story.guard import Vocabulary, names_nothing, vocabulary_of
from game.story.inventing.wording import worded
from game.story.lexicon import mentions, plain
from game.story.model import LanguageModel
from game.story.prompt import inventing_question
from game.story.sentences import Sentences
from game.story.tables import prompts_in

MOST = 8
"""Details that a model is asked about at once: each costs it the reading of a sentence, twice, and with more of them it
would choose the same in every run."""
_TELLING = 4
"""Letters of a word that may be a name by itself."""

Fits = Callable[[str], bool]


class Proposer:
    """Proposes details of one world by one model. fits says of a sentence whether it may be told to the player."""

    def __init__(self, world: World, sentences: Sentences, model: LanguageModel | None, *, fits: Fits) -> None:
        self._world = world
        self._sentences = sentences
        self._model = model
        self._fits = fits

    def propose(self, state: State, subject: str, stop: Event) -> Invent | None:
        """Return a detail for a place or a person; None where there is room for none, or nobody can say.

        Which details are weighed is a function of the run's seed, the subject and what was made up before; setting stop
        ends it within a step. Raises no ModelError.
        """
        drawn = self._drawn(state, subject)
        if not drawn or self._model is None:
            return None
        texts = [self._worded(each) for each in drawn]
        try:
            gains = self._gains(self._model, self._about(state, subject), texts, stop)
        except ModelError:
            return None
        return max(zip(gains, drawn, strict=True), key=lambda each: each[0])[1] if gains else None

    def _drawn(self, state: State, subject: str) -> Sequence[Invent]:
        """Return some details of one kind that may be told of a subject, drawn by the run's own luck."""
        luck = Random(f"{state.seed} {subject} {sorted(state.details)}")  # noqa: S311 - a draw, not a secret
        kinds = list(kinds_open(self._world, state, subject))
        luck.shuffle(kinds)
        for kind in kinds:
            if found := list(self._tellable(state, subject, kind)):
                return luck.sample(found, min(MOST, len(found)))
        return ()

    def _tellable(self, state: State, subject: str, kind: str) -> Iterator[Invent]:
        """Yield the details of a kind that name nothing and betray nothing, and that nobody and nowhere else has."""
        vocabulary, taken = _with_parts(vocabulary_of(self._world, state)), self._taken(state, kind)
        avoided = tuple(map(plain, self._world.voice.avoid))
        for detail in self._world.details[kind].details():
            words = words_of(self._world, subject, kind, detail) or {}
            said = " ".join(words.values())
            is_used = words.get("what") in taken or any(mentions(plain(said), each) for each in avoided)
            made = Invent(subject, kind, detail)
            if not is_used and names_nothing(said, vocabulary) and self._fits(self._worded(made)):
                yield made

    def _taken(self, state: State, kind: str) -> frozenset[str]:
        """Return what other places or people have of a kind."""
        had = (
            each for who in (*self._world.places, *self._world.people) for each in details_of(self._world, state, who)
        )
        return frozenset(each.words["what"] for each in had if each.kind == kind)

    def _worded(self, made: Invent) -> str:
        return worded(self._world, self._sentences, made.subject, made.kind, made.detail)

    def _about(self, state: State, subject: str) -> str:
        """Return what is told of a place or a person, as the model reads it."""
        told = prompts_in(self._world.language)["inventing"]
        if place := self._world.places.get(subject):
            return str(told["place"].format(name=place.name, look=place.look.read(state)))
        person = self._world.people[subject]
        return str(told["person"].format(name=person.name, about=person.about, look=person.look.read(state)))

    def _gains(self, model: LanguageModel, about: str, texts: Sequence[str], stop: Event) -> list[float]:
        """Return how much likelier each text is for what is told, in nats; nothing where stop was set."""
        language = self._world.language
        asked = [inventing_question(each, texts, language=language) for each in (about, "")]
        weighed = [model.weigh(each, stop, Event()) for each in asked]
        if not all(len(each) == len(texts) for each in weighed):
            return []
        return [told - untold for told, untold in zip(*weighed, strict=True)]


def _with_parts(vocabulary: Vocabulary) -> Vocabulary:
    """Return a vocabulary with the words of its names, too: where there is a brass lamp, nothing smells of lamp oil."""
    parts = (word for name in vocabulary.names for word in name.split() if len(word) >= _TELLING)
    return replace(vocabulary, names=vocabulary.names.union(parts))
