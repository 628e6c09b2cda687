"""Banned phrases in a worker's replies, from models with random weights and from the starter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.llm.host import LlamaHost
from game.llm.worker.bans import Bans
from game.story.model import Sampling
from tests.llm.conftest import starter_file
from tests.llm.hosts import PATIENCE_S, asking, started, told
from tests.llm.tiny_gguf import write_mamba

GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)
SEA = ("You tell a story by the sea.", "Describe the fog.")


def banning(*phrases: str, sampling: Sampling = GREEDY) -> Sampling:
    return replace(sampling, banned=phrases)


def holds(text: str, *phrases: str) -> bool:
    return any(match.stage == "whole" for match in Bans(phrases).matches(f"{text}.", 0))


def phrase_of(text: str, start: int, *, absent: str = "") -> str:
    """Return two letters that can be banned, from a place in a text on, and that the text before and another lack."""
    pairs = (text[at : at + 2] for at in range(start, len(text)))
    lacking = text[: start + 1] + absent
    return next(pair for pair in pairs if pair.isprintable() and holds(text, pair) and not holds(lacking, pair))


def test_a_banned_phrase_is_not_told_and_what_stood_before_it_is(tiny: LlamaHost) -> None:
    (text,), _ = told(tiny, asking("Be.", "Who?", sampling=Sampling(), max_tokens=60))
    phrase = phrase_of(text, 20)
    (other,), done = told(tiny, asking("Be.", "Who?", sampling=banning(phrase, sampling=Sampling()), max_tokens=60))
    assert (other[:20], holds(other, phrase)) == (text[:20], False)
    assert (done.written_tokens, done.reason) == (60, "length")


def test_a_reply_that_began_anew_leaves_its_slot_as_the_prompt_left_it(tiny: LlamaHost) -> None:
    (text,), _ = told(tiny, asking("Be.", "Anew.", slot="anew"))
    (other,), _ = told(tiny, asking("Be.", "Anew.", slot="anew", sampling=banning(text[:1], sampling=Sampling())))
    (again,), done = told(tiny, asking("Be.", "Anew.", slot="anew"))
    assert (other[:1] == text[:1], again, done.read_tokens) == (False, text, 1)


def test_one_candidate_goes_back_while_another_goes_on(tiny: LlamaHost) -> None:
    first, second = told(tiny, asking("Be.", "Who?", candidates=2))[0]
    phrase = phrase_of(second, 4, absent=first)
    sampling = banning(phrase, sampling=Sampling())
    still, other = told(tiny, asking("Be.", "Who?", candidates=2, sampling=sampling))[0]
    assert (still, other[:4], holds(other, phrase)) == (first, second[:4], False)


def test_a_model_that_cannot_go_back_does_not_tell_a_banned_phrase_either(tmp_path: Path) -> None:
    with started(write_mamba(tmp_path / "mamba.gguf"), tmp_path / "mamba.log") as host:
        assert host.wait(PATIENCE_S), host.status
        (text,), _ = told(host, asking("Be.", "Who?", sampling=GREEDY))
        phrase = phrase_of(text, 4)
        (other,), done = told(host, asking("Be.", "Who?", sampling=banning(phrase)))
        assert (other[:4], holds(other, phrase), done.reason) == (text[:4], False, "length")


@pytest.mark.model
def test_the_starter_says_it_otherwise_each_time_it_is_banned(starter: LlamaHost) -> None:
    banned: list[str] = []
    for _ in range(4):
        (text,), done = told(starter, asking(*SEA, sampling=banning(*banned)))
        assert (holds(text, *banned), done.written_tokens) == (False, 24)
        banned.append(" ".join(text.split()[:3]))
    assert len(set(banned)) == 4


@pytest.mark.model
def test_a_word_that_the_starter_is_told_to_say_is_not_said(starter: LlamaHost) -> None:
    asked = asking("Count.", "Count to six.", "one, two, three,", sampling=GREEDY, max_tokens=12)
    (text,), _ = told(starter, asked)
    (other,), _ = told(starter, replace(asked, sampling=banning("five, six")))
    assert (holds(text, "five, six"), holds(other, "five, six")) == (True, False)
    assert other.startswith(text[: text.index(" five")])


@pytest.mark.model
def test_two_workers_tell_the_same_request_alike_where_it_is_their_first(tmp_path: Path) -> None:
    request = asking(*SEA, sampling=Sampling(dry_multiplier=0.8, xtc_probability=0.5, banned=("the fog",)))
    texts = []
    for name in ("one", "other"):
        with started(starter_file(), tmp_path / f"{name}.log") as host:
            assert host.wait(PATIENCE_S), host.status
            texts.append(told(host, request)[0])
    assert texts[0] == texts[1]
