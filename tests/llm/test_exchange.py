"""Questions and the frames that answer them."""

from __future__ import annotations

from game.llm.exchange import Exchanges, fingerprint_of

NOW = 0.0


def test_frames_reach_the_exchange_whose_number_they_bear() -> None:
    exchanges = Exchanges()
    one, other = exchanges.open("a"), exchanges.open("b")
    exchanges.hand({"is": "text", "id": other.number})
    assert (one.next(NOW), other.next(NOW)) == (None, {"is": "text", "id": other.number})


def test_nothing_follows_the_last_frame() -> None:
    exchanges = Exchanges()
    exchange = exchanges.open("a")
    assert exchanges.hand({"is": "done", "id": exchange.number})
    exchanges.hand({"is": "text", "id": exchange.number})
    assert exchange.next(NOW) == {"is": "done", "id": exchange.number}
    assert exchange.next(NOW) is None


def test_what_was_not_begun_is_no_suspect() -> None:
    exchanges = Exchanges()
    begun, _ = exchanges.open("begun"), exchanges.open("waiting")
    exchanges.hand({"is": "beat", "id": begun.number})
    assert exchanges.begun() == {"begun"}


def test_a_death_ends_every_exchange() -> None:
    exchanges = Exchanges()
    both = [exchanges.open("a"), exchanges.open("b")]
    exchanges.lose("It died.")
    assert [exchange.next(NOW) for exchange in both] == [{"is": "lost", "why": "It died."}] * 2
    assert exchanges.asked_at() is None


def test_asking_more_does_not_hide_a_silence() -> None:
    exchanges = Exchanges()
    exchanges.open("a")
    since = exchanges.asked_at()
    exchanges.open("b")
    assert exchanges.asked_at() == since


def test_nothing_is_awaited_of_an_exchange_that_was_dropped() -> None:
    exchanges = Exchanges()
    exchange = exchanges.open("a")
    assert exchanges.holds(exchange)
    exchanges.drop(exchange)
    assert not exchanges.holds(exchange)
    assert exchanges.asked_at() is None


def test_a_question_is_known_again_with_another_seed_or_slot_or_ahead_of_its_need() -> None:
    asked = {"is": "reply", "ahead": False, "request": {"seed": 1, "slot": "narrator", "messages": ["x"]}}
    again = {"is": "reply", "ahead": True, "request": {"seed": 2, "slot": "touch", "messages": ["x"]}}
    other = {"is": "reply", "request": {"seed": 1, "slot": "narrator", "messages": ["y"]}}
    assert fingerprint_of(asked) == fingerprint_of(again) != fingerprint_of(other)
