"""A run of a thousand turns told by the model: what is read, and how soon first words come, early and late in it.

At each mark turns are really told, and raw llama.cpp does the same work right after each; up to there the run is told
in prepared words of the same length, so that history grows as in play. Likely turns are being told ahead when one that
is measured is entered, but it is none of them. How fast a program computes differs by a fifth from one start of it to
the next: so all are started several times at each mark, each time to go on from there, and times are means over those.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from tests.bench.beside import RawLoop, raw_loop, usual_way
from tests.bench.figures import Figure, at_least, at_most, sooner
from tests.bench.narrating.longrun import LongRun, Measured
from tests.bench.narrating.playing import ROUND, Ahead, begun, lengthen, megabytes
from tests.bench.narrating.recorder import NARRATOR, Asked, Recorder
from tests.bench.narrating.stage import Stage

_RUN = "marks"


@dataclass(frozen=True, slots=True)
class Start:
    """What came of one start of all programs: the turns measured, tokens read beyond new ones, and megabytes held."""

    measured: list[Measured]
    differences: list[int]
    megabytes: float


Marks = Mapping[int, Sequence[Start]]


def measure_marks(stage: Stage) -> list[Figure]:
    """Return reading, first words and first sentences at three marks, and the usual way at the first."""
    marks = {mark: _at(stage, mark) for mark in stage.extent.marks}
    kept = _memory(marks)
    return [_reading(marks), *_firsts(marks), *_sentences(marks), *_late(marks), _usual(marks), _writing(marks), kept]


def _at(stage: Stage, mark: int) -> list[Start]:
    """Play the run on to a round before a mark, and go on from there with each start."""
    with stage.host() as host:
        session = begun(stage, model := Recorder(host), _RUN, Ahead())
        lengthen(session, model, mark - len(ROUND))
        session.close()
    asks_usual = mark == min(stage.extent.marks)
    return [_started(stage, session.run.file, asks_usual=asks_usual) for _ in range(stage.extent.starts)]


def _started(stage: Stage, run: Path, *, asks_usual: bool) -> Start:
    """Go on with a copy of a run, beside programs that were started just now."""
    again = run.with_stem(f"{run.stem}-again")
    shutil.copy(run, again)
    usual_program = usual_way(stage) if asks_usual else nullcontext()
    with stage.host() as host, raw_loop(stage) as raw, usual_program as usual:
        model, ahead = Recorder(host), Ahead()
        session = begun(stage, model, again.stem, ahead)
        measured = LongRun(session, model, ahead).measured(stage.extent.at_each, raw, usual)
        session.close()
        again.unlink()
        return Start(measured, list(_differences(model.asked, raw)), megabytes(host))


def _reading(marks: Marks) -> Figure:
    """Return the most that was read and is not new; less than is new is read where notes told ahead begin alike."""
    differences = [each for starts in marks.values() for start in starts for each in start.differences]
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


def _firsts(marks: Marks) -> Iterator[Figure]:
    for mark, starts in marks.items():
        name = f"turn {mark:,}: first token after Enter"
        yield at_most(name, _mean(starts, _first_ms), "ms", against=_mean(starts, _raw_first_ms), goal=1.15)
        whole = _mean(starts, lambda each: each.told.done.prompt_tokens)
        read = _mean(starts, lambda each: each.told.done.read_tokens)
        yield Figure(f"turn {mark:,}: tokens read then, of the whole prompt", read, "tokens", whole, read / whole)


def _sentences(marks: Marks) -> Iterator[Figure]:
    for mark, starts in marks.items():
        whole = [_only(start, lambda each: each.told.timed.sentence_s is not None) for start in starts]
        if any(start.measured for start in whole):
            ours = _mean(whole, lambda each: (each.told.timed.sentence_s or 0.0) * 1000)
            bare = _mean(whole, lambda each: each.raw["sentence_s"] * 1000)
            yield at_most(f"turn {mark:,}: first whole sentence after Enter", ours, "ms", against=bare, goal=1.15)


def _late(marks: Marks) -> Iterator[Figure]:
    """Yield the first token at the last mark, beside that at the one before, where the window had rolled over by then.

    Both as multiples of what raw llama.cpp took for the very same turns: those were not equally long.
    """
    first, *_, last = marks
    *_, middle, _ = marks
    unrolled = marks[first][0].measured[0].told.request.messages[0]
    if all(each.told.request.messages[0] != unrolled for start in marks[middle] for each in start.measured):
        late, then = (_mean(marks[at], _first_ms) / _mean(marks[at], _raw_first_ms) for at in (last, middle))
        name = f"turn {last:,}: first token over raw llama.cpp's, against the same at turn {middle:,}"
        yield at_most(name, late, "×", against=then, goal=1.1)


def _usual(marks: Marks) -> Figure:
    """Return the first token at the first mark beside the usual way's, whose first turn reuses nothing and is out."""
    mark = min(marks)
    later = [replace(start, measured=start.measured[1:] or start.measured) for start in marks[mark]]
    theirs = _mean(later, lambda each: (each.usual_s or 0.0) * 1000)
    name = f"turn {mark}: first token, against a sliding window with the state on top"
    return sooner(name, _mean(later, _first_ms), "ms", against=theirs, goal=4)


def _writing(marks: Marks) -> Figure:
    starts = [
        _only(start, lambda each: each.told.done.written_tokens > 1) for found in marks.values() for start in found
    ]
    bare = _mean(starts, lambda each: each.raw["tokens_a_second"])
    return at_least("writing", _mean(starts, _speed), "tokens/s", against=bare, goal=0.85)


def _memory(marks: Marks) -> Figure:
    first, *_, last = marks
    late, early = (statistics.fmean(start.megabytes for start in marks[at]) for at in (last, first))
    name = f"memory of both processes at turn {last:,}, against turn {first}"
    return at_most(name, late, "MB", against=early, goal=1.1)


def _only(start: Start, holds: Callable[[Measured], bool]) -> Start:
    return replace(start, measured=list(filter(holds, start.measured)))


def _mean(starts: Iterable[Start], value: Callable[[Measured], float]) -> float:
    """Return the mean, over the starts with any turn, of the median of a value of their turns."""
    return statistics.fmean(statistics.median(map(value, start.measured)) for start in starts if start.measured)


def _first_ms(measured: Measured) -> float:
    return measured.told.first_s * 1000


def _raw_first_ms(measured: Measured) -> float:
    return measured.raw["first_s"] * 1000


def _speed(measured: Measured) -> float:
    done = measured.told.done
    return (done.written_tokens - 1) / (done.total_s - done.first_token_s)
