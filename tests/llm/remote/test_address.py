"""From a player's words to a server."""

from __future__ import annotations

import pytest

from game.errors import ModelError
from game.llm.remote.address import Address, is_address, parse_address


@pytest.mark.parametrize(
    ("words", "base", "model"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1", ""),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/v1", ""),
        (" http://127.0.0.1:8080/v1/ ", "http://127.0.0.1:8080/v1", ""),
        ("HTTPS://models.example/api/v1#org/Big-7B", "https://models.example/api/v1", "org/Big-7B"),
        ("http://[::1]:8000#llama3.2:1b", "http://[::1]:8000/v1", "llama3.2:1b"),
        ("http://host#two%20words", "http://host/v1", "two words"),
    ],
)
def test_an_address_is_taken_apart(words: str, base: str, model: str) -> None:
    assert is_address(words.strip())
    assert parse_address(words) == Address(base, model)


@pytest.mark.parametrize("words", ["starter", "models/a.gguf", "ftp://host", "/http://host"])
def test_other_words_are_no_address(words: str) -> None:
    assert not is_address(words)


@pytest.mark.parametrize(
    "words", ["http://", "http://host:port", "http://host:99999", "http://[::1", "http://a b", "http://host\x1b[2J"]
)
def test_what_is_no_address_is_told_the_form(words: str) -> None:
    with pytest.raises(ModelError, match="is no server's address: an address is http://HOST:PORT") as refused:
        parse_address(words)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("words", ["https://key@host/v1", "https://me:sesame@host/v1", "https://:sesame@host:port/v1"])
def test_a_secret_in_an_address_is_refused_and_not_repeated(words: str) -> None:
    with pytest.raises(ModelError) as refused:
        parse_address(words)
    assert "sesame" not in str(refused.value)
    assert "key@" not in str(refused.value)


def test_a_question_in_an_address_is_refused() -> None:
    with pytest.raises(ModelError, match="asks something"):
        parse_address("https://host/v1?version=3")


@pytest.mark.parametrize(
    ("words", "is_loopback", "is_private"),
    [
        ("http://127.0.0.1:1", True, True),
        ("http://localhost:1", True, True),
        ("http://[::1]:1", True, True),
        ("http://10.0.0.7:1", False, False),
        ("https://models.example", False, True),
    ],
)
def test_an_address_says_who_can_listen(words: str, is_loopback: bool, is_private: bool) -> None:
    address = parse_address(words)
    assert (address.is_loopback, address.is_private) == (is_loopback, is_private)


def test_what_is_not_in_the_api_is_asked_above_it() -> None:
    assert parse_address("http://host:1/v1").root == "http://host:1"
    assert parse_address("http://host:1/api").root == "http://host:1/api"


def test_each_model_of_a_server_has_a_digest_of_its_own() -> None:
    address = parse_address("http://host:1")
    assert address.digest("a") != address.digest("b")
    assert address.digest("a").startswith("remote:")
    assert str(parse_address("http://host:1#a")) == "http://host:1/v1#a"
