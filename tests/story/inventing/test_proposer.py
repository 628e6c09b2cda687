"""What a model proposes: one detail of those it is asked about, none that may not be, nothing where it cannot say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

import pytest

from game.loader.load import parse_world
from game.rules.actions import Invent
from game.rules.apply import apply, begin_run, is_legal
from game.rules.state import State
from game.rules.world import World
from game.story.inventing.proposer import MOST, Proposer
from game.story.inventing.wording import worded
from game.story.model import Message
from game.story.sentences import sentences_for
from tests.inventive import MOSS, fond_of, yard
from tests.scripted import ScriptedModel
from tests.story.guarding.stage import MILL_ZH

WORLD, SENTENCES = yard(), sentences_for("en")
START = begin_run(WORLD, 7).state
Weighs = Callable[[Sequence[Message], str], float]


def may_be_told(text: str) -> bool:
    """Find that anything may be told."""
    return True


def evenly(messages: Sequence[Message], text: str) -> float:
    """Find everything as likely as its length, whatever is told."""
    return -float(len(text))


def propose(
    subject: str, weighs: Weighs | None = evenly, *, world: World = WORLD, state: State = START
) -> tuple[Invent | None, ScriptedModel]:
    model = ScriptedModel(weighs=weighs)
    proposer = Proposer(world, SENTENCES, model, fits=may_be_told)
    return proposer.propose(state, subject, Event()), model


def asked(model: ScriptedModel) -> tuple[str, ...]:
    return model.weighings[0].texts


@pytest.mark.parametrize("subject", ["yard", "anna"])
def test_a_proposal_is_legal(subject: str) -> None:
    proposal, _ = propose(subject)
    assert proposal is not None
    assert is_legal(WORLD, START, proposal)


def test_it_is_what_the_place_makes_likelier_most() -> None:
    texts = asked(propose("yard")[1])
    proposal, _ = propose("yard", fond_of(texts[3]))
    assert proposal is not None
    assert worded(WORLD, SENTENCES, proposal.subject, proposal.kind, proposal.detail) == texts[3]


def test_a_model_is_asked_about_few_and_told_of_the_place() -> None:
    _, model = propose("yard")
    assert 1 < len(asked(model)) <= MOST
    assert [each.messages[-1].text for each in model.weighings] == ["the yard. Rain.", "..."]


def test_a_person_is_told_of_as_who_they_are() -> None:
    _, model = propose("anna")
    assert model.weighings[0].messages[-1].text.startswith("Anna, who keeps the inn.")


def test_the_same_run_is_asked_the_same() -> None:
    assert asked(propose("yard")[1]) == asked(propose("yard")[1])
    other = begin_run(WORLD, 8).state
    assert asked(propose("yard")[1]) != asked(propose("yard", state=other)[1])


@pytest.mark.parametrize("subject", ["hall", "cellar", "lamp", "nobody"])
def test_nothing_is_proposed_that_the_author_does_not_allow(subject: str) -> None:
    proposal, model = propose(subject)
    assert proposal is None
    assert not model.weighings


def test_a_kind_that_is_had_is_not_proposed_again() -> None:
    state, kinds = START, []
    while proposal := propose("yard", state=state)[0]:
        kinds.append(proposal.kind)
        state = apply(WORLD, state, proposal).state
    assert len(kinds) == len(set(kinds)) == 3


def test_what_one_place_has_no_other_is_given() -> None:
    world = yard('[place.loft]\nname = "the loft"\nlook = "Straw."\ninvent = ["smell"]\n')
    state = apply(world, begin_run(world, 7).state, MOSS).state
    proposal, model = propose("loft", fond_of("moss"), world=world, state=state)
    assert proposal is not None
    assert not any("moss" in each for each in asked(model))


def test_nothing_is_proposed_that_holds_a_name_of_the_world_or_a_closed_key() -> None:
    world = yard('[[secret]]\nid = "cat"\ntext = "Moss hides it."\nkeys = ["moss", "hum"]\n')
    sentences = {text for seed in range(12) for who in ("yard", "anna") for text in _asked_of(world, who, seed)}
    assert sentences
    assert not any(word in text.split() for text in sentences for word in ("moss", "hums", "ring", "lamp"))


def _asked_of(world: World, subject: str, seed: int) -> tuple[str, ...]:
    return asked(propose(subject, world=world, state=begin_run(world, seed).state)[1])


def test_nothing_is_proposed_that_the_world_avoids_or_the_player_is_not_to_be_told() -> None:
    world = yard('[world.voice]\navoid = ["soap"]\n[place.loft]\nname = "a"\nlook = "b"\ninvent = ["smell"]\n')
    model = ScriptedModel(weighs=evenly)
    proposer = Proposer(world, SENTENCES, model, fits=lambda text: "dust" not in text)
    for seed in range(12):
        proposer.propose(begin_run(world, seed).state, "loft", Event())
    texts = {text for each in model.weighings for text in each.texts}
    assert texts
    assert not any("soap" in text or "dust" in text for text in texts)


def test_without_a_model_nothing_is_proposed() -> None:
    assert Proposer(WORLD, SENTENCES, None, fits=may_be_told).propose(START, "yard", Event()) is None


def test_a_model_that_cannot_say_proposes_nothing() -> None:
    assert propose("yard", None)[0] is None


def test_a_stop_leaves_it() -> None:
    stop = Event()
    stop.set()
    model = ScriptedModel(weighs=evenly)
    assert Proposer(WORLD, SENTENCES, model, fits=may_be_told).propose(START, "yard", stop) is None


def test_a_chinese_place_and_person_are_told_in_chinese_signs() -> None:
    world = parse_world(
        MILL_ZH.replace('name = "琼"', 'name = "琼"\nabout = "磨坊主"\ninvent = ["mark"]\nlook = "手上全是面粉。"')
    )
    model = ScriptedModel(weighs=fond_of("雀斑"))
    Proposer(world, sentences_for("zh"), model, fits=may_be_told).propose(begin_run(world, 7).state, "joan", Event())
    assert [each.messages[-1].text for each in model.weighings] == ["琼，磨坊主。手上全是面粉。", "……"]
    assert all(text.startswith("琼") and text.endswith("。") for text in model.weighings[0].texts)
