"""What every measurement of the narrator is given: a world, a model, a folder, and how much of it to do.

Knows nothing of what is measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from game.hosting import usual_window
from game.llm.choice import ModelChoice
from game.llm.host import LlamaHost
from game.llm.limits import Limits
from game.llm.tuning import Tuning
from game.rules.world import World

_LOADING_S = 120.0


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured: turns at which first words are taken, how many there, and how often the rest is done."""

    marks: tuple[int, int, int] = (25, 200, 1_000)
    starts: int = 4
    """How often all programs are started at each mark and for the screen: a start settles how fast one computes."""
    at_each: int = 4
    read_turns: int = 40
    """Turns after three seconds of reading each, with looking ahead; without it there are fewer."""
    unaided_turns: int = 16
    streamed: int = 6
    """Tellings on the screen with each start."""
    resumed: int = 200
    resumes: int = 3
    breaks: int = 50
    """Cancels of each kind, yields of each kind, and crashes."""


QUICK = Extent(
    marks=(4, 8, 24), starts=2, at_each=1, read_turns=5, unaided_turns=4, streamed=2, resumed=20, resumes=1, breaks=5
)


@dataclass(frozen=True, slots=True)
class Stage:
    """world is one that never ends; folder is empty at first."""

    world: World
    choice: ModelChoice
    folder: Path
    extent: Extent
    gpu_layers: int = 0

    @property
    def window(self) -> int:
        """Return the tokens of a prompt and its reply, as in play."""
        return usual_window(self.choice)

    @contextmanager
    def host(self, *, window: int = 0, limits: Limits | None = None, shelf: Path | None = None) -> Iterator[LlamaHost]:
        """Yield a model that is loaded and has told nothing yet, and close it; shelf is where it keeps prompts."""
        host = LlamaHost(
            self.choice.path,
            log=self.folder / "model.log",
            template=self.choice.template,
            tuning=Tuning(window=window or self.window, gpu_layers=self.gpu_layers),
            limits=limits,
            shelf=shelf,
        )
        host.start()
        try:
            if not host.wait(_LOADING_S):
                raise SystemExit(f"bench: {host.status.message or 'the model did not load'}")
            yield host
        finally:
            host.close()


def everlasting(world: World) -> World:
    """Return a world without its endings, so that a run of it can be as long as is wanted."""
    return replace(world, endings={})
