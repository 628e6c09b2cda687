"""Texts that are written side by side: each as the game's own candidates are drawn, to the end of its limit."""

from __future__ import annotations

from collections.abc import Sequence
from operator import eq

from game.llm.worker.loading import Loaded
from game.story.model import Request, Sampling
from game.story.prose import words_in
from game.tune.evaluation.desk import Desk
from game.tune.evaluation.writer import TOGETHER, Wanted, texts
from tests.llm.hosts import asking


def written(desk: Desk, model: Loaded, requests: Sequence[Request]) -> list[str]:
    prompts = [model.template.prompt(each.messages) for each in requests]
    desk.lay(prompts[0][:8])
    wanted = [Wanted(each, prompt[8:]) for each, prompt in zip(requests, prompts, strict=True)]
    return [each.text for each in texts(desk, wanted)]


def test_a_seed_decides_what_is_written(desk: Desk, loaded: Loaded) -> None:
    first, again, other = (written(desk, loaded, [asking("Tell.", "Go.", seed=seed)]) for seed in (1, 1, 2))
    assert first == again != other


def test_texts_are_drawn_side_by_side_as_each_alone_but_for_what_is_as_likely(desk: Desk, loaded: Loaded) -> None:
    greedy = Sampling(temperature=0.0, repeat_penalty=1.0)
    requests = [asking("Tell.", word, sampling=greedy, max_tokens=4 + at % 3) for at, word in enumerate(WORDS)]
    together = written(desk, loaded, requests)
    assert len(together) == len(WORDS) > TOGETHER
    alone = [text for each in requests for text in written(desk, loaded, [each])]
    assert sum(map(eq, together, alone)) > len(WORDS) * 3 // 4


def test_a_text_ends_before_its_stop(desk: Desk, loaded: Loaded) -> None:
    request = asking("Tell.", "Go.", seed=3, max_tokens=40)
    (whole,) = written(desk, loaded, [request])
    stop = whole[len(whole) // 2]
    (text,) = written(desk, loaded, [asking("Tell.", "Go.", seed=3, max_tokens=40, stop=(stop,))])
    assert text == whole.partition(stop)[0]


def test_a_text_is_held_to_words_as_in_play(desk: Desk, loaded: Loaded) -> None:
    held = Sampling(words=("rain", "falls"))
    for text in written(desk, loaded, [asking("Tell.", word, sampling=held, max_tokens=40) for word in WORDS]):
        assert set(words_in(text)) <= {"rain", "falls"}


WORDS = [f"word {number}" for number in range(TOGETHER + 3)]
