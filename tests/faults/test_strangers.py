"""A world from a stranger is read or refused with a sentence, in 3 s of a core and 256 MB: held to it by the system."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, note, settings

from tests.faults.extent import LONGEST_S, extent
from tests.faults.monsters import LARGE, SMALL
from tests.faults.mutations import SEEDS, mutated
from tests.faults.strangers import WIDE, Files, Strangers

WORLD = "world.toml"


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strangers]:
    """Yield the program that visits worlds."""
    with Strangers(tmp_path_factory.mktemp("strangers")) as strangers:
        yield strangers


@pytest.mark.parametrize(("files", "world"), SEEDS, ids=[world for _, world in SEEDS])
def test_a_world_as_it_is_is_well_within_the_bounds(strangers: Strangers, files: Files, world: str) -> None:
    answer = strangers.visit(files, world)
    assert answer.is_well, answer


@pytest.mark.parametrize("monster", SMALL.values(), ids=SMALL)
def test_a_monster_is_read_or_refused_within_them(strangers: Strangers, monster: str | bytes) -> None:
    content = monster.encode() if isinstance(monster, str) else monster
    answer = strangers.visit({WORLD: content}, WORLD)
    assert answer.is_well, answer


@pytest.mark.parametrize("monster", list(LARGE)[:: extent(4, 1)])
def test_a_large_one_never_hangs(strangers: Strangers, monster: str) -> None:
    answer = strangers.visit({WORLD: LARGE[monster]().encode()}, WORLD, WIDE)
    assert answer.is_well, answer


@pytest.mark.timeout(LONGEST_S)
@settings(max_examples=extent(40, 5_000), deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(mutated())
def test_a_mutated_world_is_read_or_refused_within_them(strangers: Strangers, world: tuple[Files, str]) -> None:
    answer = strangers.visit(*world)
    if not answer.is_well:
        changed = {name: text for name, text in world[0].items() if (text, name) not in _SEEDED}
        note(f"{world[1]}: {changed}")
    assert answer.is_well, answer


_SEEDED = {(text, name) for files, _ in SEEDS for name, text in files.items()}
