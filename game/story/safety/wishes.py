"""What is asked to be kept from a player, by themselves, by a world's rating and by whoever hosts the game; as filters.

Knows nothing of settings or files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from game.story.lexicon import is_spaced
from game.story.safety.filter import NO_FILTER, Filter, Reason
from game.story.safety.lists import Lists, house_lists
from game.story.safety.topics import Topic
from game.story.safety.verbatim import NOTHING_PROTECTED, Protected

MOST_BANNED = 200
_LONGEST_BANNED = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """The filters of a session, for what is typed, what an author wrote and what a model says.

    banned are words that a model is not to begin with: what the filter would withhold is then told another way.
    """

    typed: Filter = NO_FILTER
    author: Filter = NO_FILTER
    model: Filter = NO_FILTER
    banned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """lines are never told, veils never in detail: categories of the lists, or words. barred are kept from a model.

    told are categories that nobody is told, and typed those that nobody may type; the last two are the host's rules.
    is_examined says that a model is asked about each sentence of a model's, beside the lists.
    """

    lists: Lists = field(default_factory=house_lists)
    lines: tuple[str, ...] = ()
    veils: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    protected: Protected = NOTHING_PROTECTED
    is_examined: bool = False

    @property
    def kept_from_model(self) -> tuple[str, ...]:
        """Return the names of all that a model may not tell of, each once."""
        named = self.lists.categories
        asked = (self.lists.key_of(each) or each for each in (*self.told, *self.lines, *self.veils, *self.barred))
        return tuple(named.get(each, each) for each in dict.fromkeys(asked))

    def with_lines(self, *more: str) -> Wishes:
        """Return the wishes with more lines."""
        return replace(self, lines=tuple(dict.fromkeys((*self.lines, *more))))

    def limits(self) -> Limits:
        """Return the filters that keep to the wishes."""
        of_player = (
            *self._topics("rules", self.told),
            *self._topics("line", self.lines),
            *self._topics("veil", self.veils),
        )
        return Limits(
            typed=Filter(tuple(self._topics("rules", self.typed))),
            author=Filter(of_player),
            model=Filter((*of_player, *self._topics("rating", self.barred)), self.protected),
            banned=tuple(self._banned())[:MOST_BANNED],
        )

    def _topics(self, reason: Reason, wishes: Sequence[str]) -> Iterator[tuple[Reason, Topic]]:
        return ((reason, topic) for wish in wishes for topic in self.lists.topics(wish))

    def _banned(self) -> Iterator[str]:
        """Yield the short terms of lines, and their plurals, for a ban is of whole words alone."""
        for wish in self.lines:
            for words in self.lists.words(wish):
                if len(words.split()) <= _LONGEST_BANNED:
                    yield words
                if " " not in words and is_spaced(words) and not words.endswith("s"):
                    yield f"{words}s"


def wishes_for(rating: str, lists: Lists, *, lines: Sequence[str] = (), veils: Sequence[str] = ()) -> Wishes:
    """Return what is kept from a player in a world of a rating."""
    return Wishes(lists, tuple(lines), tuple(veils), barred=lists.rated(rating), told=lists.told, typed=lists.typed)
