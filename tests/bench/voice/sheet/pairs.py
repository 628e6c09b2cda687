"""Pairs of one turn: told by the author alone, and by the author with a touch or a line of a model's, where it has any.

Knows nothing of the model, or of how readers are asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from game.rules.world import World
from game.story.model import LanguageModel
from game.tune.pairs.pair import Pair
from tests.bench.voice.sheet.moment import Moment, Speaking, moment_of
from tests.bench.voice.situations import Situation, situations, talks
from tests.bench.voice.told import Told, tell

SIDES = ("author", "blend")
PAIRS, SEED = 60, 7
MOST = 2_000
"""Turns of each sort that are looked at."""
_TASK = "A turn of a story as it was shown, told of what the player did."


def pairs_told(model: LanguageModel, worlds: Sequence[World], count: int) -> list[Pair]:
    """Return so many pairs, if there are, half of them of any deed and half of talk, in the worlds of one language."""
    english = [each for each in worlds if each.language == "en"]
    halves = (situations(english, MOST), count - count // 2), (talks(english, MOST), count // 2)
    return [pair for several, half in halves for pair in islice(_differing(model, several), half)]


def _differing(model: LanguageModel, several: Iterable[Situation]) -> Iterator[Pair]:
    """Yield the turns in which something of the model's is shown."""
    for each in several:
        blended = tell(model, each, "blend")
        if blended.of_model:
            yield _pair(tell(model, each, "authored"), blended)


def _pair(alone: Told, blended: Told) -> Pair:
    one, other = (moment_of(each, first=1) for each in (alone, blended))
    kind = "line" if any(each.kind == "line" for each in blended.of_model) else "ambience"
    return Pair(kind, _TASK, tuple(_given(other)), ("\n\n".join(one.shown), "\n\n".join(other.shown)))


def _given(moment: Moment) -> Iterator[tuple[str, str]]:
    """Yield what a player knows of the moment, and of who is spoken to what they may say."""
    facts = {
        "world": f"{moment.world}. {moment.about}",
        "place": moment.place,
        "what is seen there": "" if any(moment.looks in text for text in moment.shown) else moment.looks,
        "hour, weather and mood": moment.light,
        "who is there": "; ".join(moment.people),
        "what is there": "; ".join(each.partition(": ")[0] for each in moment.things),
        "told before": moment.before,
        "the player": moment.words,
    }
    yield from facts.items()
    yield from ((each.name, _speaking(each)) for each in moment.speaking)


def _speaking(each: Speaking) -> str:
    known = " ".join((*each.knows, *each.remembers)) or "nothing of it"
    return f"{each.about}; mood: {each.mood}; knows: {known}"
