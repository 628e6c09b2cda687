"""What the tests of faults share: figures, which are printed when all is done, and the programs that they break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.players import Players
from tests.faults.shim import build

_FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture
def figure(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Return what keeps a line of figures for the end of the report."""

    def keep(line: str) -> None:
        record_property("figure", line)
        request.config.stash.setdefault(_FIGURES, []).append(line)

    return keep


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures."""
    if lines := config.stash.get(_FIGURES, []):
        terminalreporter.section("faults")
        for line in lines:
            terminalreporter.line(line)


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the shim, built; skip where there is no compiler."""
    return build(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="module")
def players(shim: Path) -> Iterator[Players]:
    """Yield a program that plays the inn in forks of itself, its disk behind the shim."""
    with Players("inn", shim=shim) as players:
        yield players
