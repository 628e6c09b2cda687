"""The model's process killed in the middle of a telling, again and again: when the model tells on, and what was lost.

Meanwhile a hurried player plays on in the author's words. A new process is started after every death, however many.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import cycle
from random import Random

from game.llm.host import LlamaHost
from game.llm.limits import Limits
from game.session.session import Session
from game.session.turn_events import Committed, TurnEvent
from game.storage.snapshot import Snapshot
from game.story.passages import Grew, Opened
from tests.bench.figures import Figure, p95
from tests.bench.narrating.playing import Ahead, begun
from tests.bench.narrating.stage import Stage
from tests.llm.hosts import worker_of

_WINDOW = 2048
_HURRIED_S = 0.25
_MOST_PIECES = 10
_WORDS = ("look", "wait")


@dataclass(slots=True)
class Player:
    """Who plays on, how often the model was killed meanwhile, and the seconds from each death to its next words.

    committed counts the turns that were said to be on the disk.
    """

    session: Session
    host: LlamaHost
    committed: int
    kills: int = 0
    waits: list[float] = field(default_factory=list)
    _killed_at: float | None = None
    _luck: Random = field(default_factory=lambda: Random(7))

    def play(self, words: str, *, most: int) -> None:
        """Play a turn when the model is there or does not come soon; kill it on its way, at most so often in all."""
        self.host.wait(_HURRIED_S)
        heard, until = 0, self._luck.randint(1, _MOST_PIECES)
        for event in self.session.submit(words):
            self.committed += isinstance(event, Committed)
            if not _is_told(event):
                continue
            heard += 1
            if heard == 1:
                self._note_words()
            if heard == until and self.kills < most:
                self._kill()

    def _note_words(self) -> None:
        if self._killed_at is not None:
            self.waits.append(time.perf_counter() - self._killed_at)
            self._killed_at = None

    def _kill(self) -> None:
        worker_of(self.host).kill()
        self.kills, self._killed_at = self.kills + 1, time.perf_counter()


def measure_crashing(stage: Stage) -> list[Figure]:
    """Return the seconds from a crash to the next words told by the model, and the turns that are not in the file."""
    most = stage.extent.breaks
    limits = Limits(deaths=most + 1)
    with stage.host(window=_WINDOW, limits=limits) as host:
        session = begun(stage, host, "crashes", Ahead())
        player = Player(session, host, committed=session.run.current().depth)
        for words in cycle(_WORDS):
            player.play(words, most=most)
            if len(player.waits) == most:
                break
        session.close()
    saved = Snapshot(session.run.file)
    saved.quick_check()
    lost = player.committed - (len(saved.tree()) - 1)
    return [
        Figure(f"from a crash to the next words the model tells, 95% of {most}", p95(player.waits), "s"),
        Figure(f"turns lost by {most} crashes, of {player.committed}", lost, "turns", goal="= 0", met=lost == 0),
    ]


def _is_told(event: TurnEvent) -> bool:
    """Return whether words of the model come with an event, or words that belong to them."""
    return isinstance(event, Grew) or (isinstance(event, Opened) and event.passage.source == "model")
