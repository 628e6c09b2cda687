"""Texts that come one upon the other."""

from __future__ import annotations

from game.llm.worker.gathering import Gathering
from game.story.model import Chunk, Done, Reply

DONE = Done("stop", 1, 1, 1, 0.0, 0.0)


def told(*timed: tuple[float, Reply]) -> list[Reply]:
    """Return what comes of replies that are made at some times, in seconds."""
    clock = [0.0]
    gathering, sent = Gathering(clock=lambda: clock[0]), list[Reply]()
    for clock[0], reply in timed:
        sent += gathering.take(reply)
    return sent


def test_the_first_text_comes_at_once() -> None:
    assert told((0.0, Chunk("The")), (0.001, Chunk(" fog")), (1.0, DONE)) == [Chunk("The"), Chunk(" fog"), DONE]


def test_texts_that_come_soon_are_joined() -> None:
    texts = [(0.04 * number, Chunk(str(number))) for number in range(7)]
    assert told(*texts) == [Chunk("0"), Chunk("123"), Chunk("456")]


def test_the_end_of_a_sentence_and_what_shows_that_it_is_one_come_at_once() -> None:
    pieces = ["The", " fog", " lies", ".", " It", " stays", " here"]
    texts = [(0.001 * number, Chunk(piece)) for number, piece in enumerate(pieces)]
    assert told(*texts, (0.01, DONE)) == [Chunk("The"), Chunk(" fog lies."), Chunk(" It"), Chunk(" stays here"), DONE]


def test_texts_that_come_slowly_are_not() -> None:
    assert told((0.0, Chunk("a")), (0.1, Chunk("b")), (0.2, Chunk("c"))) == [Chunk("a"), Chunk("b"), Chunk("c")]


def test_each_candidate_keeps_its_own() -> None:
    timed: list[tuple[float, Reply]] = [
        (0.0, Chunk("a", 0)),
        (0.01, Chunk("b", 0)),
        (0.01, Chunk("x", 1)),
        (0.02, Chunk("c", 0)),
        (0.03, DONE),
    ]
    assert told(*timed) == [Chunk("a", 0), Chunk("bc", 0), Chunk("x", 1), DONE]
