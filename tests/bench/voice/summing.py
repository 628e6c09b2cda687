"""The figures of many told turns: how much was false, held back, repaired and repeated, and what that took.

Knows nothing of models. Only what a model wrote is measured; the share that is the author's stands beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from game.story.gating.counts import Counts
from game.story.reading import count_words
from tests.bench.figures import Figure
from tests.bench.voice.repeating import Repeats
from tests.bench.voice.told import Told

CONTRADICTING = frozenset({"absent", "thing", "exit", "secret", "opposite"})
"""The reasons that say of a sentence that it contradicts the state, where no other was found first."""
PUPPETING = frozenset({"puppet"})


def figures_of(told: Sequence[Told]) -> list[Figure]:
    """Return the figures of many tellings; those that no model was asked for are left out."""
    told = [each for each in told if each.is_the_models]
    counts = sum((each.counts for each in told), Counts())
    return [
        Figure("turns told by the model", counts.tellings, ""),
        Figure("sentences it told", counts.raw, ""),
        Figure("sentences of it that are shown", counts.shown, ""),
        *_truth(told, counts),
        *_lines(told),
        *_repairs(told, counts),
        *_repeated(sum((each.repeats for each in told), Repeats())),
    ]


def _truth(told: Sequence[Told], counts: Counts) -> Iterator[Figure]:
    """Yield what was false of what was told, by the checks, and of what is shown; then all that was held back."""
    for what, reasons in (("contradict the state", CONTRADICTING), ("lead the player", PUPPETING)):
        held = sum(count for reason, count in counts.withheld.items() if reason in reasons)
        yield Figure(f"sentences that {what}, of those it told", _percent(held, counts.raw), "%")
        yield _none(f"sentences shown that {what}", sum(_count(each.false, reasons) for each in told))
    yield _none("sentences shown that the judge would hold back", sum(len(each.false) for each in told))
    yield Figure("sentences held back, of those it told", _percent(counts.withheld.total(), counts.raw), "%")
    for reason, count in counts.withheld.most_common():
        yield Figure(f"… for {reason}", _percent(count, counts.raw), "%")


def _lines(told: Sequence[Told]) -> Iterator[Figure]:
    """Yield how many of people's lines claim what nobody let them know, by their filter: of those told, and shown."""
    heard = [line for each in told for line in each.lines_told]
    unfit = _count((line.fate for line in heard), {"unfit"})
    yield Figure("people's lines that may not be said, of those it told", _percent(unfit, len(heard)), "%")
    yield Figure("people's lines shown", sum(each.kind == "line" for all_of in told for each in all_of.of_model), "")
    yield _none("people's lines shown that claim what nobody let them know", sum(len(each.claims) for each in told))


def _repairs(told: Sequence[Told], counts: Counts) -> Iterator[Figure]:
    total_s = sum(reply.total_s for each in told for reply in each.replies)
    tellings = max(counts.tellings, 1)
    yield Figure("tellings repaired", _percent(counts.repaired, counts.tellings), "%")
    yield Figure("tellings in which the author's words took over", _percent(counts.given_up, counts.tellings), "%")
    yield Figure("words shown that are the author's", _authors_share(told), "%")
    yield Figure("times told again, for each telling", counts.retries / tellings, "")
    yield Figure("extra time, for each telling", 1000 * counts.seconds / tellings, "ms")
    yield Figure("extra time, of all the model's", _percent(counts.seconds, total_s), "%")


def _repeated(repeats: Repeats) -> Iterator[Figure]:
    yield Figure("runs of four words said before in their telling", _percent(repeats.within, repeats.runs), "%")
    yield Figure("runs of four words said in the last three tellings", _percent(repeats.lately, repeats.runs), "%")


def _authors_share(told: Iterable[Told]) -> float:
    passages = [passage for each in told for passage in each.passages]
    authors = count_words(each.text for each in passages if each.source == "author")
    return _percent(authors, count_words(each.text for each in passages))


def _none(figure: str, count: int) -> Figure:
    return Figure(figure, count, "", goal="= 0", met=not count)


def _count(found: Iterable[str], wanted: Collection[str]) -> int:
    return sum(each in wanted for each in found)


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0
