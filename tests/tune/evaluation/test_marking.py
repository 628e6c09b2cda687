"""One model on held-out examples."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from game.llm.worker.loading import Loaded
from game.story.abilities import Trust
from game.tune.evaluation import marking
from game.tune.evaluation.marking import Examiner, Extent, Marks
from game.tune.examples import Example
from game.tune.render import exchanges
from tests.tune.evaluation.test_reader import alone
from tests.tune.made import ALL, AMBIENCE, CHOOSING, LINE

FEW = Extent(examples=2, samples=3, seed=7)


def marked(model: Loaded, *examples: Example, extent: Extent = FEW) -> Marks:
    return Examiner(model, extent).marks(examples, tell=lambda _, __: None)


def test_each_kind_has_its_figures(loaded: Loaded) -> None:
    marks = marked(loaded, *ALL)
    assert list(marks.answered) == ["ambience", "line", "retelling", "scene"]
    assert marks.choosing is not None
    assert marks.choosing.sayings == 2
    for told in (marks.told, marks.held):
        assert {kind: each.texts for kind, each in told.items()} == {"ambience": 3, "line": 3, "retelling": 3}


def test_perplexity_is_of_the_whole_answer_to_the_games_own_prompt(loaded: Loaded) -> None:
    examiner = Examiner(loaded, FEW)
    answered = examiner.marks([AMBIENCE], tell=lambda _, __: None).answered["ambience"]
    (exchange,) = exchanges(AMBIENCE)
    prompt, answer = loaded.template.prompt(exchange.messages), loaded.template.reply(exchange.answer)
    one = alone(examiner._desk, prompt, answer, trunk=())
    assert answered.perplexity == pytest.approx(2.718281828 ** (-one.nats / len(answer)), rel=0.05)
    assert answered.accuracy == pytest.approx(one.first_choices / len(answer), abs=0.03)


def test_only_so_many_are_asked(loaded: Loaded) -> None:
    several = [replace(AMBIENCE, place=f"mill {number}") for number in range(5)]
    marks = marked(loaded, *several, *([CHOOSING] * 5), extent=Extent(examples=3, samples=0, seed=7))
    assert marks.answered["ambience"].answers == 3
    assert marks.choosing is not None
    assert marks.choosing.sayings == 3
    assert not marks.told


def test_the_same_seed_finds_the_same(loaded: Loaded) -> None:
    first, again = (asdict(marked(loaded, AMBIENCE, LINE)) for _ in range(2))
    assert first == again


def test_texts_of_moments_are_drawn_by_the_same_seed_alike(loaded: Loaded) -> None:
    told: list[str] = []
    first, again = (
        Examiner(loaded, FEW).texts([AMBIENCE, LINE], tell=lambda _, what: told.append(what)) for _ in range(2)
    )
    assert first == again
    assert (len(first), told[:2]) == (2, ["writing ambience", "writing line"])


def test_only_a_model_that_is_trusted_with_it_draws_any_words(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = [replace(AMBIENCE, place=f"mill {number}") for number in range(3)]
    held = Examiner(loaded, FEW).texts(moments, tell=lambda _, __: None)
    monkeypatch.setattr(marking, "trust_in", lambda _, language: Trust(language, frozenset({"ambience"})))
    freely = Examiner(loaded, FEW).texts(moments, tell=lambda _, __: None)
    assert sum(map(len, freely)) > sum(map(len, held))


def test_of_what_there_is_no_example_of_there_are_no_figures(loaded: Loaded) -> None:
    assert marked(loaded) == Marks()


def test_how_far_it_is_is_told_before_each_part(loaded: Loaded) -> None:
    told: list[tuple[float, str]] = []
    Examiner(loaded, FEW).marks([AMBIENCE, CHOOSING], tell=lambda at, what: told.append((at, what)))
    assert told == [
        (0.0, "answers of ambience"),
        (pytest.approx(1 / 3), "players' words"),
        (pytest.approx(2 / 3), "writing touches"),
    ]
