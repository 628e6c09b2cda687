"""How likely texts are, asked of a worker process: as in reply, nothing that happens to it costs the game."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from game.errors import ModelError, ModelLost
from game.llm.host import LlamaHost
from game.llm.late import LateModel
from game.story.model import Message, Weighing
from tests.llm.hosts import PATIENCE_S, QUICK, asking, started, told, until, worker_of

TEXTS = ("take the lamp", "go", "ask the miller")
WEIGHING = Weighing("parser", asking("Choose.", "Snatch it.").messages, TEXTS)
ENDLESS = Weighing("parser", (Message("user", "z" * 3000),), tuple(f"{'x' * 800}{number}" for number in range(256)))


def test_texts_are_weighed_in_nats(tiny: LlamaHost) -> None:
    weights = tiny.weigh(WEIGHING)
    assert len(weights) == len(TEXTS)
    assert max(weights) < 0


def test_the_same_is_weighed_after_a_telling_in_between(tiny: LlamaHost) -> None:
    before = tiny.weigh(WEIGHING)
    told(tiny, asking("Be.", "Who?"))
    assert tiny.weigh(WEIGHING) == pytest.approx(before, rel=1e-3)


def test_what_nobody_waits_for_is_weighed_too(tiny: LlamaHost) -> None:
    assert tiny.weigh(WEIGHING, due=Event()) == pytest.approx(tiny.weigh(WEIGHING), rel=1e-3)


def test_stopping_leaves_nothing(tiny: LlamaHost) -> None:
    stop = Event()
    stop.set()
    assert tiny.weigh(ENDLESS, stop) == ()


def test_what_cannot_be_weighed_says_why(tiny: LlamaHost) -> None:
    with pytest.raises(ModelError, match="0 texts to weigh"):
        tiny.weigh(Weighing("parser", WEIGHING.messages, ()))


def test_a_process_that_dies_is_lost_and_the_next_one_weighs(tiny_path: Path, tmp_path: Path) -> None:
    lost: list[ModelLost] = []
    with started(tiny_path, tmp_path / "log", limits=QUICK) as host:
        assert host.wait(PATIENCE_S)

        def weigh() -> None:
            try:
                host.weigh(ENDLESS)
            except ModelLost as error:
                lost.append(error)

        thread = Thread(target=weigh)
        thread.start()
        until(lambda: host._exchanges.asked_at() is not None)
        worker_of(host).kill()
        thread.join(PATIENCE_S)
        assert len(lost) == 1
        until(lambda: host.wait(PATIENCE_S))
        assert len(host.weigh(WEIGHING)) == len(TEXTS)


def test_a_model_that_was_found_late_weighs(tiny_path: Path, tmp_path: Path) -> None:
    late = LateModel(lambda: ("Tiny", LlamaHost(tiny_path, log=tmp_path / "log")))
    with pytest.raises(ModelError, match="still being made ready"):
        late.weigh(WEIGHING)
    late.start()
    assert late.wait(PATIENCE_S), late.status
    assert len(late.weigh(WEIGHING)) == len(TEXTS)
    late.close()
