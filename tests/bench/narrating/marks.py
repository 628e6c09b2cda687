"""A run of a thousand turns told by the model: what is read, and how soon first words come, early and late in it.

Around each mark turns are really told, and raw llama.cpp does the same work right after each; what lies between the
marks is told in prepared words of the same length, so that history grows as in play. Likely turns are being told ahead
when one that is measured is entered, but it is none of them.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from game.story.model import Done
from tests.bench.beside import RawLoop, raw_loop, usual_way
from tests.bench.figures import Figure, at_least, at_most, sooner
from tests.bench.narrating.longrun import LongRun, Measured
from tests.bench.narrating.playing import Ahead, begun, megabytes
from tests.bench.narrating.recorder import NARRATOR, Asked, Recorder
from tests.bench.narrating.stage import Stage


def measure_marks(stage: Stage) -> list[Figure]:
    """Return reading, first words and first sentences at three marks, and the usual way at the first."""
    ahead, memory = Ahead(), []
    first, *others = stage.extent.marks
    with stage.host() as host, raw_loop(stage) as raw:
        model = Recorder(host)
        run = LongRun(begun(stage, model, "marks", ahead), model, ahead, at_each=stage.extent.at_each)
        with usual_way(stage) as usual:
            run.reach(first, raw, usual)
        memory.append(megabytes(host))
        for mark in others:
            run.reach(mark, raw)
        memory.append(megabytes(host))
        run.session.close()
        differences = list(_differences(model.asked, raw))
    name = f"memory of both processes at turn {others[-1]:,}, against turn {first}"
    kept = at_most(name, memory[1], "MB", against=memory[0], goal=1.1)
    return [_reading(differences), *_firsts(run), *_sentences(run), *_late(run), _usual(run), _writing(run), kept]


def _reading(differences: list[int]) -> Figure:
    """Return the most that was read and is not new; less than is new is read where notes told ahead begin alike."""
    worst = max(differences, default=0)
    name = f"tokens read beyond those that are new, the most of {len(differences)} ordinary turns"
    return Figure(name, max(worst, 0), "tokens", goal="= 0", met=bool(differences) and worst <= 0)


def _differences(asked: Sequence[Asked], raw: RawLoop) -> Iterator[int]:
    """Yield, for each turn whose history goes on from the last one's, the tokens read less those that are new.

    A turn that was told again is not like the others, and neither is the next.
    """
    waited_for = [each for each in asked if each.request.slot == NARRATOR and not each.is_ahead]
    tellings = [at for at, each in enumerate(waited_for) if each.is_telling]
    for earlier, later in pairwise(tellings):
        before, after = waited_for[earlier].request, waited_for[later].request
        history = before.messages[:-1]
        after_some = "assistant" in (before.messages[-1].role, after.messages[-1].role)
        is_told_again = after_some or before.messages == after.messages
        if not is_told_again and after.messages[: len(history)] == history:
            read = (each.done.read_tokens for each in waited_for[earlier + 1 : later + 1] if each.done)
            yield sum(read) - raw.new_tokens(before, after)


def _firsts(run: LongRun) -> Iterator[Figure]:
    for mark, measured in run.marks.items():
        name = f"turn {mark:,}: first token after Enter"
        bare = _median(each.raw["first_s"] for each in measured)
        yield at_most(name, _first_ms(measured), "ms", against=bare * 1000, goal=1.15)
        whole = _median(each.told.done.prompt_tokens for each in measured)
        read = _median(each.told.done.read_tokens for each in measured)
        yield Figure(f"turn {mark:,}: tokens read then, of the whole prompt", read, "tokens", whole, read / whole)


def _sentences(run: LongRun) -> Iterator[Figure]:
    for mark, measured in run.marks.items():
        whole = [each for each in measured if each.told.timed.sentence_s]
        if whole:
            ours = _median(each.told.timed.sentence_s for each in whole) * 1000
            bare = _median(each.raw["sentence_s"] for each in whole) * 1000
            yield at_most(f"turn {mark:,}: first whole sentence after Enter", ours, "ms", against=bare, goal=1.15)


def _late(run: LongRun) -> Iterator[Figure]:
    """Yield the first token at the last mark, beside that at the one before, where the window had rolled over by then.

    Both as multiples of what raw llama.cpp took for the very same turns: those were not equally long.
    """
    *_, middle, last = run.marks
    unrolled = run.told[0].request.messages[0]
    if all(each.told.request.messages[0] != unrolled for each in run.marks[middle]):
        late, then = (
            _median(each.told.first_s / each.raw["first_s"] for each in run.marks[at]) for at in (last, middle)
        )
        name = f"turn {last:,}: first token over raw llama.cpp's, against the same at turn {middle:,}"
        yield at_most(name, late, "×", against=then, goal=1.1)


def _beside_raw(measured: Iterable[Measured]) -> Iterator[float]:
    return (each.told.first_s / each.raw["first_s"] for each in measured)


def _usual(run: LongRun) -> Figure:
    """Return the first token at the first mark beside the usual way's; its first turn, which reuses nothing, is out."""
    mark = min(run.marks)
    measured = run.marks[mark][1:]
    theirs = _median(each.usual_s for each in measured) * 1000
    name = f"turn {mark}: first token, against a sliding window with the state on top"
    return sooner(name, _first_ms(measured), "ms", against=theirs, goal=4)


def _writing(run: LongRun) -> Figure:
    measured = [each for found in run.marks.values() for each in found if each.told.done.written_tokens > 1]
    ours = _median(_speed(each.told.done) for each in measured)
    return at_least(
        "writing", ours, "tokens/s", against=_median(each.raw["tokens_a_second"] for each in measured), goal=0.85
    )


def _speed(done: Done) -> float:
    return (done.written_tokens - 1) / (done.total_s - done.first_token_s)


def _first_ms(measured: Sequence[Measured]) -> float:
    return _median(each.told.first_s for each in measured) * 1000


def _median(values: Iterable[float | None]) -> float:
    return statistics.median(each for each in values if each is not None)
