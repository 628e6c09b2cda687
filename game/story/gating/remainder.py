"""What of the author's words is left to say once a model has told a part: what was shown is neither repeated nor lost.

Knows nothing of models. That a sentence was told is measured by its names, all of which must have been said, and by how
many of its other words were, in whatever form.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.rules.world import World
from game.story.beats import Beat
from game.story.lexicon import is_spaced, mentions_form, plain
from game.story.passages import Opened, Passage, authored
from game.story.prose import sentences_in
from game.story.sentences import Sentences

TOLD = 0.6
"""The share of a sentence's words that must have been said."""
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))
_STEM = 5
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """How it is measured in one world. names has those of each person and thing, plain; small words say nothing."""

    names: Sequence[Sequence[str]]
    small: Collection[str]
    space: str

    @classmethod
    def of(cls, world: World, sentences: Sentences) -> Measure:
        """Return the measure of a world in a language."""
        named = (each for table in (world.people, world.things) for each in table.values())
        names = [[plain(name) for name in (each.name, *each.aliases)] for each in named]
        return cls(names, sentences.small_words, sentences.space)

    def is_told(self, sentence: str, shown: str) -> bool:
        """Return whether what a sentence says was shown already."""
        said, told = plain(sentence), plain(shown)
        named = [names for names in self.names if _is_one_of(names, said)]
        own = set(self._stems(said)).difference(*(self._stems(name) for names in named for name in names))
        if not all(_is_one_of(names, told) for names in named) or not (own or named):
            return False
        return len(own & set(self._stems(told))) >= TOLD * len(own)

    def _stems(self, text: str) -> Iterator[str]:
        """Yield what plain words are known by: their beginnings, or, without spaces between them, each two signs."""
        for word in text.split():
            if not is_spaced(word):
                yield from (word[at : at + 2] for at in range(max(len(word) - 1, 1)))
            elif len(word) >= _LEAST and word not in self.small:
                yield word[:_STEM]


def _is_one_of(names: Sequence[str], phrase: str) -> bool:
    return any(mentions_form(phrase, name) for name in names)


def remainder(beats: Iterable[Beat], shown: str, measure: Measure) -> Iterator[Opened]:
    """Yield the author's words for what was not told of some beats, after shown; all of it where nothing was shown."""
    for beat in beats:
        if not shown:
            yield from authored(beat)
        elif left := _left(beat, shown, measure):
            yield Opened(Passage(beat.kind, measure.space.join(left), speaker=beat.speaker))


def _left(beat: Beat, shown: str, measure: Measure) -> Sequence[str]:
    return [each for each in _units(beat.text, measure.space) if not measure.is_told(each, shown)]


def _units(text: str, space: str) -> Iterator[str]:
    """Yield the sentences of a text, but those of one speech together: half of one has lost its quotation marks."""
    held = ""
    for sentence in sentences_in(text):
        held = f"{held}{space}{sentence}" if held else sentence
        if not _is_speaking(held):
            yield held
            held = ""
    if held:
        yield held


def _is_speaking(text: str) -> bool:
    """Return whether a text ends within a speech."""
    return text.count('"') % 2 > 0 or any(text.count(begun) > text.count(ended) for begun, ended in _QUOTES)
