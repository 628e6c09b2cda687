"""A program that plays is killed at random moments: every turn that it said was saved is there, and the run goes on."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from itertools import chain, takewhile
from pathlib import Path

import pytest

from game.loader.load import load_world
from game.session.opening import open_session
from tests.faults.extent import LONGEST_S, extent
from tests.faults.ledger import Ledger
from tests.faults.player import RUN
from tests.faults.players import Life, Order, Players
from tests.faults.simple import told
from tests.kit import inn
from tests.scripted import ScriptedModel

SALTMARROW = Path(__file__).parents[2] / "worlds" / "saltmarrow"
_LIVES_OF_A_RUN = 20
_LONGEST_BEGINNING_S = 0.03
_LONGEST_LIFE_S = 0.15


def killed(players: Players, order: Order, moments: random.Random) -> Life:
    """Return a life that was killed at a random moment: a third of them before they said anything."""
    pid, lines = players.begin(order)
    if moments.random() < 1 / 3:
        time.sleep(moments.uniform(0, _LONGEST_BEGINNING_S))
        first = []
    else:
        first = [next(lines)]
        time.sleep(moments.uniform(0, _LONGEST_LIFE_S))
    os.kill(pid, signal.SIGKILL)
    return players.end(chain(first, lines))


@pytest.mark.timeout(LONGEST_S)
def test_no_acknowledged_turn_is_lost_to_sigkill(tmp_path: Path, figure: Callable[[str], None]) -> None:
    kills, moments, world = extent(40, 400), random.Random(4), load_world(SALTMARROW)
    ledgers: list[Ledger] = []
    with Players(str(SALTMARROW)) as players:
        for number in range(kills):
            if number % _LIVES_OF_A_RUN == 0:
                ledgers.append(Ledger())
            saves = tmp_path / str(number // _LIVES_OF_A_RUN)
            life = killed(players, Order(str(saves), seed=number), moments)
            assert life.code == -signal.SIGKILL
            ledgers[-1].read(life.said)
            ledgers[-1].check(saves, world)
    promises = sum(ledger.promises for ledger in ledgers)
    turns = sum(len(ledger.turns) for ledger in ledgers)
    assert turns > kills
    figure(f"kills: {kills:,} by SIGKILL, {turns:,} turns and {promises:,} promises in all, 0 lost, every file sound")


@pytest.mark.parametrize("words", [0, 1, 2])
def test_a_turn_whose_telling_was_killed_is_told_by_its_author_and_may_be_told_again(
    tmp_path: Path, words: int
) -> None:
    with Players("inn") as players:
        pid, lines = players.begin(Order(str(tmp_path), ("take lamp", f":hold {words}", "wait")))
        before = list(takewhile(lambda line: line != ["held"], lines))
        os.kill(pid, signal.SIGKILL)
        assert players.end(chain(before, lines)).code == -signal.SIGKILL
    session = open_session(inn(), tmp_path, ScriptedModel(["Once more."]), run=RUN)
    shown = told(session.begin())
    assert (session.run.current().depth, shown.count("Time passes.")) == (2, 1)
    assert "Once more." in told(session.submit("/retry"))
    assert [each.narrator for each in session.run.tellings(3)] == ["authored", "model"]
    session.close()
