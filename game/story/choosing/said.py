"""What a player's words hold, whatever they are weighed against: verbs, names, and signs that nothing is meant.

Knows nothing of models, nor of what can be done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from game.story.choosing.kinship import Kinship
from game.story.choosing.stems import stem, stems, words_of
from game.story.lexicon import mentions, plain
from game.story.prompt import choosing_phrases, choosing_words
from game.story.understanding.framing import stages
from game.story.understanding.pieces import NAMING, Piece, pieces_of
from game.story.understanding.reader import verbs_in
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import phrases, tokens

_BEGINNING = 5
"""Tokens in which who does something and what they do stand: "the old clock strikes"."""
_LONG = 12


class Said:
    """Words typed in a state. told are the stems of all that is told of what can be done there."""

    def __init__(self, scope: Scope, told: Collection[str]) -> None:
        self._scope = scope
        self._told = frozenset(told)
        self._words = words_of(scope.words)
        self.kinship = Kinship(scope.sentences)
        self.phrase = plain(scope.words)
        self.stems = stems(scope.words)
        self._held: dict[str, frozenset[str]] = {}

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Return the verbs that the words begin with, what is polite or said in passing left out."""
        scope = self._scope
        return frozenset(verb for stage in stages(scope.sentences, scope.said) for verb, _ in verbs_in(scope, stage))

    @cached_property
    def named(self) -> tuple[frozenset[str], ...]:
        """Return what is in reach and named, an entry for each name, with the ids of all that bear it."""
        return tuple(piece.meaning.ids for piece in self._pieces if piece.kind in NAMING)

    @property
    def is_question(self) -> bool:
        """Return whether something is asked."""
        return "?" in self._scope.words or not choosing_words("asking").isdisjoint(self._words[:1])

    @property
    def is_doubted(self) -> bool:
        """Return whether a deed is only thought of."""
        return any(mentions(self.phrase, each) for each in choosing_phrases("doubting"))

    @property
    def length(self) -> float:
        """Return how much is said, from 0 to 1: measured, who means nothing that can be done is brief."""
        return min(_LONG, len(self._scope.words.split())) / _LONG

    @cached_property
    def is_told(self) -> bool:
        """Return whether somebody or something else is told to do something: "the clock strikes"."""
        said = tokens(self._scope.words)
        begins = not choosing_words("others").isdisjoint(said[:1]) or any(
            piece.kind in NAMING for piece in self._pieces[:1]
        )
        return begins and not self.is_question and any(map(self._is_done_by_others, said[1:_BEGINNING]))

    @cached_property
    def beyond(self) -> frozenset[str]:
        """Return the stem of the verb that the words begin with, if that is of what no rule knows."""
        lead = choosing_words("leading")
        first = next((stem(word) for word in self._words if word not in lead), "")
        return frozenset({first} & _beyond())

    @cached_property
    def strange(self) -> float:
        """Return how much of what is said is known neither to the language's commands nor of anything here."""
        known = self.kinship.known | self._told | _beyond()
        return sum(each not in known for each in self.stems) / max(1, len(self.stems))

    def says(self, name: str) -> bool:
        """Return whether the words hold any of a list, such as the pronouns for a thing."""
        return not choosing_words(name).isdisjoint(self._words)

    def held(self, verb: str) -> frozenset[str]:
        """Return the stems of a verb's words, as far as it is said anywhere: nothing where it is not."""
        if verb not in self._held:
            self._held[verb] = frozenset(map(stem, self._held_tokens(verb)))
        return self._held[verb]

    def _held_tokens(self, verb: str) -> Iterator[str]:
        said, verbs = self._scope.said, phrases(self._scope.sentences.verbs.get(verb, ()))
        for _, rest in verbs.within(said):
            yield from (token for token in said if token not in rest)

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        return pieces_of(self._scope.said, self._scope.names, self._scope.small)

    def _is_done_by_others(self, token: str) -> bool:
        return token.endswith("s") and len(token) > len("has") and stem(token) not in self._told


def _beyond() -> frozenset[str]:
    return frozenset(map(stem, choosing_words("beyond")))
