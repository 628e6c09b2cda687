"""A whole making, by the child that does it, and its model in the game."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from game.llm.files import sha256_of
from game.loader.load import load_world
from game.story.model import Message, Request, Sampling
from game.tune.school.tiny.vocabulary import Vocabulary, learned_from
from game.tune.tiny.maker import Order, make
from game.tune.tiny.sides import sides_of
from tests.llm.hosts import PATIENCE_S, started, told
from tests.tune.school.tiny.made import marks_by_llama_cpp

CLOAK = Path("worlds/cloak-of-darkness.toml")
ASKED = (Message("user", "Look around"),)
SIDES = sides_of([load_world(CLOAK)])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """Return the last that was said of each stage."""
    return making(tmp_path_factory.mktemp("made") / "tiny.gguf", steps=80)


def vocabulary() -> Vocabulary:
    return learned_from(each.messages() for each in SIDES.train)


def making(out: Path, *, steps: int, seed: int = 7) -> dict[str, Any]:
    return {event["is"]: event for event in make(Order((CLOAK,), out, steps, seed))}


def test_it_learns_what_it_reads_of_and_stays_small(made: Mapping[str, Any]) -> None:
    assert made["before"]["perplexity"] == pytest.approx(made["tokens"]["known"], rel=0.2)
    assert made["after"]["perplexity"] < 0.5 * made["before"]["perplexity"]
    assert made["after"]["accuracy"] > 5 * made["before"]["accuracy"]
    assert made["written"]["bytes"] == Path(made["written"]["path"]).stat().st_size < 2_000_000


def test_llama_cpp_finds_the_same_perplexity(made: Mapping[str, Any]) -> None:
    tokens = [token for each in SIDES.held_out for token in vocabulary().chat(each.messages())]
    found = marks_by_llama_cpp(Path(made["written"]["path"]), tokens)
    assert found.perplexity == pytest.approx(made["after"]["perplexity"], rel=0.02)


def test_the_same_seed_makes_the_same_file(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.gguf" for number in range(3)]
    for file, seed in zip(files, (7, 7, 8), strict=True):
        making(file, steps=10, seed=seed)
    first, again, other = map(sha256_of, files)
    assert first == again != other


def test_the_game_loads_it_and_it_answers(made: Mapping[str, Any], tmp_path: Path) -> None:
    asked = [*vocabulary().chat(ASKED), *vocabulary().reply()]
    with started(Path(made["written"]["path"]), tmp_path / "host.log") as host:
        assert host.wait(PATIENCE_S), host.status
        assert host.info is not None
        assert (host.info.name, host.info.window) == ("Tiny (Cloak of Darkness)", 4096)
        (text,), done = told(host, Request("narrator", ASKED, 1, 20, sampling=Sampling(temperature=0.0)))
    assert (len(text) > 10, done.prompt_tokens) == (True, len(asked))
