"""`python -m tests.bench.voice.telling`: a model tells generated turns; how much was held back, and what that took.

With --show each turn is printed: what the model was told, what was shown, and what was not and why.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from rich.console import Console

from game.llm.choice import find_file
from game.loader.find import list_worlds
from game.loader.load import load_world
from game.settings import load_settings, models_folder
from game.story.gating.counts import Counts, counts_of
from game.story.gating.judge import Judge
from game.story.model import Done, LanguageModel
from game.story.narrator import WAYS, Narrator, Way
from game.story.passages import Grew, Opened, Passage, gather
from game.story.reading import count_words
from tests.bench.figures import Figure, print_figures
from tests.bench.narrating.stage import Extent, Stage
from tests.bench.voice.situations import Situation, situations

ROOT = Path(__file__).parents[3]
SITUATIONS, ALL = 24, 200
CONTRADICTING = frozenset({"absent", "thing", "exit", "secret", "opposite"})
"""The reasons that say of a sentence that it contradicts the state, where no other was found first."""
PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Told:
    """A situation as it was told. false are the sentences shown that the judge would hold back, asked once more."""

    situation: Situation
    passages: tuple[Passage, ...]
    replies: tuple[Done, ...]
    false: int

    @property
    def counts(self) -> Counts:
        """Return its counts."""
        return counts_of(self.replies)

    @property
    def is_the_models(self) -> bool:
        """Return whether a model was asked for any of it."""
        return any(each.account for each in self.replies)


def tell(model: LanguageModel, each: Situation, way: Way = "model") -> Told:
    """Have a model tell a situation in a way, whatever its size."""
    narrator = Narrator(each.world, each.sentences, model, asked=way)
    pieces = list(narrator.tell(each.turn, Event(), way=way))
    replies = tuple(piece for piece in pieces if isinstance(piece, Done))
    false = sum(false_of(narrator.judges(each.world, each.sentences, each.turn), replies))
    return Told(each, gather(piece for piece in pieces if isinstance(piece, Opened | Grew)), replies, false)


def figures_of(told: Sequence[Told]) -> list[Figure]:
    """Return the figures of many tellings; those that no model was asked for are left out."""
    told = [each for each in told if each.is_the_models]
    counts = sum((each.counts for each in told), Counts())
    total_s = sum(reply.total_s for each in told for reply in each.replies)
    reasons = [
        Figure(f"… for {reason}", 100 * count / counts.raw, "%") for reason, count in counts.withheld.most_common()
    ]
    false = sum(each.false for each in told)
    contradicting = sum(count for reason, count in counts.withheld.items() if reason in CONTRADICTING)
    return [
        Figure("turns told by the model", counts.tellings, ""),
        Figure("sentences it told", counts.raw, ""),
        Figure("sentences that contradict the state, of those it told", _percent(contradicting, counts.raw), "%"),
        Figure("sentences held back, of those it told", _percent(counts.withheld.total(), counts.raw), "%"),
        *reasons,
        Figure("sentences shown that the judge would hold back", false, "", goal="= 0", met=not false),
        Figure("tellings repaired", _percent(counts.repaired, counts.tellings), "%"),
        Figure("tellings in which the author's words took over", _percent(counts.given_up, counts.tellings), "%"),
        Figure("words shown that are the author's", _authors_share(told), "%"),
        Figure("times told again, for each telling", counts.retries / max(counts.tellings, 1), ""),
        Figure("extra time, for each telling", 1000 * counts.seconds / max(counts.tellings, 1), "ms"),
        Figure("extra time, of all the model's", _percent(counts.seconds, total_s), "%"),
    ]


def false_of(judge: Judge, replies: Iterable[Done]) -> Iterator[bool]:
    """Yield of each sentence shown whether a judge would hold it back; a telling that is told again goes on."""
    before: list[str] = []
    for done in replies:
        before = before if done.account and done.account.number else []
        speaker = done.slot.removeprefix(PERSON) if done.slot.startswith(PERSON) else ""
        for sentence in (each.sentence for each in (done.account.heard if done.account else ()) if not each.fate):
            verdict = judge.line(sentence, speaker, before) if speaker else judge.scene(sentence, before)
            yield verdict is not None
            before.append(sentence)


def _authors_share(told: Iterable[Told]) -> float:
    passages = [passage for each in told for passage in each.passages]
    authors = count_words(each.text for each in passages if each.source == "author")
    return _percent(authors, count_words(each.text for each in passages))


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def measure_telling(
    model: str | None,
    *,
    way: Way = "model",
    count: int = SITUATIONS,
    gpu_layers: int = 0,
    show: Console | None = None,
) -> list[Figure]:
    """Return the figures of so many situations in all shipped worlds, told by a model, the starter where none is named.

    Each is printed on a console where there is one to show it.
    """
    choice = find_file(model, cache=load_settings().cache, models=models_folder())
    if choice is None:
        raise SystemExit("bench: there is no model to measure")
    worlds = [load_world(each.path) for each in list_worlds([ROOT / "worlds"])]
    with TemporaryDirectory() as folder:
        stage = Stage(worlds[0], choice, Path(folder), Extent(), gpu_layers)
        with stage.host() as host:
            return figures_of([*_tell_all(host, situations(worlds, count), way, show)])


def main() -> None:
    """Measure, and print the figures."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.voice.telling")
    options.add_argument("--model", help="a catalogue name or a GGUF file; the starter without it")
    options.add_argument("--gpu-layers", type=int, default=0, help="layers put on the GPU; -1 for all")
    options.add_argument("--way", choices=WAYS[1:], default="model", help="told whole by it, or with a touch of it")
    options.add_argument("--situations", type=int, default=SITUATIONS, help=f"how many; {ALL} for a whole measurement")
    options.add_argument("--show", action="store_true", help="print what was told")
    given = options.parse_args()
    show = Console() if given.show else None
    extent = {"count": given.situations, "gpu_layers": given.gpu_layers}
    print_figures("Generated turns", measure_telling(given.model, way=given.way, **extent, show=show))


def _tell_all(model: LanguageModel, each_of: Iterable[Situation], way: Way, console: Console | None) -> Iterator[Told]:
    for each in each_of:
        told = tell(model, each, way)
        if console and told.is_the_models:
            console.print("\n".join(_lines(told)), markup=False, highlight=False)
        yield told


def _lines(told: Told) -> Iterator[str]:
    """Yield a telling for whoever reads it."""
    yield f"===== {told.situation.world.id}: {told.situation.turn.words}"
    for account in (each.account for each in told.replies if each.account):
        yield from (f"  {line}" for line in account.asked.splitlines())
        yield from (f"  ✗ {each.fate} [{each.words}] {each.sentence}" for each in account.heard if each.fate)
    yield from (f"{each.source}: {each.text}" for each in told.passages)


if __name__ == "__main__":
    main()
