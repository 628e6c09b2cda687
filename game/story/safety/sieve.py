"""One telling let through piece by piece: a model's words sentence by sentence, an author's with others in their place.

Knows nothing of who tells, or of what is kept of it. What is withheld is counted, and goes no further.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from game.story.model import Done
from game.story.passages import Grew, Opened, Passage
from game.story.prose import cut, is_complete
from game.story.safety.filter import Examine, pass_all
from game.story.safety.wishes import Limits
from game.story.sentences import Sentences

Piece = Opened | Grew | Done

_CLOSING = '"”’」』）)'
_SAID = {"line": "withheld_line", "veil": "withheld_veil", "rules": "withheld_rules"}


class Sieve:
    """Lets one telling through. withheld counts by reason.

    instead yields the author's words for what a model tells, where none of the model's can be shown; name_of gives a
    person's name for their id. examine is asked about a model's sentences that the limits let pass.
    """

    def __init__(
        self,
        limits: Limits,
        sentences: Sentences,
        *,
        name_of: Callable[[str], str],
        instead: Callable[[], Iterator[Opened]],
        examine: Examine = pass_all,
    ) -> None:
        self.withheld: Counter[str] = Counter()
        self._limits = limits
        self._sentences = sentences
        self._name_of = name_of
        self._instead = instead
        self._examine = examine
        self._passage: Passage | None = None  # of a model, in the making
        self._waiting = ""
        self._shown = ""
        self._is_cut = False  # a sentence of it was withheld

    def sift(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Yield what of the pieces may be shown, each sentence of a model's as soon as it is whole."""
        is_needed = self._limits.author or self._limits.model or self._examine is not pass_all
        return self._sifted(pieces) if is_needed else iter(pieces)

    def authored(self, passage: Passage) -> Passage:
        """Return an author's passage, a neutral sentence in the place of each that may not be told.

        What a person says is told or it is not: no neutral sentence is put into their mouth.
        """
        withheld = self._limits.author.check(passage.text) if passage.kind == "line" else None
        if withheld:
            self.withheld[withheld.reason] += 1
            return Passage("result", self._sentences.say(_SAID[withheld.reason]))
        return replace(passage, text=self._told(passage.text), title=self._limits.author.hidden(passage.title))

    def _sifted(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            match piece:
                case Opened(passage) if passage.source == "model":
                    yield from self._end()
                    self._passage, self._shown, self._is_cut = passage, "", False
                    yield from self._take(passage.text)
                case Opened(passage) if passage.source == "author":
                    yield from self._end()
                    yield Opened(self.authored(passage))
                case Grew(text) if self._passage:
                    yield from self._take(text)
                case Done():
                    yield from self._end()
                    yield piece
                case _:
                    yield piece
        yield from self._end()

    def _told(self, text: str) -> str:
        told, said = "", set()
        for sentence in cut(text):
            withheld = self._limits.author.check(sentence)
            if withheld is None:
                told += sentence
                continue
            self.withheld[withheld.reason] += 1
            neutral = self._sentences.say(_SAID[withheld.reason])
            if neutral not in said:
                told += _space_before(sentence) + neutral
            said.add(neutral)
        return told

    def _take(self, text: str) -> Iterator[Opened | Grew]:
        """Yield the sentences that are whole now; what is left waits for more."""
        *whole, last = cut(self._waiting + text) or [""]
        self._waiting = "" if is_complete(last) else last
        for sentence in (*whole, last) if is_complete(last) else whole:
            yield from self._show(sentence)

    def _show(self, sentence: str) -> Iterator[Opened | Grew]:
        withheld = self._limits.model.check(sentence, shown=self._shown) or self._examine(sentence)
        if withheld:
            self.withheld[withheld.reason] += 1
            self._is_cut = True
            return
        if self._is_cut:
            sentence = sentence.lstrip(_CLOSING)  # of the speech in the sentence that is not there
        if not self._shown:
            sentence = sentence.lstrip()
        if sentence and self._passage:
            yield Grew(sentence) if self._shown else Opened(replace(self._passage, text=sentence))
        self._shown += sentence

    def _end(self) -> Iterator[Opened | Grew]:
        """Yield what waits still; where nothing of a model's passage could be shown, what stands in its place."""
        passage, waiting, self._waiting = self._passage, self._waiting, ""
        if passage is None:
            return
        if waiting:
            yield from self._show(waiting)
        self._passage = None
        if self._is_cut and not self._shown:
            yield from self._in_place_of(passage)

    def _in_place_of(self, passage: Passage) -> Iterator[Opened]:
        match passage.kind:
            case "telling":
                yield from (Opened(self.authored(each.passage)) for each in self._instead())
            case "place":
                yield Opened(self.authored(replace(passage, source="author")))
            case "line":
                yield Opened(
                    Passage("result", self._sentences.say("talk_around", person=self._name_of(passage.speaker)))
                )


def _space_before(sentence: str) -> str:
    return sentence[: len(sentence) - len(sentence.lstrip())]
