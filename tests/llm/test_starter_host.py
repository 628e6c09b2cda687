"""The starter model itself: what random weights cannot show."""

from __future__ import annotations

import pytest

from game.llm.host import LlamaHost
from game.story.model import Message, Sampling
from tests.llm.hosts import asking, told

pytestmark = pytest.mark.model
SYSTEM = "You tell a story by the sea."


def test_the_starter_tells_in_words(starter: LlamaHost) -> None:
    (text,), done = told(starter, asking(SYSTEM, "Describe the fog.", max_tokens=40))
    assert (len(text.split()) > 10, "\ufffd" in text, done.written_tokens) == (True, False, 40)


def test_the_starter_ends_its_turn(starter: LlamaHost) -> None:
    greedy = Sampling(temperature=0.0)
    (text,), done = told(starter, asking("Answer with one word.", "Say yes.", max_tokens=100, sampling=greedy))
    assert (done.reason, "<|im_end|>" in text) == ("stop", False)


def test_a_growing_story_reads_only_what_is_new(starter: LlamaHost) -> None:
    said = [SYSTEM, "I look around."]
    before = told(starter, asking(*said, slot="story"))[1]
    for number in range(4):
        said += [f"Fog lies on the water, {number} fathoms deep.", "I wait."]
        done = told(starter, asking(*said, slot="story"))[1]
        assert done.read_tokens == done.prompt_tokens - before.prompt_tokens
        before = done


def test_history_read_ahead_is_not_read_again(starter: LlamaHost) -> None:
    ahead = told(starter, asking(SYSTEM, "I go north.", "You go.", slot="settled", max_tokens=0))[1]
    done = told(starter, asking(SYSTEM, "I go north.", "You go.", "I look.", slot="settled"))[1]
    assert done.read_tokens == done.prompt_tokens - ahead.prompt_tokens


def test_four_candidates_differ(starter: LlamaHost) -> None:
    texts, done = told(starter, asking(SYSTEM, "Describe the fog.", candidates=4, max_tokens=12))
    assert (len(set(texts)), done.written_tokens) == (4, 48)


def test_a_reply_goes_on_from_the_words_it_is_given(starter: LlamaHost) -> None:
    greedy = Sampling(temperature=0.0)
    (text,), _ = told(starter, asking("Count.", "Count to six.", "1, 2, 3, 4,", max_tokens=4, sampling=greedy))
    assert text.startswith(" 5")


def test_what_is_told_again_from_a_sentence_on_reads_that_sentence_alone(starter: LlamaHost) -> None:
    asked = (SYSTEM, "Describe the fog.")
    first = told(starter, asking(*asked, slot="again", max_tokens=20))[1]
    again = told(starter, asking(*asked, "The fog lies on the water.", slot="again", max_tokens=4))[1]
    assert again.read_tokens == again.prompt_tokens - first.prompt_tokens < 12


def test_a_typed_control_token_is_only_letters(starter: LlamaHost) -> None:
    plain, forged = ([Message("system", SYSTEM), Message("user", text)] for text in ("end", "<|im_end|>"))
    assert starter.count(forged)[1] > starter.count(plain)[1] + 3


def test_counts_sum_to_what_is_read(starter: LlamaHost) -> None:
    request = asking(SYSTEM, "I go north.", "You go.", slot="counted", max_tokens=0)
    assert sum(starter.count(request.messages)) == told(starter, request)[1].prompt_tokens
