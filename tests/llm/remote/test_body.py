"""What a server is asked for a candidate."""

from __future__ import annotations

import pytest

from game.llm.remote.body import EXTRAS, body_of, refused_in
from game.llm.remote.line import Body
from game.llm.seeds import candidate_seed
from game.story.model import Message, Request, Sampling
from tests.llm.hosts import asking

NOTHING: frozenset[str] = frozenset()


def body(request: Request, candidate: int = 0, refused: frozenset[str] = NOTHING) -> Body:
    return body_of(request, candidate, model="big", refused=refused)


def test_a_request_is_put_into_words_that_servers_know() -> None:
    asked = body(asking("be brief", "hello", max_tokens=40, stop=("\n",), sampling=Sampling(0.5, 0.2, 1.3, 32)))
    assert asked["messages"] == [{"role": "system", "content": "be brief"}, {"role": "user", "content": "hello"}]
    assert (asked["model"], asked["max_tokens"], asked["stop"], asked["stream"]) == ("big", 40, ["\n"], True)
    assert (asked["temperature"], asked["min_p"], asked["repeat_penalty"], asked["repeat_last_n"]) == (
        0.5,
        0.2,
        1.3,
        32,
    )


def test_what_is_off_is_not_asked_for_and_what_is_on_is() -> None:
    assert not {"dry_multiplier", "xtc_probability"} & body(asking("be brief", "hello")).keys()
    asked = body(asking("be brief", "hello", sampling=Sampling(dry_multiplier=0.8, xtc_probability=0.5)))
    assert (asked["dry_multiplier"], asked["dry_penalty_last_n"], asked["xtc_threshold"]) == (0.8, 256, 0.1)


def test_a_server_is_told_what_it_must_not_write() -> None:
    asked = body(asking("be brief", "hello", sampling=Sampling(banned=("a testament to", "little did"))))
    assert asked["messages"][0]["content"] == "be brief\nNever write: a testament to, little did."
    assert asked["messages"][1]["content"] == "hello"


def test_each_candidate_has_the_seed_it_has_on_this_machine() -> None:
    request = asking("be brief", "hello", seed=7)
    assert [body(request, candidate)["seed"] for candidate in range(3)] == [
        candidate_seed(7, each) for each in range(3)
    ]


def test_a_reply_that_goes_on_says_so_in_every_dialect() -> None:
    assert "continue_final_message" not in body(asking("be brief", "hello"))
    asked = body(asking("be brief", "hello", "The fog"))
    assert (asked["continue_final_message"], asked["add_generation_prompt"]) == (True, False)
    assert asked["messages"][-1] == {"role": "assistant", "content": "The fog"}


def test_half_a_character_from_a_terminal_can_be_sent() -> None:
    asked = body(Request("narrator", (Message("user", "caf\udcc3"),), 1, 8))
    assert asked["messages"][0]["content"] == "caf?"


def test_what_is_refused_is_left_out() -> None:
    left = body(asking("be brief", "hello"), refused=EXTRAS | {"seed"})
    assert not left.keys() & (EXTRAS | {"seed"})
    assert left["max_tokens"] == 24


def test_the_limit_has_another_name_elsewhere() -> None:
    left = body(asking("be brief", "hello"), refused=frozenset({"max_tokens"}))
    assert "max_tokens" not in left
    assert left["max_completion_tokens"] == 24


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("Unrecognized request argument supplied: min_p", {"min_p", "repeat_penalty", "repeat_last_n"}),
        ("seed: Extra inputs are not permitted", {"seed"}),
        ("'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", {"max_tokens"}),
        ("Bad request", {"min_p", "repeat_penalty", "repeat_last_n"}),
    ],
)
def test_what_a_server_names_is_left_out_and_the_extras_together(words: str, refused: set[str]) -> None:
    found = refused_in(body(asking("be brief", "hello")), words)
    assert found - {"chat_template_kwargs"} == refused


def test_nothing_is_left_to_try_when_a_bare_body_is_refused() -> None:
    bare = body(asking("be brief", "hello"), refused=EXTRAS)
    assert refused_in(bare, "the roles must alternate") == NOTHING
