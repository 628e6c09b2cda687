"""Frames between a game and its model's process."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.llm.wire import (
    MAX_BODY,
    Frame,
    Unpacker,
    WireError,
    info_from_wire,
    messages_from_wire,
    messages_to_wire,
    pack,
    request_from_wire,
    request_to_wire,
    weighing_from_wire,
    weighing_to_wire,
)
from game.story.model import Message, ModelInfo, Placement, Request, Sampling, Weighing

FRAMES = st.lists(st.fixed_dictionaries({"is": st.text(), "text": st.text(st.characters())}), max_size=5)


@given(FRAMES, st.integers(1, 40))
def test_frames_come_out_as_they_went_in_however_they_are_cut(frames: list[Frame], size: int) -> None:
    stream = b"".join(map(pack, frames))
    unpacker = Unpacker()
    pieces = [stream[at : at + size] for at in range(0, len(stream), size)]
    assert [frame for piece in pieces for frame in unpacker.feed(piece)] == frames


def test_a_frame_is_a_length_and_json() -> None:
    assert pack({"is": "beat"}) == b"\x00\x00\x00\x0d" + b'{"is":"beat"}'


@pytest.mark.parametrize("placement", [None, Placement(30, 12, "A card", "memory", ("all layers (no)",), 6144, 1, 2)])
def test_what_is_known_of_a_model_comes_out_as_it_went_in(placement: Placement | None) -> None:
    info = ModelInfo("A model", 135, 4096, "digest", placement)
    (frame,) = Unpacker().feed(pack({"is": "ready", "info": asdict(info)}))
    assert info_from_wire(frame["info"]) == info


def test_half_a_surrogate_pair_passes() -> None:
    assert list(Unpacker().feed(pack({"is": "text", "text": "\ud800"}))) == [{"is": "text", "text": "\ud800"}]


def test_a_frame_over_the_limit_is_not_sent() -> None:
    with pytest.raises(WireError):
        pack({"is": "text", "text": "x" * MAX_BODY})


def test_a_frame_over_the_limit_is_refused_before_it_arrives() -> None:
    with pytest.raises(WireError):
        list(Unpacker().feed(struct.pack(">I", MAX_BODY + 1)))


@pytest.mark.parametrize("body", [b"hello", b"\xff", b"[]", b"{}", b'{"is": 1}', b"[" * 100_000])
def test_what_is_no_frame_is_refused(body: bytes) -> None:
    with pytest.raises(WireError):
        list(Unpacker().feed(struct.pack(">I", len(body)) + body))


def test_a_request_comes_out_as_it_went_in() -> None:
    messages = (Message("system", "a"), Message("user", "é\n"))
    sampling = Sampling(0.0, 0.2, dry_multiplier=0.5, spared=("Mira",), banned=("a testament to", "你感到"))
    request = Request("person:mira", messages, 2**63, 9, candidates=3, sampling=sampling, stop=("\n",))
    assert request_from_wire(json.loads(json.dumps(request_to_wire(request)))) == request


def test_messages_come_out_as_they_went_in() -> None:
    messages = (Message("assistant", "a"), Message("user", ""))
    assert messages_from_wire(messages_to_wire(messages)) == messages


def test_a_question_of_likelihoods_comes_out_as_it_went_in() -> None:
    weighing = Weighing("parser", (Message("user", "snatch it"),), ("take the lamp", "go"))
    assert weighing_from_wire(json.loads(json.dumps(weighing_to_wire(weighing)))) == weighing
